import { z } from 'zod';
import { CardIssuer, CardNumber } from '../domain/identifier.ts';
import { SessionId, WalletId } from '../domain/ids.ts';
import { readerNames } from '../domain/reading.ts';
import { AppErrorSchema } from './app-error.ts';
import type { Contract, EventContract } from './contract.ts';

// Relating a card. The number of a scanned card stays in main; a code goes there and never comes back.

const ChosenCard = z.discriminatedUnion('kind', [
  /** The card that was scanned last while one was awaited. */
  z.strictObject({ kind: z.literal('scanned') }),
  z.strictObject({ kind: z.literal('typed'), issuer: CardIssuer, number: CardNumber }),
]);
export type ChosenCard = z.infer<typeof ChosenCard>;

const RelatedCard = z.discriminatedUnion('kind', [
  ...ChosenCard.options,
  /** The card's own wallet, where the API does not find a card that is not confirmed. */
  z.strictObject({ kind: z.literal('wallet'), walletId: WalletId }),
]);
export type RelatedCard = z.infer<typeof RelatedCard>;

const Relation = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('related'),
    walletId: WalletId,
    /** `read`: the answer was lost, and a look at the service proved it. */
    provenBy: z.enum(['answer', 'read']),
  }),
  z.strictObject({ kind: z.literal('unknown') }),
]);
export type Relation = z.infer<typeof Relation>;

const session = { session: SessionId };

export const cardCalls = {
  /** From now on a scan is the new card and identifies nobody, until it is related or no longer awaited. */
  'card/await-card': { input: z.strictObject(session), output: z.strictObject({}), errors: ['session.closed'] },
  'card/stop-awaiting': { input: z.strictObject({}), output: z.strictObject({}), errors: [] },
  /** Relates the card to the served customer's account; its owner is sent a code. Waits up to 20 s. */
  'card/relate': {
    input: z.strictObject({ ...session, card: ChosenCard }),
    output: Relation,
    errors: ['session.closed', 'card.already-assigned', 'wallet.access-revoked', 'api.operation-disabled'],
  },
  /** Looks for what the lost answer would have said; changes nothing. Waits up to 20 s. */
  'card/look-up': { input: z.strictObject(session), output: Relation, errors: ['session.closed'] },
  /** The own wallet of a card that was related earlier. Waits up to 10 s. */
  'card/find-related': {
    input: z.strictObject({ ...session, card: RelatedCard }),
    output: z.strictObject({ walletId: WalletId }),
    errors: ['session.closed', 'wallet.not-found', 'card.other-account', 'wallet.access-revoked'],
  },
  /** Confirms the card's own wallet by the code. Wrong codes have `attemptsLeft`. Waits up to 10 s. */
  'card/confirm': {
    input: z.strictObject({ ...session, walletId: WalletId, code: z.string().trim().min(1).max(64) }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('confirmed') }),
      z.strictObject({ kind: z.literal('unknown') }),
    ]),
    errors: [
      'session.closed',
      'card.invalid-code',
      'card.code-wait',
      'card.attempts-exhausted',
      'card.nothing-to-confirm',
      'wallet.not-found',
    ],
  },
} as const satisfies Contract;

export const cardEvents = {
  'card/card-scanned': z.strictObject({
    issuer: CardIssuer,
    /** The last four signs at most. */
    masked: z.string().max(32),
    from: z.enum(readerNames),
  }),
  'card/scan-refused': z.strictObject({ error: AppErrorSchema }),
  /** An answer was lost, and what became of the change is being looked up. */
  'card/settling': z.strictObject({}),
} as const satisfies EventContract;
