// Names without zod, for the kiosk's preload: no name here takes a typed number.
import type { KioskCallName, KioskEventName } from './kiosk.ts';

export const kioskCallNames = [
  'station/read',
  'station/read-status',
  'customer/retry-identify',
  'customer/read-balance',
  'customer/check-sufficient-amount',
  'customer/print-receipt',
  'customer/finish',
  'kiosk/read-receipt',
  'kiosk/read-movements',
  'kiosk/await-card',
  'kiosk/stop-awaiting-card',
  'kiosk/relate-card',
  'kiosk/look-up-card',
  'kiosk/find-related-card',
  'kiosk/confirm-card',
  'kiosk/begin-exit',
  'kiosk/cancel-exit',
  'kiosk/prove-exit',
  'kiosk/leave',
  'kiosk/read-voices',
  'kiosk/say',
  'kiosk/hush',
] as const satisfies readonly KioskCallName[];

export const kioskEventNames = [
  'station/status-changed',
  'customer/scan-received',
  'customer/scan-rejected',
  'customer/identified',
  'customer/identify-failed',
  'customer/balance-read',
  'customer/balance-failed',
  'customer/closed',
  'kiosk/reader-rested',
  'card/card-scanned',
  'card/scan-refused',
  'card/settling',
] as const satisfies readonly KioskEventName[];

type Missing =
  | Exclude<KioskCallName, (typeof kioskCallNames)[number]>
  | Exclude<KioskEventName, (typeof kioskEventNames)[number]>;
const complete: Missing extends never ? true : Missing = true;
void complete;
