import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { manageAccountScope } from './needs.ts';
import { readWallet } from './read-wallet.ts';
import { settleDescription } from './settle-description.ts';
import { WalletAnswer } from './wallet-answer.ts';
import { WalletReference } from './wallet-reference.ts';

/**
 * Sets the description that this user gave to the account. How long it may be is the API's to say.
 * Errors: `description.too-long`; `wallet.not-found`; `wallet.access-revoked`.
 * Source: seed 001, "Changing description of an account".
 */
export const setDescription = endpoint({
  name: 'description.set',
  summary: "Sets the account's description.",
  source: 'seed 001, "Changing description of an account"',
  method: 'PUT',
  path: '/wallet/:walletId',
  parameters: z.strictObject({ walletId: WalletReference, description: z.string().min(1) }),
  body: ({ description }) => ({ description }),
  answer: WalletAnswer,
  effect: 'mutation',
  settleBy: {
    asks: [readWallet.name],
    proves: 'an account with that very description has it; another one proves nothing',
    settle: (ask, { walletId, description }) => settleDescription(ask, walletId, description),
  },
  authenticated: true,
  needs: manageAccountScope,
  refusals: {
    invalid_parameters: 'description.too-long',
    not_found: 'wallet.not-found',
    forbidden: 'wallet.access-revoked',
  },
});
