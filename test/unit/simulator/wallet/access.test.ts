import { describe, expect, it } from 'vitest';
import { people } from '../../../../simulator/wallet/people.ts';
import type { Scope } from '../../../../simulator/wallet/records.ts';
import type { WalletSimulator } from '../../../../simulator/wallet/server.ts';
import { ask, laterMs, outcomeOf, send, sign, start } from './exchange.ts';

const later = (options: Parameters<typeof start>[0] = {}) => start({ clock: () => laterMs, ...options });
const token14471 = { clientId: 'example-token-14471', macKey: 'example-token-key-14471' };
const token30003 = { clientId: 'example-token-30003', macKey: 'example-token-key-30003' };

/** One request of every operation that a user's grant stands behind, of wallet 30001 where it is not said otherwise. */
const guarded: readonly [string, string, Scope, unknown?][] = [
  ['balance', 'GET /wallet/30001/balance', 'balance_offline'],
  ['receipt', 'GET /wallet/30001/receipt/balance', 'balance_offline'],
  ['sufficient amount', 'GET /wallet/30001/sufficient-amount?amount=1&currency=EUR', 'check_has_sufficient_balance'],
  ['statements', 'GET /wallet/30001/statements', 'statements_offline'],
  ['reservation statements', 'GET /wallet/30001/reservation-statements', 'statements_offline'],
  ['incoming payments', 'GET /wallet/30001/pending-payments?direction=in', 'incoming_payments'],
  ['outgoing payments', 'GET /wallet/30001/pending-payments?direction=out', 'outgoing_payments'],
  ['cancelling an incoming payment', 'DELETE /wallet/30001/pending-payment/80002', 'incoming_payments'],
  ['cancelling an outgoing payment', 'DELETE /wallet/30001/pending-payment/80001', 'outgoing_payments'],
  ['providing a password', 'PUT /wallet/30001/pending-payment/80004', 'incoming_payments', { password: '0042' }],
  ['setting a description', 'PUT /wallet/30001', 'manage_account', { description: 'x' }],
  ['deleting a description', 'DELETE /wallet/30001/description', 'manage_account'],
];

describe('a scope that the user takes back', () => {
  it.each(guarded)('forbids %s, until it is granted again', async (_name, request, scope, body) => {
    const simulator = await later();
    simulator.revoke(5001, scope);
    const refused = outcomeOf(await ask(simulator, request, body));
    simulator.grant(5001, [scope]);
    expect([refused, outcomeOf(await ask(simulator, request, body))]).toEqual(['403 forbidden', '200']);
  });

  it.each(guarded)('leaves %s alone where it is another one', async (_name, request, scope, body) => {
    const simulator = await later();
    simulator.revoke(5001, scope === 'manage_account' ? 'balance_offline' : 'manage_account');
    expect(outcomeOf(await ask(simulator, request, body))).toBe('200');
  });

  it.each(guarded)('forbids %s where all are taken back', async (_name, request, _scope, body) => {
    const simulator = await later();
    simulator.revoke(5001);
    expect(outcomeOf(await ask(simulator, request, body))).toBe('403 forbidden');
  });

  it('hides names, and what needs no scope goes on', async () => {
    const simulator = await later();
    simulator.revoke(5001);
    expect((await ask(simulator, 'GET /wallet/30001')).json).toEqual({
      id: 30001,
      owner: 5001,
      account: { number: 'EVP0010002000001', ibans: ['LT000000000000000001'] },
    });
    expect(outcomeOf(await ask(simulator, 'GET /wallet/30001/favourites'))).toBe('200');
  });

  it('cannot be of a user who does not exist', async () => {
    const simulator = await later();
    expect(() => simulator.revoke(1)).toThrow('there is no user 1');
  });
});

describe('a permission that the client does not have', () => {
  const without = (permission: object) => later({ data: { ...people, client: { ...people.client, ...permission } } });

  it.each([
    ['statementsAllowed', 'GET /wallet/30001/statements'],
    ['statementsAllowed', 'GET /wallet/30001/reservation-statements'],
    ['pendingPaymentsAllowed', 'GET /wallet/30001/pending-payments'],
    ['pendingPaymentsAllowed', 'DELETE /wallet/30001/pending-payment/80002'],
    ['receiptsEnabled', 'GET /wallet/30001/receipt/balance'],
  ])('%s forbids %s to everybody', async (permission, request) => {
    expect(outcomeOf(await ask(await without({ [permission]: false }), request))).toBe('403 forbidden');
  });

  it('pendingPaymentsAllowed forbids a password', async () => {
    const simulator = await without({ pendingPaymentsAllowed: false });
    const answer = await ask(simulator, 'PUT /wallet/30001/pending-payment/80004', { password: '0042' });
    expect(outcomeOf(answer)).toBe('403 forbidden');
  });
});

