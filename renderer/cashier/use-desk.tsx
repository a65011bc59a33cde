import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { DeskState, DeskStore } from '../stores/desk-store.ts';

const DeskContext = createContext<DeskStore | null>(null);

export function DeskProvider({ store, children }: { readonly store: DeskStore; readonly children: ReactNode }) {
  return <DeskContext.Provider value={store}>{children}</DeskContext.Provider>;
}

export function useDeskStore(): DeskStore {
  const store = useContext(DeskContext);
  if (store === null) {
    throw new Error('no desk around this screen');
  }
  return store;
}

/** One part of the desk's state. `select` answers with a value that is in the state or a plain one, never a new object. */
export function useDesk<T>(select: (state: DeskState) => T): T {
  const store = useDeskStore();
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}
