// Names without zod, for the preload of the customer's display: five calls and one event.
import type { DisplayCallName, DisplayEventName } from './display.ts';

export const displayCallNames = [
  'display/read',
  'display/submit-code',
  'display/confirm-later',
  'display/touch',
  'display/give-keys-back',
] as const satisfies readonly DisplayCallName[];

export const displayEventNames = ['display/view-changed'] as const satisfies readonly DisplayEventName[];

type Missing =
  | Exclude<DisplayCallName, (typeof displayCallNames)[number]>
  | Exclude<DisplayEventName, (typeof displayEventNames)[number]>;
const complete: Missing extends never ? true : Missing = true;
void complete;
