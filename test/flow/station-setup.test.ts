import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { testCredentials } from '../../electron/services/station-setup.ts';
import { createWalletApi, type WalletApiOptions } from '../../electron/wallet-api/client.ts';
import { startWalletSimulator, type WalletFault } from '../../simulator/wallet/server.ts';
import { clientOf, startTlsServer } from '../unit/wallet-api/tls-server.ts';

async function station(more: Partial<WalletApiOptions> = {}) {
  const wallet = await startWalletSimulator();
  const api = createWalletApi({
    baseUrl: wallet.url,
    credentials: { clientId: wallet.clientId, macKey: wallet.macKey },
    userAgent: 'WalletTill/test',
    ...more,
  });
  onTestFinished(async () => {
    await api.close();
    await wallet.close();
  });
  return { wallet, test: () => testCredentials(api) };
}

test('right credentials are accepted after three harmless questions about nobody', async () => {
  const { wallet, test: ask } = await station();
  expect(await ask()).toEqual({ kind: 'accepted', latencyMs: expect.any(Number), notEnabled: [] });
  expect(wallet.requests.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET']);
});

test.each([
  ['a wrong key', { clientId: 'wkVd93h2uS', macKey: 'not-the-key' }],
  ['an unknown client', { clientId: 'nobody', macKey: 'IrdTc8uQodU7PRpLzzLTW6wqZAO6tAMU' }],
])('%s is refused, and not taken for a broken network', async (_, credentials) => {
  const { test: ask } = await station({ credentials });
  expect(await ask()).toMatchObject({ kind: 'refused', error: { code: 'api.unauthorized' } });
});

test.each([
  ['slow by two minutes', -120_000, 120],
  ['fast by ten minutes', 600_000, -600],
])('a clock %s is told in seconds', async (_, offMs, seconds) => {
  const { test: ask } = await station({ clock: () => Date.now() + offMs });
  const outcome = await ask();
  expect(outcome.kind).toBe('clock-off');
  expect(outcome.kind === 'clock-off' ? Math.abs(outcome.seconds - seconds) : null).toBeLessThanOrEqual(5);
});

const answers: readonly (readonly [string, WalletFault, object])[] = [
  [
    'a service that is down',
    { kind: 'error', status: 503, code: 'service_unavailable' },
    { kind: 'unreachable', error: { code: 'api.server-error' } },
  ],
  ['a page of a portal', { kind: 'html' }, { kind: 'unreachable', error: { code: 'api.not-json' } }],
  [
    'a connection that breaks',
    { kind: 'reset', when: 'before' },
    { kind: 'unreachable', error: { code: 'api.connection-lost' } },
  ],
  [
    'a client without the wallet API',
    { kind: 'error', status: 403, code: 'forbidden', on: 'wallet' },
    { kind: 'not-enabled', error: { code: 'wallet.access-revoked' } },
  ],
  [
    'a client without receipts',
    { kind: 'error', status: 403, code: 'forbidden', on: 'receipt' },
    { kind: 'accepted', notEnabled: ['balance-receipt.read'] },
  ],
  [
    'a service that fails at the second question',
    { kind: 'error', status: 500, code: 'internal_server_error', on: 'wallet' },
    { kind: 'unreachable', error: { code: 'api.server-error' } },
  ],
];

test.each(answers)('%s is named', async (_, fault, expected) => {
  const { wallet, test: ask } = await station();
  wallet.setFault(fault);
  expect(await ask()).toMatchObject(expected);
});

test('a host that refuses is named', async () => {
  const { wallet, test: ask } = await station();
  await wallet.setNetwork(false);
  expect(await ask()).toMatchObject({ kind: 'unreachable', error: { code: 'api.connection-refused' } });
});

test('a name that nobody has and a network that is not there are two things', async () => {
  const failing = (code: string) =>
    clientOf({
      connect: (_, callback) => callback(Object.assign(new Error('no'), { code }), null),
    });
  expect(await testCredentials(failing('ENOTFOUND'))).toMatchObject({ error: { code: 'api.host-not-found' } });
  expect(await testCredentials(failing('ENETUNREACH'))).toMatchObject({ error: { code: 'api.no-network' } });
  expect(await testCredentials(failing('ETIMEDOUT'))).toMatchObject({ error: { code: 'api.timed-out' } });
});

test('a certificate that nobody vouches for is named', async () => {
  const { port } = await startTlsServer();
  const api = clientOf({ baseUrl: `https://127.0.0.1:${port}/rest/v1` });
  expect(await testCredentials(api)).toMatchObject({
    kind: 'unreachable',
    error: { code: 'api.certificate-rejected' },
  });
});

test('a port where something else answers is named', async () => {
  const server = createServer((socket) => socket.end('SSH-2.0-OpenSSH\r\n')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { test: ask } = await station({ baseUrl: `http://127.0.0.1:${port}/rest/v1` });
  expect(await ask()).toMatchObject({ kind: 'unreachable', error: { code: 'api.not-json' } });
});
