import { printableStatements } from './account-statements-slice.ts';
import { canConfirmLater } from './card-flow.ts';
import { type KeyPlace, keyState } from './desk-keys.ts';
import type { DeskState } from './desk-state.ts';
import { offersFind } from './find-slice.ts';
import { isListPanel } from './flows.ts';

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
    // Behind the last step there is only the customer; the others have forms.
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
      if (state.panel === 'card' && canConfirmLater(state)) {
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
