import type { TrainingCallName, TrainingEventName } from './training.ts';

export const trainingCallNames = [
  'training/read-state',
  'training/tap-card',
  'training/scan-barcode',
  'training/set-fault',
  'training/set-answer-fault',
  'training/take-paper',
  'training/start-over',
  'training/show-display',
  'setup/read',
  'setup/test-credentials',
  'setup/forget',
  'setup/go-live',
] as const satisfies readonly TrainingCallName[];

export const trainingEventNames = ['training/state-changed'] as const satisfies readonly TrainingEventName[];

type Missing =
  | Exclude<TrainingCallName, (typeof trainingCallNames)[number]>
  | Exclude<TrainingEventName, (typeof trainingEventNames)[number]>;
const complete: Missing extends never ? true : Missing = true;
void complete;
