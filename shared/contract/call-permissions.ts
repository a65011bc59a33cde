import type { Permission } from '../domain/roles.ts';
import type { CallName } from './live.ts';

/** What each call needs to be allowed for; a call that stands here not acts on nobody. Main's gate and the page ask here. */
export const callPermissions: Readonly<Partial<Record<CallName, Permission>>> = {
  'customer/identify': 'serve',
  'customer/retry-identify': 'serve',
  'customer/read-balance': 'serve',
  'customer/check-sufficient-amount': 'serve',
  'customer/print-receipt': 'print',
  'account/print-statements': 'print',
  'account/read-statements': 'lists',
  'account/read-reservations': 'lists',
  'account/read-payments': 'lists',
  'account/read-favourites': 'lists',
  'account/cancel-payment': 'change',
  'account/accept-payment': 'change',
  'account/look-up-payment': 'change',
  'account/set-description': 'change',
  'account/look-up-description': 'change',
  'account/search': 'serve',
  'card/relate': 'change',
  'card/look-up': 'change',
  'card/find-related': 'change',
  'card/confirm': 'change',
  'customer-display/begin-code-entry': 'change',
  'devices/print-test-page': 'print',
  'devices/use-printer': 'devices',
  'devices/keep-learnt': 'devices',
  'credentials/choose-file': 'devices',
  'credentials/replace': 'devices',
  'reports/read': 'reports',
  'reports/print': 'reports',
  'reports/save-csv': 'reports',
  'reports/close-day': 'close-day',
  'outcomes/settle': 'settle',
  'outcomes/look-up': 'settle',
  'staff/read': 'people',
  'staff/await-card': 'people',
  'staff/add': 'people',
  'staff/change': 'people',
  'staff/remove': 'people',
};

/**
 * Calls that only go on with what a supervisor allowed, for the same customer: the next page, looking a lost answer up,
 * the code of the card just related. Whatever else is done wants its own word.
 */
export const continuedBy: Readonly<Partial<Record<CallName, readonly CallName[]>>> = {
  'account/read-statements': ['account/read-statements'],
  'account/read-payments': ['account/read-payments'],
  'account/read-favourites': ['account/read-favourites'],
  'account/read-reservations': ['account/read-reservations'],
  'account/cancel-payment': ['account/look-up-payment'],
  'account/accept-payment': ['account/look-up-payment'],
  'account/set-description': ['account/look-up-description'],
  'card/relate': ['card/look-up', 'card/find-related', 'card/confirm', 'customer-display/begin-code-entry'],
  'card/find-related': ['card/confirm', 'customer-display/begin-code-entry'],
  'card/confirm': ['card/confirm'],
  'reports/read': ['reports/read', 'reports/print', 'reports/save-csv'],
  'reports/close-day': ['reports/read', 'reports/print', 'reports/save-csv'],
  'staff/read': ['staff/read', 'staff/await-card'],
  // The card of somebody who was just added is no longer waited for.
  'staff/add': ['staff/await-card'],
  'staff/change': ['staff/await-card'],
};
