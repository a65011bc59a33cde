import { describe, expect, it } from 'vitest';
import { people } from '../../../../simulator/wallet/people.ts';
import type { WalletSimulator } from '../../../../simulator/wallet/server.ts';
import { ask, get, laterMs, outcomeOf, start } from './exchange.ts';

const later = () => start({ clock: () => laterMs });

interface Row {
  readonly id: number;
  readonly direction: string;
  readonly password?: string;
}

async function list(simulator: WalletSimulator, walletId: number, query = ''): Promise<readonly Row[]> {
  const answer = await ask(simulator, `GET /wallet/${walletId}/pending-payments${query}`);
  return (answer.json as { pending_payments: readonly Row[] }).pending_payments;
}

/** At disposal and reserved, in minor units. */
async function money(simulator: WalletSimulator, walletId: number, currency: string): Promise<[number, number]> {
  const answer = await get(simulator, `/wallet/${walletId}/balance?show_historical_currencies=1`);
  const balance = (answer.json as Record<string, { at_disposal: number; reserved: number }>)[currency];
  return [balance?.at_disposal ?? 0, balance?.reserved ?? 0];
}

describe('pending payments', () => {
  it('are listed newest first, for both directions or one, of one type or all', async () => {
    const simulator = await later();
    expect((await list(simulator, 30001)).map(({ id }) => id)).toEqual([80004, 80001, 80002]);
    expect((await list(simulator, 30001, '?direction=out')).map(({ id }) => id)).toEqual([80001]);
    expect((await list(simulator, 30001, '?type=password&direction=in')).map(({ id }) => id)).toEqual([80004]);
    expect((await list(simulator, 30001, '?limit=1&offset=1')).map(({ id }) => id)).toEqual([80001]);
  });

  it('show one payment as outgoing to its payer, with the password, and as incoming to its payee, without', async () => {
    const simulator = await later();
    const [out] = await list(simulator, 30001, '?direction=out');
    const [into] = await list(simulator, 30003, '?direction=in');
    expect(out).toMatchObject({
      id: 80001,
      direction: 'out',
      password: 'žalias vilkas',
      valid_until: expect.any(Number),
    });
    expect(into).toMatchObject({ id: 80001, direction: 'in', other_party: { wallet_id: 30001, user_id: 5001 } });
    expect(into).not.toHaveProperty('password');
  });

  it.each(['?type=transfer', '?direction=up', '?limit=201', '?offset=x'])(
    'with %s have invalid parameters',
    async (query) => {
      const answer = await ask(await later(), `GET /wallet/30001/pending-payments${query}`);
      expect(outcomeOf(answer)).toBe('400 invalid_parameters');
    },
  );

  it('need the scope of each direction that is asked for', async () => {
    const simulator = await later();
    const asked = ['?direction=in', '?direction=out', ''].map((query) =>
      ask(simulator, `GET /wallet/30008/pending-payments${query}`),
    );
    expect((await Promise.all(asked)).map(outcomeOf)).toEqual(['200', '403 forbidden', '403 forbidden']);
  });
});

describe('a password', () => {
  it('moves the money once, from reserved to at disposal, and writes both histories', async () => {
    const simulator = await later();
    const answer = await ask(simulator, 'PUT /wallet/30003/pending-payment/80001', { password: 'žalias vilkas' });
    const again = await ask(simulator, 'PUT /wallet/30003/pending-payment/80001', { password: 'žalias vilkas' });
    expect([outcomeOf(answer), outcomeOf(again)]).toEqual(['200', '409 invalid_state']);
    expect(await money(simulator, 30001, 'GBP')).toEqual([7, 0]);
    expect(await money(simulator, 30003, 'GBP')).toEqual([1200, 0]);
    const [paid, got] = await Promise.all(
      [30001, 30003].map(async (id) => (await ask(simulator, `GET /wallet/${id}/statements?currency=GBP`)).json),
    );
    expect(paid).toMatchObject({ statements: [{ amount: 1200, direction: 'out', other_party: { wallet_id: 30003 } }] });
    expect(got).toMatchObject({ statements: [{ amount: 1200, direction: 'in', other_party: { wallet_id: 30001 } }] });
    expect((await list(simulator, 30003, '?direction=in')).map(({ id }) => id)).toEqual([]);
  });

  it('that is wrong moves nothing, however often', async () => {
    const simulator = await later();
    for (let attempt = 0; attempt < 7; attempt += 1) {
      const answer = await ask(simulator, 'PUT /wallet/30003/pending-payment/80001', { password: 'Žalias vilkas' });
      expect(outcomeOf(answer)).toBe('400 invalid_parameters');
    }
    expect(await money(simulator, 30001, 'GBP')).toEqual([7, 1200]);
    expect(await money(simulator, 30003, 'GBP')).toEqual([0, 0]);
  });

  it.each([
    ['its payer', 30001, 80001, { password: 'žalias vilkas' }, '409 invalid_state'],
    ['a payment without one', 30001, 80002, { password: 'x' }, '409 invalid_state'],
    ['a payment of others', 30005, 80001, { password: 'žalias vilkas' }, '404 not_found'],
    ['no payment at all', 30003, 99999, { password: 'x' }, '404 not_found'],
    ['an empty text', 30003, 80001, { password: '' }, '400 invalid_parameters'],
    ['a number', 30001, 80004, { password: 42 }, '400 invalid_parameters'],
    ['nothing', 30003, 80001, {}, '400 invalid_parameters'],
    ['a body that is no object', 30003, 80001, 'žalias vilkas', '400 invalid_parameters'],
  ])('from or for %s is refused', async (_who, walletId, paymentId, body, expected) => {
    const answer = await ask(await later(), `PUT /wallet/${walletId}/pending-payment/${paymentId}`, body);
    expect(outcomeOf(answer)).toBe(expected);
  });
});

