import type { EventPayload } from '../../shared/contract/live.ts';
import { type CardFlow, waitUntilOf } from './card-flow.ts';
import type { DeskDeps, DeskState } from './desk-state.ts';
import type { DeskStore } from './desk-store.ts';

type EntryEvent = EventPayload<'customer-display/code-entry-changed'>;

/** Whether the customer has a display of their own to look at and to type on. */
export function hasCustomerDisplay({ status }: Pick<DeskState, 'status'>): boolean {
  return status?.customerDisplay === 'on-display' || status?.customerDisplay === 'in-window';
}

/** The step of the code after what happened on the customer's side; `now` in milliseconds since the epoch. */
export function codeAfter(card: Extract<CardFlow, { kind: 'code' }>, event: EntryEvent, now: number): CardFlow {
  switch (event.kind) {
    case 'sending':
      return { ...card, sending: true, notArrived: false, error: null, waitUntil: null };
    case 'refused':
      return { ...card, sending: false, error: event.error, waitUntil: waitUntilOf(event.error, now) };
    case 'unclear':
      return { ...card, sending: false, unclear: true };
    case 'confirmed':
      return { kind: 'done', how: 'confirmed', walletId: card.walletId };
    case 'later':
      return { kind: 'done', how: 'later', walletId: card.walletId };
    case 'at-desk':
      return { ...card, sending: false, where: 'desk' };
  }
}

function isTypedThere({ card }: Pick<DeskState, 'card'>): boolean {
  return card.kind === 'code' && card.where === 'display';
}

function sessionOf({ customer }: DeskState): string | null {
  return customer.kind === 'identified' ? customer.session : null;
}

/** The amount in the field is not the one that was asked about any more. */
function withdrew(now: DeskState, before: DeskState): boolean {
  return (
    (before.question.kind === 'asking' || before.question.kind === 'answered') &&
    now.question.kind === 'idle' &&
    sessionOf(now) === sessionOf(before)
  );
}

/** Keeps the desk and the customer's display in step; answers with the function that stops it. */
export function followCustomerSide(store: DeskStore, till: DeskDeps['till'], onTouched: () => void): () => void {
  const stops = [
    till.on('customer-display/code-entry-changed', (event) => store.getState().takeCodeEntry(event)),
    till.on('customer-display/touched', onTouched),
    store.subscribe((now, before) => {
      // However the step ends, and when the desk takes the code itself: nobody waits for it there any more.
      if (isTypedThere(before) && !isTypedThere(now)) {
        void till.call('customer-display/end-code-entry', {});
      }
      if (hasCustomerDisplay(now) && withdrew(now, before) && now.customer.kind === 'identified') {
        void till.call('customer-display/withdraw-question', { session: now.customer.session });
      }
    }),
  ];
  return () => {
    for (const stop of stops) {
      stop();
    }
  };
}
