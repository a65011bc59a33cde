import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { OfficeState, OfficeStore } from '../stores/office-store.ts';

const OfficeContext = createContext<OfficeStore | null>(null);

export function OfficeProvider({ store, children }: { readonly store: OfficeStore; readonly children: ReactNode }) {
  return <OfficeContext.Provider value={store}>{children}</OfficeContext.Provider>;
}

export function useOfficeStore(): OfficeStore {
  const store = useContext(OfficeContext);
  if (store === null) {
    throw new Error('no office around this screen');
  }
  return store;
}

export function useOffice<T>(select: (state: OfficeState) => T): T {
  const store = useOfficeStore();
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}
