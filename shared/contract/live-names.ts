// Names without zod: the sandboxed preload needs nothing else, and it is what a live preload may say.
import type { CallName, EventName } from './live.ts';

export const liveCallNames = [
  'station/read',
  'station/read-status',
  'customer/identify',
  'customer/retry-identify',
  'customer/read-balance',
  'customer/check-sufficient-amount',
  'customer/print-receipt',
  'customer/finish',
  'devices/read',
  'devices/check-all',
  'devices/find-printers',
  'devices/check-printer',
  'devices/print-test-page',
  'devices/use-printer',
  'devices/start-listening',
  'devices/stop-listening',
  'devices/keep-learnt',
  'diagnosis/examine',
  'diagnosis/save-bundle',
  'station/keep-screen',
  'station/read-screen',
  'account/read-statements',
  'account/print-statements',
  'account/read-reservations',
  'account/read-payments',
  'account/cancel-payment',
  'account/accept-payment',
  'account/look-up-payment',
  'account/read-favourites',
  'account/set-description',
  'account/look-up-description',
  'account/reveal',
  'account/search',
  'operators/read',
  'operators/unlock',
  'operators/touch',
  'operators/await-supervisor',
  'operators/lock',
  'operators/allow-once',
  'reports/read',
  'reports/close-day',
  'reports/print',
  'reports/save-csv',
  'outcomes/read',
  'outcomes/settle',
  'outcomes/look-up',
  'staff/read',
  'staff/add',
  'staff/change',
  'staff/remove',
  'staff/await-card',
  'staff/stop-awaiting-card',
  'card/await-card',
  'card/stop-awaiting',
  'card/relate',
  'card/look-up',
  'card/find-related',
  'card/confirm',
  'customer-display/withdraw-question',
  'customer-display/begin-code-entry',
  'customer-display/end-code-entry',
  'credentials/read',
  'credentials/choose-file',
  'credentials/replace',
] as const satisfies readonly CallName[];

export const liveEventNames = [
  'station/status-changed',
  'customer/scan-received',
  'customer/scan-rejected',
  'customer/identified',
  'customer/identify-failed',
  'customer/balance-read',
  'customer/balance-failed',
  'customer/closed',
  'devices/reading-shown',
  'devices/learning-changed',
  'devices/listening-ended',
  'account/settling',
  'operators/changed',
  'operators/chosen',
  'staff/card-read',
  'card/card-scanned',
  'card/scan-refused',
  'card/settling',
  'customer-display/code-entry-changed',
  'customer-display/touched',
] as const satisfies readonly EventName[];

/** Preload to main only, never offered to the page: one decoded wedge scan. */
export const wedgeChannel = 'reader/wedge-scanned';

/** Preload to main only: how this station's scanner is told from typing. */
export const wedgeRulesChannel = 'reader/read-wedge-rules';

/** Main to preload only: other rules, or that keys are to be recorded. */
export const wedgeModeChannel = 'reader/wedge-mode-changed';

/** Preload to main only: one burst key by key, while a scanner is looked at. */
export const wedgeCapturedChannel = 'reader/wedge-captured';

/** Preload to main only: whether something stands before the desk on which a scan must not act. */
export const obstaclesChannel = 'reader/obstacles-changed';

// Both lists are complete: a name of the contract that is missing here does not compile.
type Missing = Exclude<CallName, (typeof liveCallNames)[number]> | Exclude<EventName, (typeof liveEventNames)[number]>;
const complete: Missing extends never ? true : Missing = true;
void complete;
