import { z } from 'zod';
import { CurrencyCode } from '../../../shared/domain/wallet.ts';
import { endpoint } from '../endpoint.ts';
import { balanceAnswer } from './balance-answer.ts';
import { balanceScope } from './needs.ts';
import { WalletReference } from './wallet-reference.ts';

/**
 * Reads what is at disposal and reserved per currency, converted into one currency when asked.
 * Errors: `wallet.not-found`; `wallet.access-revoked`.
 * Source: seed 001, "Get balance of a wallet".
 */
export const readBalance = endpoint({
  name: 'balance.read',
  summary: 'Reads what is at disposal and reserved per currency.',
  source: 'seed 001, "Get balance of a wallet"',
  method: 'GET',
  path: '/wallet/:walletId/balance',
  parameters: z.strictObject({
    walletId: WalletReference,
    convert_to: CurrencyCode.optional(),
    show_historical_currencies: z.boolean().optional(),
  }),
  query: ({ convert_to, show_historical_currencies }) => [
    ['convert_to', convert_to],
    ['show_historical_currencies', show_historical_currencies?.toString()],
  ],
  answer: balanceAnswer(undefined),
  answerTo: ({ convert_to }) => balanceAnswer(convert_to),
  effect: 'read',
  authenticated: true,
  needs: balanceScope,
  refusals: { not_found: 'wallet.not-found', forbidden: 'wallet.access-revoked' },
});
