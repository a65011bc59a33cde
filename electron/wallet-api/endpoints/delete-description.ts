import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { manageAccountScope } from './needs.ts';
import { readWallet } from './read-wallet.ts';
import { settleDescription } from './settle-description.ts';
import { WalletAnswer } from './wallet-answer.ts';
import { WalletReference } from './wallet-reference.ts';

/**
 * Deletes the description that this user gave to the account.
 * Errors: `wallet.not-found`; `wallet.access-revoked`.
 * Source: seed 001, "Deleting description".
 */
export const deleteDescription = endpoint({
  name: 'description.delete',
  summary: "Deletes the account's description.",
  source: 'seed 001, "Deleting description"',
  method: 'DELETE',
  path: '/wallet/:walletId/description',
  parameters: z.strictObject({ walletId: WalletReference }),
  answer: WalletAnswer,
  effect: 'mutation',
  settleBy: {
    asks: [readWallet.name],
    proves:
      'an account without one has none, if its other fields of that scope are shown; one that is there proves nothing',
    settle: (ask, { walletId }) => settleDescription(ask, walletId, null),
  },
  authenticated: true,
  needs: manageAccountScope,
  refusals: { not_found: 'wallet.not-found', forbidden: 'wallet.access-revoked' },
});
