import type { TrainingStore } from '../stores/training-store.ts';
import { createStoreContext } from '../ui/store-context.tsx';

export const {
  Provider: TrainingProvider,
  useStore: useTrainingStore,
  usePart: useTraining,
} = createStoreContext<TrainingStore>('training room');
