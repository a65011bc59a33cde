import type { z } from 'zod';
import type { cardCalls, cardEvents } from '../../shared/contract/card.ts';
import { maskNumber } from '../../shared/domain/mask.ts';
import { ok } from '../../shared/errors/result.ts';
import type { CardEvent, CardRelation } from '../services/card-relation.ts';
import { plainError } from './present.ts';
import type { Handlers } from './register-calls.ts';

type CardEvents = typeof cardEvents;
type Presented = {
  [E in keyof CardEvents]: { readonly name: E; readonly payload: z.input<CardEvents[E]> };
}[keyof CardEvents];

/** What crosses to the page: a scanned card by its last four signs. */
export function presentCardEvent(event: CardEvent): Presented {
  switch (event.kind) {
    case 'card-scanned': {
      const { card, reader } = event;
      const payload = { issuer: card.issuer, masked: maskNumber(card.number), from: reader };
      return { name: 'card/card-scanned', payload };
    }
    case 'scan-refused':
      return { name: 'card/scan-refused', payload: { error: plainError(event.error) } };
    case 'settling':
      return { name: 'card/settling', payload: {} };
  }
}

/** What each call of the relation of cards does. */
export function createCardHandlers(cards: CardRelation): Handlers<typeof cardCalls> {
  return {
    'card/await-card': ({ session }) => {
      const awaited = cards.awaitCard(session);
      return awaited.ok ? ok({}) : awaited;
    },
    'card/stop-awaiting': () => {
      cards.stopAwaiting();
      return ok({});
    },
    'card/relate': ({ session, card }) => cards.relate(session, card),
    'card/look-up': ({ session }) => cards.lookUp(session),
    'card/find-related': ({ session, card }) => cards.findRelated(session, card),
    'card/confirm': ({ session, walletId, code }) => cards.confirm(session, walletId, code),
  };
}
