import type { ReactNode } from 'react';
import type { TrainingBridge } from '../../shared/contract/training.ts';
import { DevicesProvider } from '../setup/use-devices.ts';
import { createSetupDevicesStore } from '../stores/training-setup-devices.ts';
import { createSetupStore } from '../stores/training-setup-store.ts';
import { createTrainingStore } from '../stores/training-store.ts';
import { Dock } from './dock.tsx';
import { LastSlip } from './last-slip.tsx';
import { SetupPage } from './setup-page.tsx';
import { SetupProvider } from './use-setup.ts';
import { TrainingProvider } from './use-training.ts';

/** Everything of the dock hangs on this module: a live page never loads it. */
export function openTraining(bridge: TrainingBridge) {
  const store = createTrainingStore(bridge);
  const setup = createSetupStore(bridge);
  const devices = createSetupDevicesStore(bridge);
  void store.getState().start();
  return {
    setup: {
      subscribe: setup.subscribe,
      isOpen: () => setup.getState().isOpen,
      open: () => void setup.getState().open(),
      Page: (parts: { readonly bands: ReactNode; readonly strip: ReactNode }) => (
        <SetupProvider store={setup}>
          <DevicesProvider store={devices}>
            <SetupPage {...parts} />
          </DevicesProvider>
        </SetupProvider>
      ),
    },
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
