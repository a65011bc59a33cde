import { type Answer, refusal } from './answer.ts';
import type { Scope, TokenRecord } from './records.ts';
import type { BookEntry } from './wallet-book.ts';

/** Who signed a request: the client itself (by key or certificate), or one of its users' access tokens. */
export type Caller =
  | { readonly kind: 'client'; readonly id: string }
  | { readonly kind: 'token'; readonly id: string; readonly token: TokenRecord };

export type Need = 'balance' | 'sufficient-amount' | 'statements' | 'incoming' | 'outgoing' | 'wallet-list' | 'account';

/** The scopes that satisfy a need: of the client's own credentials, and of an access token. */
const scopes: Record<Need, { readonly client: readonly Scope[]; readonly token: readonly Scope[] }> = {
  balance: { client: ['balance_offline'], token: ['balance', 'balance_offline'] },
  'sufficient-amount': { client: ['check_has_sufficient_balance'], token: ['check_has_sufficient_balance'] },
  statements: { client: ['statements_offline'], token: ['statements', 'statements_offline'] },
  // These three have no offline form, yet the seed signs their examples as it signs all others.
  incoming: { client: ['incoming_payments'], token: ['incoming_payments'] },
  outgoing: { client: ['outgoing_payments'], token: ['outgoing_payments'] },
  account: { client: ['manage_account'], token: ['manage_account'] },
  'wallet-list': { client: ['wallet_list_offline'], token: ['wallet_list', 'wallet_list_offline'] },
};

/** Whether the account's owner granted a need, and for a token: of whose account the token is. */
export function isGranted(caller: Caller, entry: BookEntry, need: Need, tokenEntry?: BookEntry): boolean {
  if (caller.kind === 'client') return scopes[need].client.some((scope) => entry.accountOwner.grants.includes(scope));
  const own = tokenEntry?.account === entry.account;
  return own && scopes[need].token.some((scope) => caller.token.scopes.includes(scope));
}

/** The refusal of a need that was not granted. */
export function notGranted(caller: Caller, need: Need): Answer {
  return refusal('forbidden', `the scope ${scopes[need][caller.kind].join(' or ')} was not granted or was revoked`);
}
