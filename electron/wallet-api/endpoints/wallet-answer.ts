import { z } from 'zod';
import { WalletId } from '../../../shared/domain/ids.ts';
import type { Account, Wallet } from '../../../shared/domain/wallet.ts';

const AccountAnswer: z.ZodType<Account> = z.looseObject({
  number: z.string(),
  owner_display_name: z.string().optional(),
  owner_title: z.string().optional(),
  description: z.string().optional(),
  user_id: z.int().optional(),
  // A plain string: the seed names three types, and a fourth must not stop the till.
  type: z.string().optional(),
  ibans: z.array(z.string()).optional(),
});

/**
 * A wallet as the API answers with it. `account` is "always" there and yet absent from several of the seed's own
 * examples, so that it is optional here. Source: seed 001, "Get wallet information", "Search wallets".
 */
export const WalletAnswer: z.ZodType<Wallet> = z.looseObject({
  id: WalletId,
  owner: z.int(),
  account: AccountAnswer.optional(),
});
