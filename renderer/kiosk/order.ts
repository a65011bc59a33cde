import type { ErrorCode } from '../../shared/errors/error-table.ts';
import type { KioskState } from '../stores/kiosk-store.ts';

/** Which part does not work, so that nobody can be served. */
export type OutOfOrder =
  | { readonly part: 'link'; readonly code: ErrorCode }
  | { readonly part: 'reader' }
  | { readonly part: 'start'; readonly code: ErrorCode };

/** A keyboard that is unplugged cannot be told from one that nobody uses: it says nothing about cards. */
const mute = 'keyboard-wedge';

/** Null where customers can be served. A printer without paper is no such reason. */
export function outOfOrder({ startError, status }: Pick<KioskState, 'startError' | 'status'>): OutOfOrder | null {
  if (startError !== null) {
    return { part: 'start', code: startError.code };
  }
  if (status?.link.kind === 'broken') {
    return { part: 'link', code: status.link.code };
  }
  const readers = status?.readers.filter(({ name }) => name !== mute) ?? [];
  return readers.length > 0 && readers.every(({ state }) => state !== 'listening') ? { part: 'reader' } : null;
}
