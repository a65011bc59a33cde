import { expect, test } from 'vitest';
import { readServer } from '../../electron/wallet-api/endpoints/read-server.ts';
import { readWallet } from '../../electron/wallet-api/endpoints/read-wallet.ts';
import { relateCard } from '../../electron/wallet-api/endpoints/relate-card.ts';
import { headerOf, json, type RawRequest, type Responder } from '../unit/wallet-api/raw-server.ts';
import { withServer } from '../unit/wallet-api/with-server.ts';

const wallet = { walletId: 14471 };
const serverSeconds = Date.UTC(2026, 10, 20, 12) / 1000;
const found = json(200, { id: 14471, owner: 221 });
const unauthorized = json(401, { error: 'unauthorized' });

function stampOf(request: RawRequest | undefined): number {
  return Number(/ts="([0-9]+)"/.exec(headerOf(request, 'authorization') ?? '')?.[1]);
}

/** An API that takes time stamps within 30 seconds of its own clock. */
const strictAboutTime: Responder = (request, socket) => {
  if (request.requestUri === '/rest/v1/server') {
    socket.write(json(200, { time: serverSeconds }));
  } else {
    socket.write(Math.abs(stampOf(request) - serverSeconds) <= 30 ? found : unauthorized);
  }
};

const offBy = (seconds: number) => ({ clock: () => (serverSeconds + seconds) * 1000 });

test.each([3600, -3600])('a clock off by %i s costs one question for the time, once', async (seconds) => {
  const { api, server } = await withServer(strictAboutTime, offBy(seconds));
  expect(await api.call(readWallet, wallet)).toMatchObject({ ok: true });
  expect(server.requests.map((request) => request.requestUri)).toEqual([
    '/rest/v1/wallet/14471',
    '/rest/v1/server',
    '/rest/v1/wallet/14471',
  ]);
  expect(await api.call(readWallet, wallet)).toMatchObject({ ok: true });
  expect(server.requests).toHaveLength(4);
});

test('the time is asked for without credentials', async () => {
  const { api, server } = await withServer(strictAboutTime, { ...offBy(0), credentials: null });
  expect(await api.call(readServer, {})).toEqual({ ok: true, value: { time: serverSeconds } });
  expect(headerOf(server.requests[0], 'authorization')).toBeUndefined();
});

test('whoever asks for the time corrects the clock, before any refusal', async () => {
  const { api, server } = await withServer(strictAboutTime, offBy(-600));
  await api.call(readServer, {});
  expect(await api.call(readWallet, wallet)).toMatchObject({ ok: true });
  expect(Math.abs(stampOf(server.requests[1]) - serverSeconds)).toBeLessThanOrEqual(1);
  expect(api.link).toMatchObject({ kind: 'reached', clockOffsetMs: 600_500 });
});

test('a 401 with a clock that is right is a matter of the credentials, and is not repeated', async () => {
  const { api, server } = await withServer(
    (request, socket) =>
      request.requestUri.endsWith('/server') ? strictAboutTime(request, socket, 0) : socket.write(unauthorized),
    offBy(2),
  );
  expect(await api.call(readWallet, wallet)).toMatchObject({ error: { code: 'api.unauthorized', kind: 'auth' } });
  expect(server.requests).toHaveLength(2);
});

test('a 401 that stays although the clock was corrected names the offset', async () => {
  const { api, server } = await withServer(
    (request, socket) =>
      request.requestUri.endsWith('/server') ? strictAboutTime(request, socket, 0) : socket.write(unauthorized),
    offBy(-3600),
  );
  expect(await api.call(readWallet, wallet)).toMatchObject({ error: { code: 'api.clock-wrong', kind: 'auth' } });
  expect(server.requests).toHaveLength(3);
  const again = await api.call(readWallet, wallet);
  expect(again).toMatchObject({ error: { code: 'api.clock-wrong' } });
  expect(!again.ok && Math.abs(Number(again.error.details?.offsetSeconds) - 3600)).toBeLessThanOrEqual(1);
});

test('a 401 with a clock that cannot be measured is a matter of the credentials', async () => {
  const { api } = await withServer((_request, socket) => socket.write(unauthorized), offBy(-3600));
  expect(await api.call(readWallet, wallet)).toMatchObject({ error: { code: 'api.unauthorized' } });
});

test('a mutation is not repeated with the corrected clock: the next one carries it', async () => {
  const { api, server } = await withServer(strictAboutTime, offBy(-3600));
  const card = { walletId: 14471, issuer: 'paysera', number: '5487963154' } as const;
  expect(await api.call(relateCard, card)).toMatchObject({ error: { code: 'api.clock-wrong' } });
  expect(server.requests.filter((request) => request.method === 'PUT')).toHaveLength(1);
  expect(await api.call(relateCard, card)).toMatchObject({ ok: true });
});
