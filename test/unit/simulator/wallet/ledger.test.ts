import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptPayment, expirePayments, payIn, returnPayment } from '../../../../simulator/wallet/ledger.ts';
import { people } from '../../../../simulator/wallet/people.ts';
import { beginState } from '../../../../simulator/wallet/state.ts';
import { createWorld, type World } from '../../../../simulator/wallet/world.ts';

function begin(): World {
  const state = beginState({ data: people, dataDigest: '', bornAt: 1_600_000_000, seed: 1 });
  return createWorld(state, { clock: () => 1_600_000_000_000, onCodeSent: () => {} });
}

/** All the money of all accounts per currency, and what is reserved for payments on their way. */
function totals({ state }: World): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { balances } of state.data.users.flatMap(({ accounts }) => accounts)) {
    for (const [currency, { atDisposal, reserved }] of Object.entries(balances)) {
      sums[currency] = (sums[currency] ?? 0) + atDisposal + reserved;
    }
  }
  return sums;
}

const steps = fc.array(
  fc.record({
    index: fc.nat({ max: people.pendingPayments.length - 1 }),
    what: fc.constantFrom('accept', 'cancel', 'wait'),
    seconds: fc.nat({ max: 4 * 86_400 }),
  }),
  { maxLength: 12 },
);

describe('the ledger', () => {
  it('neither makes nor loses money, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(steps, (story) => {
        const world = begin();
        const before = totals(world);
        for (const { index, what, seconds } of story) {
          const payment = world.state.data.pendingPayments[index];
          if (what === 'wait') world.state.clockOffsetSeconds += seconds;
          expirePayments(world);
          if (payment?.status !== 'pending') continue;
          if (what === 'accept') acceptPayment(payment, world);
          if (what === 'cancel') returnPayment(payment, 'cancelled', world);
        }
        expect(totals(world)).toEqual(before);
        const balances = world.state.data.users.flatMap(({ accounts }) =>
          accounts.flatMap((account) => Object.values(account.balances)),
        );
        expect(balances.every(({ atDisposal, reserved }) => atDisposal >= 0 && reserved >= 0)).toBe(true);
      }),
      { numRuns: 200, seed: 3 },
    );
  });

  it('grows by exactly what is paid in, in a currency that the account never had too', () => {
    const world = begin();
    const entry = world.book.findById(14471);
    if (entry === undefined) throw new Error('14471 is there');
    payIn(entry, { amount: 5, currency: 'KWD', details: 'Cash' }, world);
    expect(entry.account.balances.KWD).toEqual({ atDisposal: 5, reserved: 0 });
  });

  it('refuses to take reserved money that is not there: that would be a bug', () => {
    const world = begin();
    const [payment] = world.state.data.pendingPayments;
    if (payment === undefined) throw new Error('there are payments');
    payment.amount = 101;
    expect(() => acceptPayment(payment, world)).toThrow('more money would leave than there is');
  });

  it('leaves the data that it began with untouched', () => {
    const world = begin();
    for (const payment of world.state.data.pendingPayments) acceptPayment(payment, world);
    expect(people.pendingPayments.every(({ status }) => status === 'pending')).toBe(true);
  });
});
