import { expect, onTestFinished, test } from 'vitest';
import { createWalletApi } from '../../electron/wallet-api/client.ts';
import { readWallet } from '../../electron/wallet-api/endpoints/read-wallet.ts';
import { http, json, startRawServer } from '../unit/wallet-api/raw-server.ts';
import { exampleClientId, exampleMacKey, withServer } from '../unit/wallet-api/with-server.ts';

const wallet = { walletId: 14471 };
const found = json(200, { id: 14471, owner: 221 });

test('silence ends at the deadline', async () => {
  const deadlines: { readonly delayMs: number; readonly end: () => void }[] = [];
  const { api, server } = await withServer(() => undefined, {
    startTimer(end, delayMs) {
      deadlines.push({ end, delayMs });
      return () => undefined;
    },
  });
  const call = api.call(readWallet, wallet, { timeoutMs: 60 });
  await server.received(1);
  expect(deadlines.map(({ delayMs }) => delayMs)).toEqual([60]);
  deadlines[0]?.end();
  expect(await call).toEqual({
    ok: false,
    error: { code: 'api.timed-out', kind: 'unreachable', details: { timeoutMs: 60 } },
  });
  expect(server.requests).toHaveLength(1);
  expect(api.link).toEqual({ kind: 'broken', code: 'api.timed-out' });
});

test('silence ends at the deadline of the client, when the call names none', async () => {
  const { api } = await withServer(() => undefined, { defaultTimeoutMs: 60 });
  expect(await api.call(readWallet, wallet)).toMatchObject({ error: { code: 'api.timed-out' } });
});

test('an answer that never stops trickling in does not outlive the deadline', async () => {
  const { api } = await withServer((_request, socket) => {
    socket.write(http(200, '{', { 'Content-Length': '100000' }));
    const trickle = setInterval(() => socket.write(' '), 5);
    socket.on('close', () => clearInterval(trickle));
  });
  expect(await api.call(readWallet, wallet, { timeoutMs: 80 })).toMatchObject({ error: { code: 'api.timed-out' } });
});

test('a host that never accepts the connection does not outlive the deadline, and is sent nothing later', async () => {
  let letIn: (() => void) | undefined;
  const { api, server } = await withServer((_request, socket) => socket.write(found), {
    connect: (_target, callback) => {
      letIn = () => callback(new Error('too late'), null);
    },
  });
  expect(await api.call(readWallet, wallet, { timeoutMs: 40 })).toMatchObject({ error: { code: 'api.timed-out' } });
  letIn?.();
  expect(server.requests).toHaveLength(0);
});

test('a host that refuses connections is told apart, and is asked once', async () => {
  const gone = await startRawServer(() => undefined);
  await gone.close();
  const api = createWalletApi({
    baseUrl: `http://127.0.0.1:${gone.port}/rest/v1`,
    credentials: { clientId: exampleClientId, macKey: exampleMacKey },
    userAgent: 'WalletTill/0.0.0',
  });
  onTestFinished(() => api.close());
  expect(await api.call(readWallet, wallet)).toMatchObject({
    error: { code: 'api.connection-refused', kind: 'unreachable', details: { cause: 'ECONNREFUSED' } },
  });
});

test('a host without a name that anybody knows is told apart from no network', async () => {
  const { api } = await withServer(() => undefined, {
    connect: (_target, callback) => callback(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), null),
  });
  expect(await api.call(readWallet, wallet)).toMatchObject({ error: { code: 'api.host-not-found' } });
  expect(api.link).toEqual({ kind: 'broken', code: 'api.host-not-found' });
});

test('a connection that is reset is lost, and the question is not asked again', async () => {
  const { api, server } = await withServer((_request, socket) => socket.resetAndDestroy());
  expect(await api.call(readWallet, wallet)).toMatchObject({
    error: { code: 'api.connection-lost', kind: 'unreachable', details: { cause: 'ECONNRESET' } },
  });
  expect(server.requests).toHaveLength(1);
});

test('a call that is abandoned ends at once, and says nothing about the way', async () => {
  const { api, server } = await withServer(() => undefined);
  const abandoned = new AbortController();
  const call = api.call(readWallet, wallet, { signal: abandoned.signal });
  await server.received(1);
  abandoned.abort();
  expect(await call).toEqual({
    ok: false,
    error: { code: 'api.connection-lost', kind: 'unreachable', details: { abandoned: true } },
  });
  expect(api.link).toEqual({ kind: 'unchecked' });
});

test('a call that was abandoned before it began sends nothing', async () => {
  const { api, server } = await withServer((_request, socket) => socket.write(found));
  const result = await api.call(readWallet, wallet, { signal: AbortSignal.abort() });
  expect(result).toMatchObject({ error: { details: { abandoned: true } } });
  expect(server.connections).toBe(0);
});

test('closing the client ends what is under way, and what is asked afterwards', async () => {
  const { api, server } = await withServer(() => undefined);
  const call = api.call(readWallet, wallet);
  await server.received(1);
  await api.close();
  expect(await call).toMatchObject({ error: { code: 'api.connection-lost' } });
  expect(await api.call(readWallet, wallet)).toMatchObject({ error: { code: 'api.connection-lost' } });
  expect(server.requests).toHaveLength(1);
});
