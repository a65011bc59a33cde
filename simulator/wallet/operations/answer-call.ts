import { type Answer, refusal } from '../answer.ts';
import { expirePayments } from '../ledger.ts';
import type { Call, Operation } from '../routes.ts';
import { type Ask, findMe, type WalletAsk } from './ask.ts';
import { checkAmount, readBalance, readReceipt } from './balance.ts';
import { confirmCard, relateCard } from './cards.ts';
import { listFavourites } from './favourites.ts';
import { listReservations, listStatements } from './history.ts';
import { cancelPayment, listPayments, providePassword } from './payments.ts';
import { refreshToken } from './tokens.ts';
import { deleteDescription, findWallet, readWallet, searchWallets, setDescription } from './wallets.ts';

type Handler = (ask: WalletAsk) => Answer;

/** What is asked about one wallet; the others are answered before. */
const ofWallet: Record<Exclude<Operation, 'server' | 'search-wallets' | 'refresh-token' | 'confirm-card'>, Handler> = {
  wallet: readWallet,
  balance: readBalance,
  receipt: readReceipt,
  'sufficient-amount': checkAmount,
  statements: listStatements,
  'reservation-statements': listReservations,
  'pending-payments': listPayments,
  'cancel-payment': cancelPayment,
  'provide-password': providePassword,
  favourites: listFavourites,
  'relate-card': relateCard,
  'set-description': setDescription,
  'delete-description': deleteDescription,
};

/** A call that was authenticated; `GET /server` never is. */
export interface AuthenticatedAsk extends Ask {
  readonly call: Call & { readonly operation: Exclude<Operation, 'server'> };
}

/** Answers a call as the seed's examples do, and does what it asks. `client`: whose credentials. */
export function answerCall(ask: AuthenticatedAsk, client: string): Answer {
  const { operation, walletRef } = ask.call;
  expirePayments(ask.world);
  if (operation === 'search-wallets') return searchWallets(ask);
  if (operation === 'refresh-token') return refreshToken(ask);
  if (operation === 'wallet' && walletRef === null) return findWallet(ask);
  if (operation === 'confirm-card' && walletRef === 'me') {
    return refusal('invalid_parameters', 'the wallet must be the one that relating the card answered with');
  }

  const me = findMe(ask);
  if (walletRef === 'me' && me === undefined) return refusal('forbidden', 'me needs an access token');
  const entry = walletRef === 'me' ? me : ask.world.book.findById(Number(walletRef));
  if (entry === undefined) return refusal('not_found', 'there is no such wallet');
  return operation === 'confirm-card' ? confirmCard({ ...ask, entry }, client) : ofWallet[operation]({ ...ask, entry });
}
