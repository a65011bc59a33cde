import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { TrainingDesk, TrainingStore } from '../stores/training-store.ts';

const TrainingContext = createContext<TrainingStore | null>(null);

export function TrainingProvider({ store, children }: { readonly store: TrainingStore; readonly children: ReactNode }) {
  return <TrainingContext.Provider value={store}>{children}</TrainingContext.Provider>;
}

export function useTrainingStore(): TrainingStore {
  const store = useContext(TrainingContext);
  if (store === null) {
    throw new Error('no training room around this part');
  }
  return store;
}

export function useTraining<T>(select: (state: TrainingDesk) => T): T {
  const store = useTrainingStore();
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}
