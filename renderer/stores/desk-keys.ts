import type { DeskState } from './desk-state.ts';
import { offersFind } from './find-slice.ts';
import { printChoice } from './print-slice.ts';

/** The eight places of the key bar, in their order. They are always there; some are drawn off. */
export const keyPlaces = ['finish', 'find', 'statement', 'pending', 'reserved', 'relate', 'print', 'more'] as const;
export type KeyPlace = (typeof keyPlaces)[number];

export type OffReason =
  | 'notInThisVersion'
  | 'switchedOff'
  | 'nobody'
  | 'lookingUp'
  | 'printing'
  | 'lookAtPaper'
  | 'noReceipt'
  | 'noPrinter'
  | 'nothingToFinish'
  | 'trouble';

export type KeyLabel =
  | Exclude<KeyPlace, 'finish'>
  | 'finish'
  | 'forget'
  | 'back'
  | 'clear'
  | 'noReceipt'
  | 'printAgain'
  | 'printNow';

export interface KeyState {
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

function printKey(state: DeskState): KeyState {
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

/** What each key would do now: the bar, the keyboard and the tooltips all ask here, so that they agree. */
export function keyState(state: DeskState, place: KeyPlace): KeyState {
  switch (place) {
    case 'finish':
      return finishKey(state);
    case 'find': {
      const reason = busyWithPaper(state);
      return reason === null ? on('find') : off('find', reason);
    }
    case 'statement':
    case 'pending':
    case 'reserved':
    case 'relate':
      return off(place, 'notInThisVersion');
    case 'print':
      return printKey(state);
    case 'more': {
      const reason = noCustomer(state);
      return reason === null ? on('more') : off('more', reason);
    }
  }
}

export type DeskCommand = KeyPlace | 'convert' | 'keys' | 'next' | 'first-choice' | 'second-choice';

/** Esc, one step at a time: the panel, then the print that came to nothing, then the customer. */
function stepBack(state: DeskState): void {
  if (state.panel !== 'none') {
    state.openPanel('none');
  } else if (state.print.kind === 'not-printed' || state.print.kind === 'failed') {
    state.leavePrint();
  } else if (state.customer.kind === 'waiting') {
    state.clearFind();
  } else {
    state.finish('done');
  }
}

/** Enter: the flow's next step. It never prints. */
function nextStep(state: DeskState): void {
  const { customer, find, panel, print } = state;
  if (panel === 'find' || (offersFind(state) && find.text.trim() !== '')) {
    void state.submitFind();
  } else if (customer.kind === 'failed') {
    void state.retry();
  } else if (customer.kind === 'rejected') {
    state.finish('done');
  } else if (
    customer.kind === 'identified' &&
    panel === 'none' &&
    print.kind !== 'printing' &&
    print.kind !== 'unknown'
  ) {
    void state.ask();
  }
}

/** Does what a key says, unless the key is off now. */
export function runCommand(state: DeskState, command: DeskCommand): void {
  if (command === 'keys') {
    state.showKeyMap(!state.keyMapOpen);
    return;
  }
  if (command === 'convert') {
    void state.toggleConversion();
    return;
  }
  if (command === 'next') {
    nextStep(state);
    return;
  }
  if (command === 'first-choice' || command === 'second-choice') {
    if (state.print.kind === 'unknown') {
      void (command === 'first-choice' ? state.settleAsPrinted() : state.printReceipt());
    }
    return;
  }
  if (keyState(state, command).off !== null) {
    return;
  }
  switch (command) {
    case 'finish':
      stepBack(state);
      return;
    case 'find':
      state.openPanel('find');
      return;
    case 'print':
      void state.printReceipt();
      return;
    case 'more':
      state.openPanel(state.panel === 'receipt' ? 'none' : 'receipt');
  }
}

/** What stands on the print key beside its name: `LT · 42`; null while the width typed is not possible. */
export function printNote(state: DeskState): string | null {
  const choice = printChoice(state);
  return choice === null ? null : `${choice.locale.toUpperCase()} · ${choice.width}`;
}
