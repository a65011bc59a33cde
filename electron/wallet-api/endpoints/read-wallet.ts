import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { nothingSpecial } from './needs.ts';
import { WalletAnswer } from './wallet-answer.ts';
import { WalletReference } from './wallet-reference.ts';

/**
 * Reads a wallet by its number.
 * Errors: `wallet.not-found`; `wallet.access-revoked`.
 * Source: seed 001, "Requesting wallet by ID".
 */
export const readWallet = endpoint({
  name: 'wallet.read',
  summary: 'Reads a wallet by its number.',
  source: 'seed 001, "Requesting wallet by ID"',
  method: 'GET',
  path: '/wallet/:walletId',
  parameters: z.strictObject({ walletId: WalletReference }),
  answer: WalletAnswer,
  effect: 'read',
  authenticated: true,
  needs: nothingSpecial,
  refusals: { not_found: 'wallet.not-found', forbidden: 'wallet.access-revoked' },
});
