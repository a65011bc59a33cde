import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { SetupDesk, SetupStore } from '../stores/training-setup-store.ts';

const SetupContext = createContext<SetupStore | null>(null);

export function SetupProvider({ store, children }: { readonly store: SetupStore; readonly children: ReactNode }) {
  return <SetupContext.Provider value={store}>{children}</SetupContext.Provider>;
}

export function useSetupStore(): SetupStore {
  const store = useContext(SetupContext);
  if (store === null) {
    throw new Error('no setup around this screen');
  }
  return store;
}

export function useSetup<T>(select: (state: SetupDesk) => T): T {
  const store = useSetupStore();
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}
