import { z } from 'zod';
import { Locale } from '../../../shared/domain/locale.ts';
import { endpoint } from '../endpoint.ts';
import { balanceScope } from './needs.ts';
import { WalletReference } from './wallet-reference.ts';

/**
 * Reads the balance receipt's text, lines ended CR LF, at most `width` symbols each.
 * The text may be neither stored nor shown to anyone but the customer: take it to the printer and let it go.
 * Errors: `receipt.not-enabled`, since a 403 does not tell the missing feature from a revoked grant; `wallet.not-found`.
 * Source: seed 001, "Getting balance receipt for a wallet".
 */
export const readBalanceReceipt = endpoint({
  name: 'balance-receipt.read',
  summary: 'Reads the text of a balance receipt, for the customer only.',
  source: 'seed 001, "Getting balance receipt for a wallet"',
  method: 'GET',
  path: '/wallet/:walletId/receipt/balance',
  parameters: z.strictObject({
    walletId: WalletReference,
    locale: Locale.optional(),
    width: z.int().positive().optional(),
  }),
  query: ({ locale, width }) => [
    ['locale', locale],
    ['width', width?.toString()],
  ],
  answer: z.object({ text: z.string() }),
  effect: 'read',
  authenticated: true,
  needs: { ...balanceScope, feature: 'balance-receipt' },
  refusals: { not_found: 'wallet.not-found', forbidden: 'receipt.not-enabled' },
});
