import { type Answer, refusal, success } from '../answer.ts';
import { cutPage, readPage } from '../paging.ts';
import { holderOf } from '../wallet-book.ts';
import type { WalletAsk } from './ask.ts';

/** The seed's table says 20 and its example, which asks for none, prints 50. */
const limitOfExample = 50;

/** GET /wallet/:id/favourites, most used first. The seed names no scope. Source: seed 001, "Get favourite beneficiaries". */
export function listFavourites({ entry, call, world }: WalletAsk): Answer {
  const page = readPage(call.query, limitOfExample);
  if (page === null) return refusal('invalid_parameters', 'limit or offset is malformed');
  const user = world.state.data.users.find(({ id }) => id === holderOf(entry));
  const ordered = (user?.favourites ?? []).toSorted((left, right) => right.paymentCount - left.paymentCount);
  const { rows, metadata } = cutPage(ordered, page);
  const favourites = rows.flatMap(({ wallet, paymentCount, named }) => {
    const party = world.book.findById(wallet);
    if (party === undefined) return [];
    const { displayName, phone, email } = party.accountOwner;
    const user_info = {
      ...(named ? { display_name: displayName } : { phone, email }),
      user_id: holderOf(party),
      wallet_id: wallet,
      account_number: party.account.number,
    };
    return [{ payment_count: paymentCount, user_info }];
  });
  return success({ favourites, _metadata: metadata });
}
