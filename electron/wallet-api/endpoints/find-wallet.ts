import { z } from 'zod';
import { WalletIdentifier } from '../../../shared/domain/identifier.ts';
import { endpoint, type QueryPair } from '../endpoint.ts';
import { WalletAnswer } from './wallet-answer.ts';

const [, byCard, byBarcode, byPhone, byEmail] = WalletIdentifier.options;

/** Whatever identifies a wallet from outside; a wallet's own number has an endpoint of its own. */
export const WalletCriterion = z.discriminatedUnion('kind', [byCard, byBarcode, byPhone, byEmail]);
type WalletCriterion = z.infer<typeof WalletCriterion>;

/**
 * Finds the wallet behind exactly one criterion: card, barcode, phone or e-mail.
 * Errors: `wallet.not-found`; `wallet.access-revoked`.
 * Source: seed 001, "Requesting wallet by other information".
 */
export const findWallet = endpoint({
  name: 'wallet.find',
  method: 'GET',
  path: '/wallet',
  parameters: WalletCriterion,
  query: (criterion) => [pairOf(criterion)],
  answer: WalletAnswer,
  effect: 'read',
  authenticated: true,
  refusals: { not_found: 'wallet.not-found', forbidden: 'wallet.access-revoked' },
});

function pairOf(criterion: WalletCriterion): QueryPair {
  switch (criterion.kind) {
    case 'card':
      return [`card[${criterion.issuer}]`, criterion.number];
    case 'barcode':
      return ['barcode', criterion.barcode];
    case 'phone':
      return ['phone', criterion.phone];
    case 'email':
      return ['email', criterion.email];
  }
}
