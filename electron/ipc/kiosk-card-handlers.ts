import type { kioskCardCalls } from '../../shared/contract/kiosk-card.ts';
import { ok } from '../../shared/errors/result.ts';
import type { KioskCards } from '../services/kiosk-cards.ts';
import type { Handlers } from './register-calls.ts';

/** What each call of the relation of cards does at a kiosk. */
export function createKioskCardHandlers(cards: KioskCards): Handlers<typeof kioskCardCalls> {
  return {
    'kiosk/await-card': ({ session }) => {
      const awaited = cards.awaitCard(session);
      return awaited.ok ? ok({}) : awaited;
    },
    'kiosk/stop-awaiting-card': () => {
      cards.stopAwaiting();
      return ok({});
    },
    'kiosk/relate-card': ({ session, issuer }) => cards.relate(session, issuer),
    'kiosk/look-up-card': ({ session }) => cards.lookUp(session),
    'kiosk/find-related-card': async ({ session, issuer }) => {
      const found = await cards.findRelated(session, issuer);
      return found.ok ? ok({}) : found;
    },
    'kiosk/confirm-card': ({ session, code }) => cards.confirm(session, code),
  };
}
