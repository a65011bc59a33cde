import type { TrainingBridge } from '../../shared/contract/training.ts';
import { createTrainingStore } from '../stores/training-store.ts';
import { Dock } from './dock.tsx';
import { LastSlip } from './last-slip.tsx';
import { TrainingProvider } from './use-training.tsx';

/** Everything of the dock hangs on this module: a live page never loads it. */
export function openTraining(bridge: TrainingBridge) {
  const store = createTrainingStore(bridge);
  void store.getState().start();
  return {
    Dock: ({ onClose }: { readonly onClose: () => void }) => (
      <TrainingProvider store={store}>
        <Dock onClose={onClose} />
      </TrainingProvider>
    ),
    LastSlip: ({ isOnlyPaper }: { readonly isOnlyPaper: boolean }) => (
      <TrainingProvider store={store}>
        <LastSlip isOnlyPaper={isOnlyPaper} />
      </TrainingProvider>
    ),
  };
}
