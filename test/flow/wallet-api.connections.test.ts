import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { readBalance } from '../../electron/wallet-api/endpoints/read-balance.ts';
import { readWallet } from '../../electron/wallet-api/endpoints/read-wallet.ts';
import { json } from '../unit/wallet-api/raw-server.ts';
import { withServer } from '../unit/wallet-api/with-server.ts';

const found = json(200, { id: 14471, owner: 221 });
const refused = json(404, { error: 'not_found' });

test('questions one after another share one connection, refused ones too', async () => {
  const { api, server } = await withServer((_request, socket, index) => socket.write(index === 1 ? refused : found));
  for (const walletId of [1, 2, 3]) {
    await api.call(readWallet, { walletId });
  }
  expect(server.requests.map((request) => request.connection)).toEqual([1, 1, 1]);
});

test('an old slow answer does not hold up the next scan', async () => {
  let late: Socket | undefined;
  const { api, server } = await withServer((request, socket) => {
    if (request.requestUri.endsWith('/1')) {
      late = socket;
    } else {
      socket.write(found);
    }
  });
  const settled: string[] = [];
  const old = api.call(readWallet, { walletId: 1 }).finally(() => settled.push('old'));
  await server.received(1);
  await api.call(readWallet, { walletId: 2 }).finally(() => settled.push('next'));
  late?.write(found);
  expect(await old).toMatchObject({ ok: true });
  expect(settled).toEqual(['next', 'old']);
  expect(server.connections).toBe(2);
});

test('five abandoned scans leave room for the sixth, though the server answers none of them', async () => {
  const { api, server } = await withServer(
    (request, socket) => {
      if (request.requestUri.endsWith('/6')) {
        socket.write(found);
      }
    },
    { connections: 2 },
  );
  for (const walletId of [1, 2, 3, 4, 5]) {
    const abandoned = new AbortController();
    const call = api.call(readWallet, { walletId }, { signal: abandoned.signal });
    await server.received(walletId);
    abandoned.abort();
    await call;
  }
  expect(await api.call(readWallet, { walletId: 6 })).toMatchObject({ ok: true });
});

test('a question that waits for a free connection still ends at its deadline, unsent', async () => {
  const { api, server } = await withServer(() => undefined, { connections: 1 });
  const abandoned = new AbortController();
  const first = api.call(readWallet, { walletId: 1 }, { signal: abandoned.signal });
  await server.received(1);
  expect(await api.call(readWallet, { walletId: 2 }, { timeoutMs: 40 })).toMatchObject({
    error: { code: 'api.timed-out' },
  });
  abandoned.abort();
  await first;
  expect(server.requests).toHaveLength(1);
});

test('answers are told to who listens, with latency, until they stop listening', async () => {
  const { api } = await withServer((request, socket) =>
    socket.write(request.requestUri.includes('balance') ? json(403, { error: 'forbidden' }) : found),
  );
  const seen: unknown[] = [];
  const stop = api.onLinkChanged((state) => seen.push(state));
  await api.call(readWallet, { walletId: 1 });
  await api.call(readBalance, { walletId: 1 });
  stop();
  await api.call(readWallet, { walletId: 1 });
  const reached = { kind: 'reached', latencyMs: expect.any(Number), clockOffsetMs: null };
  expect(seen).toEqual([reached, reached]);
});
