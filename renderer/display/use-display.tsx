import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { DisplayState, DisplayStore } from '../stores/display-store.ts';

const DisplayContext = createContext<DisplayStore | null>(null);

export function DisplayProvider({ store, children }: { readonly store: DisplayStore; readonly children: ReactNode }) {
  return <DisplayContext.Provider value={store}>{children}</DisplayContext.Provider>;
}

export function useDisplayStore(): DisplayStore {
  const store = useContext(DisplayContext);
  if (store === null) {
    throw new Error('no customer display around this screen');
  }
  return store;
}

/** One part of the display's state. `select` answers with a value that is in the state or a plain one. */
export function useDisplay<T>(select: (state: DisplayState) => T): T {
  const store = useDisplayStore();
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}
