import { z } from 'zod';
import { WalletId } from '../../../shared/domain/ids.ts';

/** How a path names a wallet: its number, or `me` where an access token says whose (seed 001, "Parameters"). */
export const WalletReference = z.union([WalletId, z.literal('me')]);
