import { runCommand } from './desk-commands.ts';
import { type KeyPlace, keyState, type OffReason } from './desk-keys.ts';
import type { DeskState } from './desk-state.ts';

/** What F10 offers, in its order. The places that fold beside the dock come first, under their own keys. */
export const moreEntries = [
  'receipt',
  'pending',
  'reserved',
  'relate',
  'favourites',
  'description',
  'several',
  'keys',
] as const;
export type MoreEntry = (typeof moreEntries)[number];

interface MoreState {
  readonly entry: MoreEntry;
  /** Null when it can be chosen; else why not. */
  readonly off: OffReason | null;
}

const folded: readonly string[] = ['pending', 'reserved', 'relate'] satisfies readonly KeyPlace[];

function isFolded(entry: MoreEntry): entry is 'pending' | 'reserved' | 'relate' {
  return folded.includes(entry);
}

function offReason(state: DeskState, entry: MoreEntry): OffReason | null {
  if (isFolded(entry)) {
    return keyState(state, entry).off;
  }
  const isOff = (operation: 'favourites' | 'set-description' | 'search') =>
    state.station?.operationsOff.includes(operation) ?? false;
  switch (entry) {
    case 'keys':
      return null;
    case 'several':
      return isOff('search') ? 'switchedOff' : null;
    default:
      break;
  }
  // The statement's key knows whether anything can be done for a customer; the operation behind it does not matter here.
  const nobody = state.customer.kind === 'identified' ? null : keyState(state, 'reserved').off;
  if (nobody !== null) {
    return nobody;
  }
  const switchedOff =
    (entry === 'favourites' && isOff('favourites')) ||
    (entry === 'description' &&
      isOff('set-description') &&
      state.station?.operationsOff.includes('delete-description'));
  return switchedOff ? 'switchedOff' : null;
}

export function moreState(state: DeskState, entry: MoreEntry): MoreState {
  return { entry, off: offReason(state, entry) };
}

/** Does what an entry says, unless it is off now. */
export function chooseMore(state: DeskState, entry: MoreEntry): void {
  if (moreState(state, entry).off !== null) {
    return;
  }
  if (isFolded(entry)) {
    runCommand(state, entry);
    return;
  }
  switch (entry) {
    case 'receipt':
      state.openPanel('receipt');
      return;
    case 'favourites':
      void state.openFavourites();
      return;
    case 'description':
      state.openDescription();
      return;
    case 'several':
      state.openPanel('several');
      return;
    case 'keys':
      state.openPanel('none');
      state.showKeyMap(true);
  }
}

/** The pages that take the desk's place stand below the entries; they are no commands of the desk's. */
export const devicesDigit = String(moreEntries.length + 1);
export const officeDigit = '0';
/** The digits are given away: the key beside them, a comma on some layouts. */
export const doctorSign = '.';

export function isDoctorSign(sign: string): boolean {
  return sign === doctorSign || sign === ',';
}

/** The entry behind a digit typed while the menu is open. */
export function moreEntryOf(digit: string): MoreEntry | null {
  return /^[1-9]$/.test(digit) ? (moreEntries[Number(digit) - 1] ?? null) : null;
}
