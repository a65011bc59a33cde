import { expect, test } from 'vitest';
import { readBalance } from '../../electron/wallet-api/endpoints/read-balance.ts';
import { readWallet } from '../../electron/wallet-api/endpoints/read-wallet.ts';
import { mostAnswerBytes } from '../../electron/wallet-api/transport.ts';
import { http, json } from '../unit/wallet-api/raw-server.ts';
import { withServer } from '../unit/wallet-api/with-server.ts';

const wallet = { walletId: 14471 };

test.each([
  ['a web page', http(200, '<html>Sign in to the Wi-Fi</html>', { 'Content-Type': 'text/html' }), 'api.not-json'],
  ['an empty body', http(200, ''), 'api.empty-answer'],
  ['JSON that stops in the middle', http(200, '{"id": 14471, "own'), 'api.cut-off-answer'],
  ['something that is not HTTP', 'SSH-2.0-OpenSSH_9.2\r\n\r\n', 'api.not-json'],
  ['a failure with a page', http(503, '<html>Maintenance</html>', { 'Content-Type': 'text/html' }), 'api.server-error'],
])('%s has a code of its own, and the way counts as broken', async (_, bytes, code) => {
  const { api } = await withServer((_request, socket) => socket.end(bytes));
  expect(await api.call(readWallet, wallet)).toMatchObject({ ok: false, error: { code, kind: 'upstream' } });
  expect(api.link).toEqual({ kind: 'broken', code });
});

test('a body shorter than its announced length is cut off, and the read is not repeated', async () => {
  const { api, server } = await withServer((_request, socket) =>
    socket.end(http(200, '{"id": 14471,', { 'Content-Length': '900' })),
  );
  expect(await api.call(readWallet, wallet)).toMatchObject({ error: { code: 'api.cut-off-answer', kind: 'upstream' } });
  expect(server.requests).toHaveLength(1);
});

test('a field of the wrong type is named by its path, without its value', async () => {
  const rows = { EUR: { at_disposal: 'all of it', at_disposal_decimal: '22.99', reserved: 0, reserved_decimal: '0' } };
  const { api } = await withServer((_request, socket) => socket.write(json(200, rows)));
  const result = await api.call(readBalance, wallet);
  expect(result).toMatchObject({ error: { code: 'api.malformed-answer', details: { path: 'EUR.at_disposal' } } });
  expect(JSON.stringify(result)).not.toContain('all of it');
});

test('an answer beyond all size is given up before it is read whole', async () => {
  const { api } = await withServer((_request, socket) =>
    socket.write(http(200, `{"text":"${'x'.repeat(mostAnswerBytes)}"}`)),
  );
  expect(await api.call(readWallet, wallet)).toMatchObject({ error: { code: 'api.malformed-answer' } });
});

test('a redirect is not followed: nobody else receives the signed request', async () => {
  const elsewhere = await withServer((_request, socket) => socket.write(json(200, { id: 1, owner: 1 })));
  const location = `http://127.0.0.1:${elsewhere.server.port}/rest/v1/wallet/14471`;
  const { api } = await withServer((_request, socket) => socket.write(http(302, '', { Location: location })));
  expect(await api.call(readWallet, wallet)).toMatchObject({
    error: { code: 'api.not-json', details: { status: 302 } },
  });
  expect(elsewhere.server.connections).toBe(0);
});

test('an answer in many pieces, cut inside a letter, is put together', async () => {
  const bytes = Buffer.from(
    json(200, { id: 14471, owner: 221, account: { number: 'EVP1', owner_title: 'Žydrė Pavyzdė' } }),
  );
  const { api } = await withServer((_request, socket) => {
    for (const byte of bytes) {
      socket.write(Uint8Array.of(byte));
    }
  });
  expect(await api.call(readWallet, wallet)).toMatchObject({ value: { account: { owner_title: 'Žydrė Pavyzdė' } } });
});