describe('cancelling', () => {
  it.each([
    ['its payer', 30003],
    ['its payee', 30001],
  ])('by %s gives the money back and happens once', async (_who, walletId) => {
    const simulator = await later();
    const before = await money(simulator, 30003, 'EUR');
    const answer = await ask(simulator, `DELETE /wallet/${walletId}/pending-payment/80002`);
    const again = await ask(simulator, `DELETE /wallet/${walletId}/pending-payment/80002`);
    expect(answer.json).toMatchObject({ id: 80002, cancelable: false });
    expect(outcomeOf(again)).toBe('409 invalid_state');
    expect(before).toEqual([8450, 150]);
    expect(await money(simulator, 30003, 'EUR')).toEqual([8600, 0]);
  });

  it.each([
    ['one that nobody may cancel', 30009, 80003, '409 invalid_state'],
    ['one that only the other side may', 30003, 80001, '409 invalid_state'],
    ['one of others', 30005, 80001, '404 not_found'],
  ])('%s is refused', async (_what, walletId, paymentId, expected) => {
    const answer = await ask(await later(), `DELETE /wallet/${walletId}/pending-payment/${paymentId}`);
    expect(outcomeOf(answer)).toBe(expected);
  });

  it('is refused once the password was given', async () => {
    const simulator = await later();
    await ask(simulator, 'PUT /wallet/14471/pending-payment/59418', { password: 'some secret' });
    expect(outcomeOf(await ask(simulator, 'DELETE /wallet/14471/pending-payment/59418'))).toBe('409 invalid_state');
  });
});

describe('time', () => {
  it('lets a payment expire by itself, and its money go back', async () => {
    const simulator = await later();
    simulator.moveClock(3 * 86_400 - 7200);
    expect((await list(simulator, 30003, '?direction=in')).map(({ id }) => id)).toEqual([80001]);
    simulator.moveClock(1);
    expect(await list(simulator, 30003, '?direction=in')).toEqual([]);
    expect(await money(simulator, 30001, 'GBP')).toEqual([1207, 0]);
    const late = await ask(simulator, 'PUT /wallet/30003/pending-payment/80001', { password: 'žalias vilkas' });
    expect(outcomeOf(late)).toBe('409 invalid_state');
  });
});

describe('all the money there is', () => {
  it('stays the same whatever is accepted, cancelled or expired', async () => {
    const simulator = await later();
    const wallets = people.users.flatMap(({ accounts }) => accounts.map(({ wallets: [main] }) => main?.id ?? 0));
    for (const { id } of people.users)
      simulator.grant(id, ['balance_offline', 'incoming_payments', 'outgoing_payments']);
    const total = async () => {
      const held = await Promise.all(wallets.map((walletId) => money(simulator, walletId, 'EUR')));
      return held.flat().reduce((sum, amount) => sum + amount, 0);
    };
    const before = await total();
    await ask(simulator, 'PUT /wallet/14471/pending-payment/59418', { password: 'some secret' });
    await ask(simulator, 'DELETE /wallet/30001/pending-payment/80002');
    simulator.moveClock(30 * 86_400);
    await list(simulator, 30001);
    expect(await total()).toBe(before);
    expect(await money(simulator, 14471, 'EUR')).toEqual([2399, 0]);
    expect(await money(simulator, 30009, 'EUR')).toEqual([12_345_679_401, 99_999_500]);
  });
});
