import { connect as connectTcp } from 'node:net';
import { expect, test } from 'vitest';
import { readWallet } from '../../electron/wallet-api/endpoints/read-wallet.ts';
import { relateCard } from '../../electron/wallet-api/endpoints/relate-card.ts';
import { headerOf, http, json } from '../unit/wallet-api/raw-server.ts';
import { withServer } from '../unit/wallet-api/with-server.ts';

const wallet = { walletId: 14471 };
const card = { walletId: 14471, issuer: 'paysera', number: '5487963154' } as const;
const found = json(200, { id: 14471, owner: 221 });
const badGateway = http(502, '<html>Bad gateway</html>', { 'Content-Type': 'text/html' });

test('a read that met a 502 is repeated once, signed anew', async () => {
  const { api, server } = await withServer((_request, socket, index) => socket.write(index === 0 ? badGateway : found));
  expect(await api.call(readWallet, wallet)).toEqual({ ok: true, value: { id: 14471, owner: 221 } });
  const [first, second] = server.requests.map((request) => headerOf(request, 'authorization'));
  expect(server.requests).toHaveLength(2);
  expect(first).not.toBe(second);
});

test('a second 502 is reported', async () => {
  const { api, server } = await withServer((_request, socket) => socket.write(badGateway));
  expect(await api.call(readWallet, wallet)).toMatchObject({
    error: { code: 'api.server-error', details: { status: 502 } },
  });
  expect(server.requests).toHaveLength(2);
});

test.each([500, 503, 504])('a %i is reported at once', async (status) => {
  const { api, server } = await withServer((_request, socket) =>
    socket.write(json(status, { error: 'internal_server_error' })),
  );
  expect(await api.call(readWallet, wallet)).toMatchObject({
    error: { code: 'api.server-error', details: { status } },
  });
  expect(server.requests).toHaveLength(1);
});

test('a read whose connection broke before it was sent is repeated once', async () => {
  let opened = 0;
  const { api, server } = await withServer((_request, socket) => socket.write(found), {
    connect: (_target, callback) => {
      opened += 1;
      if (opened === 1) {
        callback(Object.assign(new Error('reset'), { code: 'ECONNRESET' }), null);
        return;
      }
      const socket = connectTcp(server.port, '127.0.0.1', () => callback(null, socket));
    },
  });
  expect(await api.call(readWallet, wallet)).toMatchObject({ ok: true });
  expect(opened).toBe(2);
  expect(server.requests).toHaveLength(1);
});

test('a read that was sent and lost is reported, since nothing proves that it was not received', async () => {
  const { api, server } = await withServer((_request, socket) => socket.resetAndDestroy());
  expect(await api.call(readWallet, wallet)).toMatchObject({ error: { code: 'api.connection-lost' } });
  expect(server.requests).toHaveLength(1);
});

test('a kept-alive connection that the server has given up is not used again', async () => {
  const { api, server } = await withServer((_request, socket, index) =>
    index === 0 ? socket.end(found) : socket.write(found),
  );
  expect(await api.call(readWallet, wallet)).toMatchObject({ ok: true });
  expect(await api.call(readWallet, wallet)).toMatchObject({ ok: true });
  expect(server.requests.map((request) => request.connection)).toEqual([1, 2]);
});

test('all repetitions together stay within one deadline', async () => {
  const { api, server } = await withServer((_request, socket, index) => {
    if (index === 0) {
      socket.write(badGateway);
    }
  });
  expect(await api.call(readWallet, wallet, { timeoutMs: 80 })).toMatchObject({
    error: { code: 'api.timed-out', details: { timeoutMs: 80 } },
  });
  expect(server.requests).toHaveLength(2);
});

test.each([
  ['reset', (socket: import('node:net').Socket) => socket.resetAndDestroy(), 'api.connection-lost'],
  ['a 502', (socket: import('node:net').Socket) => socket.write(badGateway), 'api.server-error'],
  ['an empty answer', (socket: import('node:net').Socket) => socket.write(http(200, '')), 'api.empty-answer'],
  ['silence', () => undefined, 'api.timed-out'],
])('a mutation that met %s is sent once, and its outcome is unknown', async (_, react, cause) => {
  const { api, server } = await withServer((_request, socket) => void react(socket));
  expect(await api.call(relateCard, card, { timeoutMs: cause === 'api.timed-out' ? 60 : 10_000 })).toEqual({
    ok: false,
    error: { code: 'api.outcome-unknown', kind: 'unknown-outcome', details: { cause } },
  });
  expect(server.requests).toHaveLength(1);
});

test('a mutation that provably was not sent is unreachable, not unknown', async () => {
  const { api } = await withServer(() => undefined, {
    connect: (_target, callback) => callback(Object.assign(new Error('no'), { code: 'ECONNREFUSED' }), null),
  });
  expect(await api.call(relateCard, card)).toMatchObject({ error: { code: 'api.connection-refused' } });
});

test('a mutation that was refused is refused, not unknown', async () => {
  const { api } = await withServer((_request, socket) => socket.write(json(400, { error: 'card_already_assigned' })));
  expect(await api.call(relateCard, card)).toMatchObject({
    error: { code: 'card.already-assigned', kind: 'refused', details: { code: 'card_already_assigned' } },
  });
});
