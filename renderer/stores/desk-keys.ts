import type { DeskOperation } from '../../shared/contract/station.ts';
import { isSettling } from './account-payments-slice.ts';
import { printableStatements } from './account-statements-slice.ts';
import { canConfirmLater } from './card-flow.ts';
import type { DeskState } from './desk-state.ts';
import { offersFind } from './find-slice.ts';
import { isListPanel } from './flows.ts';
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
  const { card, station } = state;
  const reason = noCustomer(state) ?? (isSettlingNow(state) ? 'settling' : null);
  if (reason !== null) {
    return off('relate', reason);
  }
  if (state.panel === 'card' && canConfirmLater(card)) {
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

export type DeskCommand =
  | KeyPlace
  | 'convert'
  | 'reveal'
  | 'remove'
  | 'keys'
  | 'next'
  | 'first-choice'
  | 'second-choice';

/** New or earlier; look again or ask for the code; it works or try once more; take the code over from the display. */
function offersCardChoices(card: DeskState['card']): boolean {
  return (
    card.kind === 'choosing' ||
    card.kind === 'relation-unknown' ||
    (card.kind === 'code' && (card.unclear || card.notArrived || card.where === 'display'))
  );
}

function chooseForCard(state: DeskState, choice: 1 | 2): void {
  const { card } = state;
  if (card.kind === 'choosing') {
    void state.chooseCardPurpose(choice === 1 ? 'new' : 'earlier');
  } else if (card.kind === 'relation-unknown') {
    void (choice === 1 ? state.lookUpRelation() : state.chooseCardPurpose('earlier'));
  } else if (card.kind === 'code' && card.unclear) {
    void (choice === 1 ? state.settleCardCode() : state.askForCodeOf(card.walletId));
  } else if (card.kind === 'code' && card.notArrived) {
    state.showCodeNotArrived(choice !== 1);
  } else if (card.kind === 'code' && card.where === 'display' && choice === 1) {
    state.takeCodeOver();
  }
}

/** Whether the screen offers choices by number. */
export function offersChoices(state: DeskState): boolean {
  const { print, payments, panel, card } = state;
  const { change } = payments;
  return (
    print.kind === 'unknown' ||
    (panel === 'card' && offersCardChoices(card)) ||
    (panel === 'payments' &&
      (change.kind === 'consenting' || (change.kind === 'settled' && change.outcome.kind !== 'done')))
  );
}

/** 1 and 2 on the screen: the paper first, then what is being asked about a payment. */
function choose(state: DeskState, choice: 1 | 2): void {
  const { change } = state.payments;
  if (state.print.kind === 'unknown') {
    void (choice === 1 ? state.settleAsPrinted() : state.repeatPrint());
  } else if (state.panel === 'card') {
    chooseForCard(state, choice);
  } else if (state.panel === 'payments' && change.kind === 'consenting' && choice === 1) {
    void state.cancelPayment();
  } else if (state.panel === 'payments' && change.kind === 'settled' && choice === 1) {
    void state.lookUpPayment();
  } else if (state.panel === 'payments') {
    state.leavePaymentChange();
  }
}

/** Esc, one step at a time: the panel, then the print that came to nothing, then the customer. */
function stepBack(state: DeskState): void {
  if (state.panel === 'card') {
    state.stepBackFromCard();
  } else if (state.panel === 'payments' && state.payments.change.kind !== 'none') {
    state.leavePaymentChange();
  } else if (isListPanel(state.panel) && state.print.kind !== 'idle') {
    state.leavePrint();
  } else if (state.panel !== 'none') {
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
  if (panel === 'card') {
    // Each step's form hears its own Enter; behind the last one there is only the customer.
    if (state.card.kind === 'done') {
      state.leaveCard();
    }
  } else if (panel === 'find' || (offersFind(state) && find.text.trim() !== '')) {
    void state.submitFind();
  } else if (panel === 'statements') {
    void state.submitStatementSearch();
  } else if (panel === 'description') {
    void state.saveDescription();
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
    if (state.panel === 'card' && state.card.kind === 'code') {
      state.showCodeNotArrived(true);
    } else if (!isListPanel(state.panel)) {
      void state.toggleConversion();
    }
    return;
  }
  if (command === 'reveal') {
    void state.toggleReveal();
    return;
  }
  if (command === 'remove') {
    if (state.panel === 'payments') {
      state.askToCancel();
    }
    return;
  }
  if (command === 'next') {
    nextStep(state);
    return;
  }
  if (command === 'first-choice' || command === 'second-choice') {
    choose(state, command === 'first-choice' ? 1 : 2);
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
    case 'statement':
      void state.openStatements();
      return;
    case 'pending':
      void state.openPayments();
      return;
    case 'reserved':
      void state.openReservations();
      return;
    case 'relate':
      if (state.panel === 'card' && canConfirmLater(state.card)) {
        state.confirmCardLater();
      } else {
        state.openCard();
      }
      return;
    case 'print':
      printNow(state);
      return;
    case 'more':
      state.openPanel(state.panel === 'more' ? 'none' : 'more');
  }
}

/** F9: what stopped before goes first, then the list that is open, then the receipt. */
function printNow(state: DeskState): void {
  if (state.print.kind === 'not-printed' || state.print.kind === 'failed') {
    void state.repeatPrint();
  } else if (state.panel === 'statements') {
    void state.printStatements(printableStatements(state));
  } else {
    void state.printReceipt();
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
