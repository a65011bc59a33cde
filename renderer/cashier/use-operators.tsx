import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { OperatorsState, OperatorsStore } from '../stores/operators-store.ts';

const OperatorsContext = createContext<OperatorsStore | null>(null);

export function OperatorsProvider({
  store,
  children,
}: {
  readonly store: OperatorsStore;
  readonly children: ReactNode;
}) {
  return <OperatorsContext.Provider value={store}>{children}</OperatorsContext.Provider>;
}

const nothingToHear = () => () => {};

/** Who works here; `otherwise` where nobody said, as in the gallery. */
export function useOperatorsHere<T>(select: (state: OperatorsState) => T, otherwise: T): T {
  const store = useContext(OperatorsContext);
  return useSyncExternalStore(store?.subscribe ?? nothingToHear, () =>
    store === null ? otherwise : select(store.getState()),
  );
}

export function useOperatorsStore(): OperatorsStore | null {
  return useContext(OperatorsContext);
}
