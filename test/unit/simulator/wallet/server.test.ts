import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { type LoggedRequest, logRequest } from '../../../../simulator/wallet/request-log.ts';
import { get, send, sign, start } from './exchange.ts';

describe('the network of the simulator', () => {
  it('when cut refuses new connections and ends the ones that exist', async () => {
    const simulator = await start();
    const held = connect({ host: '127.0.0.1', port: simulator.port });
    await once(held, 'connect');
    const ended = once(held.resume(), 'close');
    await simulator.setNetwork(false);
    await ended;
    await expect(get(simulator, '/server')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('when back answers on the same port', async () => {
    const simulator = await start();
    await simulator.setNetwork(false);
    await simulator.setNetwork(true);
    expect((await get(simulator, '/wallet/14471')).status).toBe(200);
    expect(simulator.url).toBe(`http://127.0.0.1:${simulator.port}/rest/v1`);
  });

  it('may be cut and restored in any order, and the last word counts', async () => {
    const simulator = await start();
    await Promise.all([true, false, false, true, false].map((reachable) => simulator.setNetwork(reachable)));
    await expect(get(simulator, '/server')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('is not there for a second simulator on the same port', async () => {
    const { port } = await start();
    await expect(start({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('the log of requests', () => {
  it('names what was asked and masks every value', async () => {
    const simulator = await start();
    await get(simulator, '/wallet?card%5Bpaysera%5D=4820157736');
    await get(simulator, '/wallet/254101/sufficient-amount?amount=1000&currency=EUR');
    await send(simulator, '/wallet/37066612345');
    await send(simulator, '/wallet/jonas@example.com?4820157736');
    expect(simulator.requests).toEqual([
      { method: 'GET', path: '/rest/v1/wallet?card[paysera]=*', status: 200 },
      { method: 'GET', path: '/rest/v1/wallet/254101/sufficient-amount?amount=*&currency=*', status: 200 },
      { method: 'GET', path: '/rest/v1/wallet/*', status: 401 },
      { method: 'GET', path: '/rest/v1/wallet/*?*=*', status: 401 },
    ]);
  });

  it('forgets its oldest entries beyond a thousand', () => {
    const log: LoggedRequest[] = [];
    for (let status = 1; status <= 1001; status += 1) logRequest(log, 'GET', '/rest/v1/server', status);
    expect([log.length, log[0]?.status, log.at(-1)?.status]).toEqual([1000, 2, 1001]);
  });
});

describe('bodies', () => {
  it('of more than 64 KiB are refused without being kept', async () => {
    const simulator = await start();
    const body = 'x'.repeat(64 * 1024 + 1);
    const authorization = sign(simulator, '/rest/v1/wallet/14471', { method: 'PUT', body });
    const answer = await send(simulator, '/wallet/14471', { method: 'PUT', authorization, body });
    expect([answer.status, answer.json]).toEqual([400, expect.objectContaining({ error: 'invalid_request' })]);
  });
});
