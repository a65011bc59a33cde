import { describe, expect, test } from 'vitest';
import { readAnswer } from '../../../electron/wallet-api/answer.ts';
import type { Endpoint } from '../../../electron/wallet-api/endpoint.ts';
import { operations } from '../../../electron/wallet-api/operations.ts';

const read = (endpoint: Endpoint, value: unknown) =>
  readAnswer(
    { status: 200, retryAfter: null, body: new TextEncoder().encode(JSON.stringify(value)) },
    endpoint.answer,
    {},
  );

const _metadata = { total: 1, offset: 0, limit: 20 };
const statement = { id: 1, amount: 100, currency: 'EUR', amount_decimal: '1.00', direction: 'in', date: 5 };
const payment = { ...statement, details: '', type: 'password', cancelable: true };
const favourite = { payment_count: 1, user_info: { wallet_id: 1, account_number: 'EVP1', user_id: 2 } };
const reservation = { type: 'hold', amount: 100, amount_decimal: '1.00', currency: 'EUR', date: 5 };

describe('what came later passes through', () => {
  test.each([
    ['statements.read', { statements: [{ ...statement, type: 'orbital', direction: 'sideways', mood: 'good' }] }],
    ['reservation-statements.read', { reservation_statements: [{ ...reservation, type: 'freeze', mood: 'good' }] }],
    ['pending-payments.read', { pending_payments: [{ ...payment, type: 'wish', mood: 'good' }], cursor: 'x' }],
    ['favourites.read', { favourites: [{ ...favourite, mood: 'good' }] }],
  ] as const)('%s', (name, answer) => {
    expect(read(operations[name], { ...answer, _metadata })).toStrictEqual({
      ok: true,
      value: { ...answer, _metadata },
    });
  });
});

describe('null is absent', () => {
  test('in every optional field of a row', () => {
    const rows = [{ ...statement, details: null, other_party: { name: null, code: null }, type: null }];
    expect(read(operations['statements.read'], { statements: rows, _metadata })).toStrictEqual({
      ok: true,
      value: { statements: [{ ...statement, other_party: {} }], _metadata },
    });
  });
});

describe('a wrong type is named by its path', () => {
  test.each([
    ['statements.read', { statements: [statement, { ...statement, amount: '100' }], _metadata }, 'statements.1.amount'],
    ['statements.read', { statements: [{ ...statement, other_party: 'EVP' }], _metadata }, 'statements.0.other_party'],
    [
      'statements.read',
      { statements: [{ ...statement, other_party: { name: 7 } }], _metadata },
      'statements.0.other_party.display_name',
    ],
    ['statements.read', { statements: [] }, '_metadata'],
    ['statements.read', [], ''],
    [
      'reservation-statements.read',
      { reservation_statements: [{ ...reservation, amount: true }], _metadata },
      'reservation_statements.0.amount',
    ],
    [
      'reservation-statements.read',
      { reservation_statements: [{ type: 'hold', currency: 'EUR', date: 1 }], _metadata },
      'reservation_statements.0.amount',
    ],
    [
      'pending-payments.read',
      { pending_payments: [{ ...payment, cancelable: 'yes' }], _metadata },
      'pending_payments.0.cancelable',
    ],
    ['favourites.read', { favourites: [{ payment_count: 1, user_info: null }], _metadata }, 'favourites.0.user_info'],
    ['wallets.search', { 'a@example.com': { id: 'x', owner: 1 } }, 'a@example.com.id'],
    ['wallets.search', [1], ''],
    ['card.confirm', { owner: 1 }, 'id'],
  ] as const)('%s %j', (name, value, path) => {
    expect(read(operations[name], value)).toMatchObject({ error: { code: 'api.malformed-answer', details: { path } } });
  });
});

describe("a reservation's amount", () => {
  const amountsOf = (row: object) => {
    const answer = read(operations['reservation-statements.read'], {
      reservation_statements: [{ type: 'hold', date: 1, ...row }],
      _metadata,
    });
    const [first] = answer.ok
      ? (answer.value as { reservation_statements: [typeof reservation] }).reservation_statements
      : [];
    return answer.ok ? [first?.amount, first?.amount_decimal] : answer.error.code;
  };

  test.each([
    [{ currency: 'EUR', amount: 100 }, [100, '1.00']],
    [{ currency: 'EUR', amount: '1.00' }, [100, '1.00']],
    [{ currency: 'EUR', amount: '-0.5' }, [-50, '-0.5']],
    // Where nobody said what a cent is, the form that came is all there is.
    [{ currency: 'JPY', amount: 100 }, [100, undefined]],
    [{ currency: 'JPY', amount: '100' }, [undefined, '100']],
    [{ currency: 'EUR', amount: '1.005' }, [undefined, '1.005']],
    [{ currency: 'EUR', amount: '1,00' }, 'api.malformed-answer'],
    [{ currency: 'EUR', amount: 1.5 }, 'api.malformed-answer'],
  ])('%j is read as %j', (row, expected) => {
    expect(amountsOf(row)).toEqual(expected);
  });
});

test('the password of a payment is on no object, whoever answers with one', () => {
  const outgoing = { ...payment, direction: 'out', password: 'žalias vilkas' };
  for (const answer of [
    read(operations['pending-payments.read'], { pending_payments: [outgoing], _metadata }),
    read(operations['pending-payment.cancel'], outgoing),
    read(operations['pending-payment.accept'], outgoing),
  ]) {
    expect(answer.ok).toBe(true);
    expect(JSON.stringify(answer)).not.toMatch(/password":|vilkas/);
  }
});
