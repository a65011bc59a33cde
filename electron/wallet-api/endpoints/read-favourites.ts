import { z } from 'zod';
import type { Favourite, FavouritePage } from '../../../shared/domain/account-records.ts';
import { endpoint } from '../endpoint.ts';
import { nothingSpecial } from './needs.ts';
import { PageMetadataAnswer, pageParameters, pageQuery } from './page.ts';
import { WalletReference } from './wallet-reference.ts';

const FavouriteAnswer: z.ZodType<Favourite> = z.looseObject({
  payment_count: z.int(),
  user_info: z.looseObject({
    wallet_id: z.int(),
    account_number: z.string(),
    user_id: z.int(),
    // "Usually phone or email is only provided when display_name is unavailable."
    display_name: z.string().optional(),
    phone: z.string().optional(),
    email: z.string().optional(),
  }),
});

const FavouritePageAnswer: z.ZodType<FavouritePage> = z.looseObject({
  favourites: z.array(FavouriteAnswer),
  _metadata: PageMetadataAnswer,
});

/**
 * Reads one page of those whom the user pays most, most used first.
 * Errors: `wallet.not-found`; `wallet.access-revoked`.
 * Source: seed 001, "Get favourite beneficiaries".
 */
export const readFavourites = endpoint({
  name: 'favourites.read',
  summary: 'Reads whom the user pays most, most used first.',
  source: 'seed 001, "Get favourite beneficiaries"',
  method: 'GET',
  path: '/wallet/:walletId/favourites',
  parameters: z.strictObject({ walletId: WalletReference, ...pageParameters }),
  query: pageQuery,
  answer: FavouritePageAnswer,
  effect: 'read',
  authenticated: true,
  needs: nothingSpecial,
  refusals: { not_found: 'wallet.not-found', forbidden: 'wallet.access-revoked' },
});