describe('an access token', () => {
  it('stands for its wallet as me', async () => {
    const answer = await ask(await later(), 'GET /wallet/me', undefined, token30003);
    expect(answer.json).toMatchObject({ id: 30003, account: { owner_title: 'Ирина Образцова' } });
  });

  it('may do what its scopes say and no more, in their plain forms', async () => {
    const simulator = await later();
    const requests = ['GET /wallet/me/balance', 'GET /wallet/me/statements', 'GET /wallet/30003/balance'];
    const answers = await Promise.all(requests.map((request) => ask(simulator, request, undefined, token30003)));
    expect(answers.map(outcomeOf)).toEqual(['200', '403 forbidden', '200']);
  });

  it("of one user reads nobody else's money", async () => {
    const answer = await ask(await later(), 'GET /wallet/30001/balance', undefined, token30003);
    expect(outcomeOf(answer)).toBe('403 forbidden');
  });

  it('loses what its user takes back, in either form', async () => {
    const simulator = await later();
    simulator.revoke(221, 'statements_offline');
    const requests = ['GET /wallet/me/statements', 'GET /wallet/me/balance'];
    const answers = await Promise.all(requests.map((request) => ask(simulator, request, undefined, token14471)));
    expect(answers.map(outcomeOf)).toEqual(['403 forbidden', '200']);
  });

  it('is refused with the key of another', async () => {
    const mixed = { clientId: token30003.clientId, macKey: token14471.macKey };
    expect(outcomeOf(await ask(await later(), 'GET /wallet/me', undefined, mixed))).toBe('401 unauthorized');
  });

  it('expires', async () => {
    const simulator = await later();
    simulator.moveClock(3600);
    const inTime = await ask(simulator, 'GET /wallet/me', undefined, token30003);
    simulator.moveClock(1);
    const late = await ask(simulator, 'GET /wallet/me', undefined, token30003);
    expect([inTime.status, late.json]).toEqual([
      200,
      { error: 'unauthorized', error_description: 'the access token has expired' },
    ]);
  });
});

interface Fresh {
  readonly access_token: string;
  readonly mac_key: string;
  readonly refresh_token: string;
}

/** A form as OAuth sends it, to a path outside the base URL. */
async function refresh(simulator: WalletSimulator, form: string, signing = {}) {
  const target = '/oauth/v1/token';
  const authorization = sign(simulator, target, { ...signing, method: 'POST', body: form });
  return await send(simulator, target, { method: 'POST', authorization, body: form, base: '' });
}

describe('refreshing a token', () => {
  const form = 'grant_type=refresh_token&refresh_token=example-refresh-30003';

  it('gives a new token with its own key, good for an hour, and a new refresh token', async () => {
    const simulator = await later();
    simulator.moveClock(7200);
    const answer = await refresh(simulator, form);
    const fresh = answer.json as Fresh;
    expect(answer.json).toEqual({
      access_token: expect.any(String),
      token_type: 'mac',
      expires_in: 3600,
      mac_key: expect.any(String),
      mac_algorithm: 'hmac-sha-256',
      refresh_token: expect.not.stringMatching('example'),
      scope: 'balance wallet_list',
    });
    const me = await ask(simulator, 'GET /wallet/me', undefined, {
      clientId: fresh.access_token,
      macKey: fresh.mac_key,
    });
    expect(me.json).toMatchObject({ id: 30003 });
    const next = await refresh(simulator, `grant_type=refresh_token&refresh_token=${fresh.refresh_token}`);
    expect(next.status).toBe(200);
  });

  it('works once for each refresh token', async () => {
    const simulator = await later();
    const answers = [await refresh(simulator, form), await refresh(simulator, form)];
    expect(answers.map(outcomeOf)).toEqual(['200', '400 invalid_grant']);
  });

  it('keeps what the user took back from coming back', async () => {
    const simulator = await later();
    simulator.revoke(5003, 'balance');
    expect((await refresh(simulator, form)).json).toMatchObject({ scope: 'wallet_list' });
  });

  it.each([
    ['grant_type=refresh_token&refresh_token=unknown', '400 invalid_grant'],
    ['grant_type=refresh_token', '400 invalid_request'],
    ['grant_type=password&username=x', '400 unsupported_grant_type'],
    ['', '400 unsupported_grant_type'],
  ])('with the form "%s" is refused', async (text, expected) => {
    expect(outcomeOf(await refresh(await later(), text))).toBe(expected);
  });

  it("is signed with the client's credentials, not with a token", async () => {
    expect(outcomeOf(await refresh(await later(), form, token14471))).toBe('401 unauthorized');
  });
});
