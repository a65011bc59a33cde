import { z } from 'zod';
import { WalletId } from '../../../shared/domain/ids.ts';
import { endpoint } from '../endpoint.ts';

/** Ours: the API does not publish its own. Long enough for "some period", short enough for the next customer. */
const waitAfterWrongCodesMs = 10 * 60_000;

/**
 * Confirms a related card by the code that its owner was sent. The wallet is the one that relating answered with: never
 * `me`, never the original one. Nothing can be read of it afterwards, and the customer may confirm without us.
 * Errors: `card.invalid-code`; `card.attempts-exhausted` (the API's wait); `card.code-wait` (ours, after three wrong
 * codes for one card, because the API counts for all stations); `card.nothing-to-confirm`; `wallet.not-found`;
 * `wallet.access-revoked`.
 * Source: seed 001, "Confirm card request".
 */
export const confirmCard = endpoint({
  name: 'card.confirm',
  summary: 'Confirms a related card by the code that its owner was sent.',
  source: 'seed 001, "Confirm card request"',
  method: 'PUT',
  path: '/wallet/:walletId/confirm',
  parameters: z.strictObject({ walletId: WalletId, code: z.string().min(1).max(64) }),
  body: ({ code }) => ({ code }),
  // Called a user by the text and shown as a wallet: what both have is an id.
  answer: z.looseObject({ id: z.int(), owner: z.int().optional() }),
  effect: 'mutation',
  settleBy: 'operator',
  attempts: {
    wrong: 'card.invalid-code',
    most: 3,
    waitMs: waitAfterWrongCodesMs,
    waiting: 'card.code-wait',
    keyOf: ({ walletId }) => String(walletId),
  },
  authenticated: true,
  needs: { scopes: [], feature: 'card-relation' },
  refusals: {
    invalid_code: 'card.invalid-code',
    rate_limit_exceeded: 'card.attempts-exhausted',
    not_found: 'wallet.not-found',
    forbidden: 'wallet.access-revoked',
    invalid_state: 'card.nothing-to-confirm',
  },
});
