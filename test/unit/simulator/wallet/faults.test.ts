import { describe, expect, it } from 'vitest';
import type { WalletFault, WalletSimulator } from '../../../../simulator/wallet/server.ts';
import { exchangeRaw, get, send, sign, start } from './exchange.ts';
import { seedTimestamp } from './seed-requests.ts';

async function rawBalance(simulator: WalletSimulator): Promise<string> {
  const target = '/rest/v1/wallet/14471/balance';
  return await exchangeRaw(simulator, [
    `GET ${target} HTTP/1.1`,
    `Host: 127.0.0.1:${simulator.port}`,
    `Authorization: ${sign(simulator, target)}`,
    'Connection: keep-alive',
  ]);
}

async function startWith(...faults: WalletFault[]): Promise<WalletSimulator> {
  const simulator = await start();
  simulator.setFaults(faults);
  return simulator;
}

describe('faults that answer', () => {
  it('an error has the status and the code asked for', async () => {
    const answer = await get(await startWith({ kind: 'error', status: 502, code: 'bad_gateway' }), '/wallet/14471');
    expect([answer.status, answer.json]).toEqual([502, { error: 'bad_gateway' }]);
  });

  it("a page of a portal comes with status 200 and a page's type, or with the status asked for", async () => {
    const simulator = await startWith({ kind: 'html', times: 1 }, { kind: 'html', status: 503 });
    const [portal, proxy] = [await get(simulator, '/wallet/14471'), await get(simulator, '/wallet/14471')];
    expect([portal.status, proxy.status]).toEqual([200, 503]);
    expect(portal.contentType).toMatch(/^text\/html/);
    expect(portal.text).toMatch(/^<!doctype html>/);
  });

  it('an empty body keeps its status and its type', async () => {
    const answer = await get(await startWith({ kind: 'empty-body' }), '/wallet/14471');
    expect([answer.status, answer.contentType, answer.text]).toEqual([200, 'application/json;charset=utf-8', '']);
  });

  it("a rate limit is the API's own error", async () => {
    const answer = await get(await startWith({ kind: 'rate-limit' }), '/wallet/14471');
    expect([answer.status, answer.json]).toEqual([429, expect.objectContaining({ error: 'rate_limit_exceeded' })]);
  });

  it('receipts that are not enabled are forbidden while balances go on', async () => {
    const simulator = await startWith({ kind: 'receipt-not-enabled' });
    const receipt = await get(simulator, '/wallet/14471/receipt/balance');
    const balance = await get(simulator, '/wallet/14471/balance');
    expect([receipt.status, receipt.json]).toEqual([403, expect.objectContaining({ error: 'forbidden' })]);
    expect(balance.status).toBe(200);
  });
});

describe('faults that break an answer', () => {
  it('cut off: half of the promised bytes, then the end of the connection', async () => {
    const answer = await rawBalance(await startWith({ kind: 'cut-off' }));
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    const promised = Number(/^content-length: ([0-9]+)$/im.exec(head)?.[1]);
    expect(head).toMatch(/^HTTP\/1\.1 200 /);
    expect(body.length).toBe(Math.floor(promised / 2));
    expect(body).toMatch(/^\{"EUR"/);
  });

  it('cut off and reframed: a whole HTTP message with half of the JSON', async () => {
    const answer = await get(await startWith({ kind: 'cut-off', reframed: true }), '/wallet/14471/balance');
    expect(answer.status).toBe(200);
    expect(() => answer.json).toThrow(SyntaxError);
  });

  it('reset: the connection is reset and no byte arrives', async () => {
    const simulator = await startWith({ kind: 'reset' });
    await expect(rawBalance(simulator)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(simulator.requests.at(-1)?.status).toBe(0);
  });

  it('silent: the request is taken and nothing comes back until the connection goes', async () => {
    const taken = Promise.withResolvers<void>();
    const simulator = await start({ wait: async () => taken.resolve() });
    simulator.setFaults([{ kind: 'latency', ms: 1 }, { kind: 'silent' }]);
    const answer = rawBalance(simulator).catch(() => '');
    await taken.promise;
    await simulator.setNetwork(false);
    expect(await answer).toBe('');
    expect(simulator.requests).toEqual([{ method: 'GET', path: '/rest/v1/wallet/14471/balance', status: 0 }]);
  });
});

describe('time', () => {
  it('latency holds an answer back for as long as asked, several add up', async () => {
    const waits: number[] = [];
    const simulator = await start({ wait: async (ms) => void waits.push(ms) });
    simulator.setFaults([
      { kind: 'latency', ms: 50 },
      { kind: 'latency', ms: 3000, on: 'balance' },
    ]);
    const statuses = [await get(simulator, '/wallet/14471'), await get(simulator, '/wallet/14471/balance')];
    expect(waits).toEqual([50, 3050]);
    expect(statuses.map(({ status }) => status)).toEqual([200, 200]);
  });

  it('latency of a client that hangs up ends at once', async () => {
    const begun = Promise.withResolvers<AbortSignal>();
    const gone = Promise.withResolvers<void>();
    const simulator = await start({
      wait: (_ms, signal) => {
        signal.addEventListener('abort', () => gone.resolve());
        begun.resolve(signal);
        return gone.promise.then(() => Promise.reject(signal.reason));
      },
    });
    simulator.setFault({ kind: 'latency', ms: 60_000 });
    const answer = rawBalance(simulator).catch(() => '');
    const signal = await begun.promise;
    await simulator.setNetwork(false);
    await gone.promise;
    expect([signal.aborted, await answer, simulator.requests]).toEqual([true, '', []]);
  });

  it('a skewed clock shows in the server time and refuses the right time', async () => {
    const simulator = await startWith({ kind: 'clock-skew', seconds: 600 });
    const authorization = sign(simulator, '/rest/v1/wallet/14471', { ts: seedTimestamp + 600 });
    const [time, right, skewed] = [
      await send(simulator, '/server'),
      await get(simulator, '/wallet/14471'),
      await send(simulator, '/wallet/14471', { authorization }),
    ];
    expect(time.json).toEqual({ time: seedTimestamp + 600 });
    expect([right.status, skewed.status]).toEqual([401, 200]);
  });
});

describe('the extent of a fault', () => {
  it('is one operation where it names one', async () => {
    const simulator = await startWith({ kind: 'error', status: 500, code: 'internal_server_error', on: 'balance' });
    const paths = [
      '/server',
      '/wallet/14471',
      '/wallet?phone=37066612345',
      '/wallet/14471/balance',
      '/wallet/14471/receipt/balance',
      '/wallet/14471/sufficient-amount?amount=1&currency=EUR',
    ];
    const statuses: number[] = [];
    for (const path of paths) statuses.push((await get(simulator, path)).status);
    expect(statuses).toEqual([200, 200, 200, 500, 200, 200]);
  });

  it('is so many answers where it says how many', async () => {
    const simulator = await startWith({ kind: 'error', status: 502, code: 'bad_gateway', times: 2 });
    const statuses: number[] = [];
    for (let i = 0; i < 3; i += 1) statuses.push((await get(simulator, '/wallet/14471')).status);
    expect(statuses).toEqual([502, 502, 200]);
  });

  it('ends when it is taken away', async () => {
    const simulator = await startWith({ kind: 'empty-body' });
    simulator.setFault(null);
    expect((await get(simulator, '/wallet/14471')).status).toBe(200);
  });
});
