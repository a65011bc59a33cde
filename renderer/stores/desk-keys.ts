import type { DeskOperation } from '../../shared/contract/station.ts';
import { isSettling } from './account-payments-slice.ts';
import { printableStatements } from './account-statements-slice.ts';
import { canConfirmLater } from './card-flow.ts';
import type { DeskState } from './desk-state.ts';
import { printChoice } from './print-slice.ts';

/** The eight places of the key bar, in their order. They are always there; some are drawn off. */
export const keyPlaces = ['finish', 'find', 'statement', 'pending', 'reserved', 'relate', 'print', 'more'] as const;
export type KeyPlace = (typeof keyPlaces)[number];

export type OffReason =
  | 'switchedOff'
  | 'nobody'
  | 'lookingUp'
  | 'printing'
  | 'lookAtPaper'
  | 'noReceipt'
  | 'noPrinter'
  | 'nothingToFinish'
  | 'nothingToPrint'
  | 'settling'
  | 'trouble';

export type KeyLabel =
  | Exclude<KeyPlace, 'finish'>
  | 'finish'
  | 'forget'
  | 'back'
  | 'clear'
  | 'noReceipt'
  | 'search'
  | 'printStatement'
  | 'printAgain'
  | 'printNow'
  | 'confirmLater';

interface KeyState {
  readonly label: KeyLabel;
  /** Null when the key works; else why it does not. */
  readonly off: OffReason | null;
}

const on = (label: KeyLabel): KeyState => ({ label, off: null });
const off = (label: KeyLabel, reason: OffReason): KeyState => ({ label, off: reason });

function finishKey(state: DeskState): KeyState {
  const { customer, print, panel, find } = state;
  if (print.kind === 'printing') {
    return off('finish', 'printing');
  }
  if (print.kind === 'unknown') {
    return off('finish', 'lookAtPaper');
  }
  if (isSettlingNow(state)) {
    return off('finish', 'settling');
  }
  if (panel !== 'none') {
    return on('back');
  }
  if (print.kind === 'not-printed' || print.kind === 'failed') {
    return on('noReceipt');
  }
  if (customer.kind === 'waiting') {
    return find.text === '' ? off('finish', 'nothingToFinish') : on('clear');
  }
  return on(customer.kind === 'failed' || customer.kind === 'rejected' ? 'forget' : 'finish');
}

/** A change is on its way: whoever goes now would not learn what came of it. */
function isSettlingNow({ payments, describing, card }: DeskState): boolean {
  const { kind } = describing.change;
  if (card.kind === 'relating' || (card.kind === 'code' && card.sending)) {
    return true;
  }
  return isSettling(payments.change) || kind === 'sending' || kind === 'checking';
}

function busyWithPaper(state: DeskState): OffReason | null {
  if (state.print.kind === 'printing') {
    return 'printing';
  }
  return state.print.kind === 'unknown' ? 'lookAtPaper' : null;
}

/** Why nothing can be done for a customer; null when one is there and nothing is in the way. */
function noCustomer(state: DeskState): OffReason | null {
  switch (state.customer.kind) {
    case 'identified':
      return busyWithPaper(state);
    case 'identifying':
      return 'lookingUp';
    case 'failed':
    case 'rejected':
      return 'trouble';
    case 'waiting':
      return 'nobody';
  }
}

function printStatementsKey(state: DeskState): KeyState {
  const reason =
    noCustomer(state) ??
    (state.status?.printer.kind === 'not-configured' ? 'noPrinter' : null) ??
    (printableStatements(state).length === 0 ? 'nothingToPrint' : null);
  return reason === null ? on('printStatement') : off('printStatement', reason);
}

function listKey(state: DeskState, place: 'statement' | 'pending' | 'reserved', operation: DeskOperation): KeyState {
  const isOff = state.station?.operationsOff.includes(operation) ?? false;
  const reason = noCustomer(state) ?? (isSettlingNow(state) ? 'settling' : null) ?? (isOff ? 'switchedOff' : null);
  return reason === null ? on(place) : off(place, reason);
}

function printKey(state: DeskState): KeyState {
  if (state.panel === 'statements' && (state.print.kind === 'idle' || state.print.kind === 'printed')) {
    return printStatementsKey(state);
  }
  const reason =
    noCustomer(state) ??
    (state.station?.operationsOff.includes('receipt') ? 'switchedOff' : null) ??
    (state.receipt.refusal === null ? null : 'noReceipt') ??
    (state.status?.printer.kind === 'not-configured' ? 'noPrinter' : null);
  if (reason !== null) {
    return off('print', reason);
  }
  return on(state.print.kind === 'printed' ? 'printAgain' : state.print.kind === 'not-printed' ? 'printNow' : 'print');
}

/** F8 leads into the flow; in it, once a code was sent, it ends without one. */
function relateKey(state: DeskState): KeyState {
  const { station } = state;
  const reason = noCustomer(state) ?? (isSettlingNow(state) ? 'settling' : null);
  if (reason !== null) {
    return off('relate', reason);
  }
  if (state.panel === 'card' && canConfirmLater(state)) {
    return on('confirmLater');
  }
  return station?.operationsOff.includes('relate-card') ? off('relate', 'switchedOff') : on('relate');
}

/** What each key would do now: the bar, the keyboard and the tooltips all ask here, so that they agree. */
export function keyState(state: DeskState, place: KeyPlace): KeyState {
  switch (place) {
    case 'finish':
      return finishKey(state);
    case 'find': {
      const label = state.panel === 'statements' ? 'search' : 'find';
      const reason = busyWithPaper(state) ?? (isSettlingNow(state) ? 'settling' : null);
      return reason === null ? on(label) : off(label, reason);
    }
    case 'statement':
      return listKey(state, place, 'statements');
    case 'pending':
      return listKey(state, place, 'payments');
    case 'reserved':
      return listKey(state, place, 'reservations');
    case 'relate':
      return relateKey(state);
    case 'print':
      return printKey(state);
    case 'more': {
      const reason = busyWithPaper(state) ?? (isSettlingNow(state) ? 'settling' : null);
      return reason === null ? on('more') : off('more', reason);
    }
  }
}

/** What stands on the print key beside its name: `LT · 42`; null while the width typed is not possible. */
export function printNote(state: DeskState): string | null {
  if (state.panel === 'statements') {
    return null;
  }
  const choice = printChoice(state);
  return choice === null ? null : `${choice.locale.toUpperCase()} · ${choice.width}`;
}
