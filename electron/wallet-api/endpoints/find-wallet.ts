import { z } from 'zod';
import { WalletIdentifier } from '../../../shared/domain/identifier.ts';
import { endpoint, type QueryPair } from '../endpoint.ts';
import { nothingSpecial } from './needs.ts';
import { WalletAnswer } from './wallet-answer.ts';

const [, ...criteria] = WalletIdentifier.options;

/** Whatever identifies a wallet from outside; a wallet's own number has an endpoint of its own. */
export const WalletCriterion = z.discriminatedUnion('kind', criteria);
export type WalletCriterion = z.infer<typeof WalletCriterion>;

/**
 * Finds the wallet behind exactly one criterion; by a person's code only with a special permission.
 * Errors: `wallet.not-found`; `wallet.access-revoked`.
 * Source: seed 001, "Requesting wallet by other information".
 */
export const findWallet = endpoint({
  name: 'wallet.find',
  summary: "Finds the wallet behind exactly one criterion; by a person's code only with a special permission.",
  source: 'seed 001, "Requesting wallet by other information"',
  method: 'GET',
  path: '/wallet',
  parameters: WalletCriterion,
  query: (criterion) => [pairOf(criterion)],
  answer: WalletAnswer,
  effect: 'read',
  authenticated: true,
  needs: nothingSpecial,
  needsFor: ({ kind }) => (kind === 'person-code' ? { scopes: [], specialPermission: true } : nothingSpecial),
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
    case 'account-number':
      return ['account_number', criterion.accountNumber];
    case 'person-code':
      return [`person_code[${criterion.country}]`, criterion.code];
    case 'company-code':
      return [`company_code[${criterion.country}]`, criterion.code];
    case 'licence-plate':
      return ['licence_plate', criterion.licencePlate];
    case 'user':
      return ['user_id', String(criterion.userId)];
  }
}
