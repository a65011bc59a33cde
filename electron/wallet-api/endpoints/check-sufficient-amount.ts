import { z } from 'zod';
import { isSentInCents } from '../../../shared/domain/money.ts';
import { CurrencyCode } from '../../../shared/domain/wallet.ts';
import type { ErrorCode } from '../../../shared/errors/error-table.ts';
import { endpoint } from '../endpoint.ts';
import { WalletReference } from './wallet-reference.ts';

/** The last gate before the wire: whoever calls, no integer leaves in a currency whose cents nobody defined. */
const SentCurrency = CurrencyCode.refine(isSentInCents, {
  params: { code: 'amount.currency-not-in-cents' satisfies ErrorCode },
});

/**
 * Asks whether a wallet covers an amount in cents; nothing is reserved or taken.
 * Errors: `wallet.not-found`; `wallet.access-revoked`; `amount.currency-not-in-cents` before anything is sent.
 * Source: seed 001, "Check if enough balance".
 */
export const checkSufficientAmount = endpoint({
  name: 'wallet.check-sufficient-amount',
  summary: 'Asks whether a wallet covers an amount; nothing is reserved.',
  source: 'seed 001, "Check if enough balance"',
  method: 'GET',
  path: '/wallet/:walletId/sufficient-amount',
  parameters: z.strictObject({ walletId: WalletReference, amount: z.int().positive(), currency: SentCurrency }),
  query: ({ amount, currency }) => [
    ['amount', String(amount)],
    ['currency', currency],
  ],
  answer: z.object({ is_sufficient: z.boolean() }),
  effect: 'read',
  authenticated: true,
  needs: { scopes: [['check_has_sufficient_balance']] },
  refusals: { not_found: 'wallet.not-found', forbidden: 'wallet.access-revoked' },
});
