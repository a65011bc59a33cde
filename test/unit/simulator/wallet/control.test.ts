import { once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { WalletSimulator } from '../../../../simulator/wallet/server.ts';
import { ask, get, outcomeOf, start } from './exchange.ts';
import { seedTimestamp } from './seed-requests.ts';

const token = 'a-control-token';
const controlled = () => start({ control: { token } });

async function pull(simulator: WalletSimulator, line: string, body?: unknown, headers: Record<string, string> = {}) {
  const [method, path] = line.split(' ');
  const { port } = new URL(simulator.control?.url ?? '');
  const outgoing = request({
    host: '127.0.0.1',
    port,
    method,
    path: `/_control/${path}`,
    agent: false,
    headers: { authorization: `Bearer ${token}`, ...headers },
  });
  outgoing.end(body === undefined ? undefined : JSON.stringify(body));
  const [response] = await once(outgoing, 'response');
  return { status: response.statusCode as number, json: JSON.parse(await text(response)) as unknown };
}

describe('the control endpoint', () => {
  it('does not exist unless it was asked for, and makes its own token', async () => {
    const [without, one, other] = [await start(), await start({ control: {} }), await start({ control: {} })];
    expect(without.control).toBeNull();
    expect(one.control?.token).toMatch(/^[\w-]{32}$/);
    expect(one.control?.token).not.toBe(other.control?.token);
  });

  it.each([
    ['a wrong token', { authorization: 'Bearer wrong' }, 401],
    ['a longer token', { authorization: `Bearer ${token}x` }, 401],
    ['another scheme', { authorization: `Basic ${token}` }, 401],
    ['no token', { authorization: '' }, 401],
    ['an Origin, even its own', { origin: 'http://127.0.0.1' }, 403],
    ['a foreign Origin', { origin: 'https://example.com' }, 403],
    ['the Origin of a sandboxed page', { origin: 'null' }, 403],
    ['a page without an Origin', { 'sec-fetch-site': 'cross-site' }, 403],
    ['the Host of a rebound name', { host: 'rebound.example.com' }, 403],
    ['a Host with another port', { host: '127.0.0.1:1' }, 403],
    ['a Host without its port', { host: 'localhost' }, 403],
  ])('refuses %s and does nothing', async (_what, headers, status) => {
    const simulator = await controlled();
    const answer = await pull(simulator, 'POST faults', { kind: 'silent' }, headers as Record<string, string>);
    expect(answer).toMatchObject({ status, json: { error: expect.any(String) } });
    expect(simulator.listFaults()).toEqual([]);
  });

  it('takes localhost for a Host, as curl sends it', async () => {
    const simulator = await controlled();
    const host = `localhost:${new URL(simulator.control?.url ?? '').port}`;
    expect(await pull(simulator, 'GET faults', undefined, { host })).toEqual({ status: 200, json: [] });
  });

  it('is not the API, and the API is not it', async () => {
    const simulator = await controlled();
    expect((await pull(simulator, 'GET ../rest/v1/server')).status).toBe(404);
    expect((await get(simulator, '/../_control/faults')).status).toBe(404);
  });

  it('sets, adds, lists and clears faults', async () => {
    const simulator = await controlled();
    await pull(simulator, 'PUT faults', [{ kind: 'latency', ms: 1, spreadMs: 2 }]);
    const added = await pull(simulator, 'POST faults', {
      kind: 'error',
      status: 418,
      code: 'teapot',
      on: 'wallet',
      times: 2,
    });
    const refused = await get(simulator, '/wallet/14471');
    const listed = await pull(simulator, 'GET faults');
    await pull(simulator, 'DELETE faults');
    expect(added.json).toHaveLength(2);
    expect(outcomeOf(refused)).toBe('418 teapot');
    expect(listed.json).toEqual([
      { kind: 'latency', ms: 1, spreadMs: 2 },
      { kind: 'error', status: 418, code: 'teapot', on: 'wallet', times: 1 },
    ]);
    expect(simulator.listFaults()).toEqual([]);
  });

  it.each([
    ['POST faults', { kind: 'earthquake' }],
    ['POST faults', { kind: 'silent', on: 'everything' }],
    ['POST faults', { kind: 'silent', times: 0 }],
    ['PUT faults', { kind: 'silent' }],
    ['POST revoke', { user: 221, scope: 'everything' }],
    ['POST grant', { user: 221, scopes: [] }],
    ['POST clock', { seconds: 1.5 }],
    ['POST pay-in', { wallet: 14471, amount: -1, currency: 'EUR' }],
    ['PUT network', undefined],
  ])('says what is wrong with %s %j', async (line, body) => {
    expect(await pull(await controlled(), line, body)).toMatchObject({
      status: 400,
      json: { error: expect.any(String) },
    });
  });

  it.each([
    ['POST revoke', { user: 1 }],
    ['POST grant', { user: 1, scopes: ['balance_offline'] }],
    ['POST pay-in', { wallet: 1, amount: 1, currency: 'EUR' }],
    ['POST pay-in', { wallet: 14471, amount: 1, currency: 'XXX' }],
    ['POST confirm-card', { wallet: 14471 }],
    ['GET everything', undefined],
  ])('does not find what %s %j is about', async (line, body) => {
    expect((await pull(await controlled(), line, body)).status).toBe(404);
  });

  it('shows the codes that were sent, and confirms without one', async () => {
    const simulator = await controlled();
    await ask(simulator, 'PUT /wallet/14471/card', { issuer: 'paysera', number: '5487963154' });
    const codes = await pull(simulator, 'GET codes');
    await pull(simulator, 'POST confirm-card', { wallet: 254789 });
    expect(codes.json).toMatchObject([{ wallet: 254789, code: 'ABCDEF' }]);
    expect(outcomeOf(await ask(simulator, 'PUT /wallet/254789/confirm', { code: 'ABCDEF' }))).toBe('409 invalid_state');
  });

  it('revokes and grants', async () => {
    const simulator = await controlled();
    await pull(simulator, 'POST revoke', { user: 221 });
    const revoked = await get(simulator, '/wallet/14471/balance');
    await pull(simulator, 'POST grant', { user: 221, scopes: ['balance_offline'] });
    expect([outcomeOf(revoked), outcomeOf(await get(simulator, '/wallet/14471/balance'))]).toEqual([
      '403 forbidden',
      '200',
    ]);
  });

  it('moves the clock, and pays in', async () => {
    const simulator = await controlled();
    const moved = await pull(simulator, 'POST clock', { seconds: 90 });
    await pull(simulator, 'POST pay-in', { wallet: 14471, amount: 1, currency: 'EUR' });
    expect(moved.json).toEqual({ time: seedTimestamp + 90 });
    expect((await pull(simulator, 'GET clock')).json).toEqual({ time: seedTimestamp + 90 });
    expect((await get(simulator, '/wallet/14471/balance')).json).toMatchObject({ EUR: { at_disposal: 2300 } });
  });

  it('hides unconfirmed cards, and stays reachable while the network is cut', async () => {
    const simulator = await controlled();
    await pull(simulator, 'PUT unconfirmed-cards', { mode: 'hidden' });
    await ask(simulator, 'PUT /wallet/14471/card', { issuer: 'paysera', number: '5487963154' });
    const hidden = await get(simulator, '/wallet?card[paysera]=5487963154');
    await pull(simulator, 'PUT network', { reachable: false });
    await expect(get(simulator, '/server')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await pull(simulator, 'PUT network', { reachable: true });
    expect([hidden.status, (await get(simulator, '/server')).status]).toEqual([404, 200]);
  });

  it('begins the world anew', async () => {
    const simulator = await controlled();
    await ask(simulator, 'PUT /wallet/14471/pending-payment/59418', { password: 'some secret' });
    await pull(simulator, 'POST revoke', { user: 30001 - 25000 });
    simulator.moveClock(500);
    simulator.setFault({ kind: 'silent' });
    await pull(simulator, 'POST reset');
    expect((await get(simulator, '/wallet/14471/balance')).json).toMatchObject({ EUR: { at_disposal: 2299 } });
    expect([simulator.nowSeconds(), simulator.listFaults()]).toEqual([seedTimestamp, []]);
    expect((await pull(simulator, 'GET requests')).json).toEqual([
      { method: 'PUT', path: '/rest/v1/wallet/14471/pending-payment/59418', status: 200 },
      { method: 'GET', path: '/rest/v1/wallet/14471/balance', status: 200 },
    ]);
  });
});
