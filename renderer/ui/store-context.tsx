import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';

interface ReadableStore {
  getState(): unknown;
  subscribe(listener: () => void): () => void;
}

type StateOf<Store extends ReadableStore> = ReturnType<Store['getState']>;

/** One part of a store's state. `select` answers with a value that is in the state or a plain one, never a new object. */
export function useStorePart<Store extends ReadableStore, Part>(
  store: Store,
  select: (state: StateOf<Store>) => Part,
): Part {
  return useSyncExternalStore(store.subscribe, () => select(store.getState() as StateOf<Store>));
}

/** A store that is there for all that is drawn inside its provider. `what` is said when a screen stands outside of it. */
export function createStoreContext<Store extends ReadableStore>(what: string) {
  const Context = createContext<Store | null>(null);
  function Provider({ store, children }: { readonly store: Store; readonly children: ReactNode }) {
    return <Context.Provider value={store}>{children}</Context.Provider>;
  }
  function useStore(): Store {
    const store = useContext(Context);
    if (store === null) {
      throw new Error(`no ${what} around this screen`);
    }
    return store;
  }
  function usePart<Part>(select: (state: StateOf<Store>) => Part): Part {
    return useStorePart(useStore(), select);
  }
  return { Provider, useStore, usePart };
}
