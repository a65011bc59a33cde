import { expect, test } from 'vitest';
import type { Endpoint } from '../../../electron/wallet-api/endpoint.ts';
import { operationNames, operations } from '../../../electron/wallet-api/operations.ts';
import { possibleCausesOf } from '../../../electron/wallet-api/possible-causes.ts';

test.each([
  ['wallet.read', { walletId: 1 }, []],
  ['wallet.read', { walletId: 'me' }, ['access-token']],
  ['wallet.find', { kind: 'phone' }, []],
  ['wallet.find', { kind: 'person-code' }, ['special-permission']],
  ['balance.read', { walletId: 1 }, ['scope:balance', 'scope:balance_offline']],
  ['balance-receipt.read', { walletId: 1 }, ['scope:balance', 'scope:balance_offline', 'feature:balance-receipt']],
  ['wallet.check-sufficient-amount', { walletId: 1 }, ['scope:check_has_sufficient_balance']],
  ['statements.read', { walletId: 1 }, ['scope:statements', 'scope:statements_offline', 'special-permission']],
  [
    'reservation-statements.read',
    { walletId: 1 },
    ['scope:statements', 'scope:statements_offline', 'special-permission'],
  ],
  ['pending-payments.read', { direction: 'in' }, ['scope:incoming_payments', 'special-permission']],
  ['pending-payments.read', { direction: 'out' }, ['scope:outgoing_payments', 'special-permission']],
  ['pending-payments.read', {}, ['scope:incoming_payments', 'scope:outgoing_payments', 'special-permission']],
  ['pending-payment.cancel', {}, ['scope:incoming_payments', 'scope:outgoing_payments', 'special-permission']],
  ['pending-payment.accept', {}, ['scope:incoming_payments', 'special-permission']],
  ['card.relate', { walletId: 1 }, ['feature:card-relation']],
  ['card.confirm', { walletId: 1 }, ['feature:card-relation']],
  ['description.set', { walletId: 1 }, ['scope:manage_account']],
  ['description.delete', { walletId: 1 }, ['scope:manage_account']],
] as const)(
  'behind a forbidden %s of %j may be what the specification says, or a revoked grant',
  (name, asked, causes) => {
    expect(possibleCausesOf(operations[name], asked)).toEqual([...causes, 'grant-revoked']);
  },
);

test('every operation that a user or the API can forbid says what a forbidden means to it', () => {
  const authenticated = operationNames.map((name): Endpoint => operations[name]).filter((one) => one.authenticated);
  expect(authenticated).toHaveLength(16);
  for (const { refusals } of authenticated) {
    expect(refusals).toHaveProperty('forbidden');
  }
});
