import { z } from 'zod';
import { CardIssuer, CardNumber } from '../../../shared/domain/identifier.ts';
import type { Wallet } from '../../../shared/domain/wallet.ts';
import { ok, type Result } from '../../../shared/errors/result.ts';
import { type Ask, endpoint, type Settlement } from '../endpoint.ts';
import { findWallet } from './find-wallet.ts';
import { readWallet } from './read-wallet.ts';
import { WalletAnswer } from './wallet-answer.ts';
import { WalletReference } from './wallet-reference.ts';

const parameters = z.strictObject({ walletId: WalletReference, issuer: CardIssuer, number: CardNumber });

/** Relating makes a new wallet of the same user and account: whoever finds that one by the card knows that it was done. */
async function lookForCard(ask: Ask, asked: z.output<typeof parameters>): Promise<Result<Settlement<Wallet>>> {
  const { walletId, issuer, number } = asked;
  const original = await ask(readWallet, { walletId });
  if (!original.ok) {
    return original;
  }
  const found = await ask(findWallet, { kind: 'card', issuer, number });
  if (!found.ok) {
    // A card that is not confirmed may not be found at all: absence proves nothing.
    return found.error.code === 'wallet.not-found' ? ok({ kind: 'unknown' }) : found;
  }
  return ok(isOfSameAccount(found.value, original.value) ? { kind: 'done', value: found.value } : { kind: 'unknown' });
}

/** Whether a wallet that was found is another one of the same owner and account: that of a card that was related to it. */
export function isOfSameAccount(found: Wallet, original: Wallet): boolean {
  const accounts = new Set([found, original].flatMap(({ account }) => (account === undefined ? [] : [account.number])));
  return found.owner === original.owner && found.id !== original.id && accounts.size <= 1;
}

/**
 * Relates a card to the wallet's account; the API answers with the card's own new wallet and sends the customer a code.
 * Errors: `card.already-assigned`; `wallet.not-found`; `wallet.access-revoked`.
 * Source: seed 001, "Card relation request".
 */
export const relateCard = endpoint({
  name: 'card.relate',
  summary: "Relates a card to the wallet's account and has a confirmation code sent to the customer.",
  source: 'seed 001, "Card relation request"',
  method: 'PUT',
  path: '/wallet/:walletId/card',
  parameters,
  body: ({ issuer, number }) => ({ issuer, number }),
  answer: WalletAnswer,
  effect: 'mutation',
  settleBy: {
    asks: [readWallet.name, findWallet.name],
    proves: 'a wallet found by the card, of the same owner and account but with another id, is the new one',
    settle: lookForCard,
  },
  authenticated: true,
  needs: { scopes: [], feature: 'card-relation' },
  refusals: {
    card_already_assigned: 'card.already-assigned',
    not_found: 'wallet.not-found',
    forbidden: 'wallet.access-revoked',
  },
});
