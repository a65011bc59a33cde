import { z } from 'zod';
import { CardIssuer } from '../domain/identifier.ts';
import { SessionId } from '../domain/ids.ts';
import type { Contract } from './contract.ts';

// Relating a card at a kiosk. No call takes a card's number or a wallet: only a card that was held to a reader can be
// related, and only the wallet that this customer's own card leads to can be confirmed. The code goes in and never comes
// back.

const Relation = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('related') }),
  /** Sent, not answered, and not to be found. */
  z.strictObject({ kind: z.literal('unknown') }),
]);

const session = { session: SessionId };

export const kioskCardCalls = {
  /** From now on a scan is the new card and identifies nobody, until it is related or no longer awaited. */
  'kiosk/await-card': { input: z.strictObject(session), output: z.strictObject({}), errors: ['session.closed'] },
  'kiosk/stop-awaiting-card': { input: z.strictObject({}), output: z.strictObject({}), errors: [] },
  /** Relates the card that was scanned last; `issuer` is what stands on its face. Waits up to 20 s. */
  'kiosk/relate-card': {
    input: z.strictObject({ ...session, issuer: CardIssuer }),
    output: Relation,
    errors: ['session.closed', 'card.already-assigned', 'wallet.access-revoked', 'api.operation-disabled'],
  },
  /** Looks for what the lost answer would have said; changes nothing. Waits up to 20 s. */
  'kiosk/look-up-card': { input: z.strictObject(session), output: Relation, errors: ['session.closed'] },
  /** Finds the own wallet of the scanned card that was related earlier; its code can be given then. Waits up to 10 s. */
  'kiosk/find-related-card': {
    input: z.strictObject({ ...session, issuer: CardIssuer }),
    output: z.strictObject({}),
    errors: ['session.closed', 'wallet.not-found', 'card.other-account', 'wallet.access-revoked'],
  },
  /** Confirms the card by the code. Wrong ones have `attemptsLeft`. Waits up to 10 s. */
  'kiosk/confirm-card': {
    input: z.strictObject({ ...session, code: z.string().trim().min(1).max(64) }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('confirmed') }),
      z.strictObject({ kind: z.literal('unknown') }),
    ]),
    errors: ['session.closed', 'card.invalid-code', 'card.code-wait', 'card.attempts-exhausted', 'wallet.not-found'],
  },
} as const satisfies Contract;
