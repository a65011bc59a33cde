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
  'setup/choose-file',
  'setup/test-credentials',
  'setup/name-supervisor',
  'setup/forget',
  'setup/go-live',
  'setup-devices/read',
  'setup-devices/check-all',
  'setup-devices/find-printers',
  'setup-devices/check-printer',
  'setup-devices/print-test-page',
  'setup-devices/use-printer',
  'setup-devices/start-listening',
  'setup-devices/stop-listening',
  'setup-devices/keep-learnt',
  'setup-devices/open-readers',
  'setup-devices/close-readers',
  'setup-devices/read-status',
] as const satisfies readonly TrainingCallName[];

export const trainingEventNames = [
  'training/state-changed',
  'setup-devices/reading-shown',
  'setup-devices/learning-changed',
  'setup-devices/listening-ended',
  'setup-devices/status-changed',
] as const satisfies readonly TrainingEventName[];

type Missing =
  | Exclude<TrainingCallName, (typeof trainingCallNames)[number]>
  | Exclude<TrainingEventName, (typeof trainingEventNames)[number]>;
const complete: Missing extends never ? true : Missing = true;
void complete;
