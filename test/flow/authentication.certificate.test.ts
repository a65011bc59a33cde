import { expect, onTestFinished, test } from 'vitest';
import { createWalletApi, type WalletApiOptions } from '../../electron/wallet-api/client.ts';
import { readWallet } from '../../electron/wallet-api/endpoints/read-wallet.ts';
import { setDescription } from '../../electron/wallet-api/endpoints/set-description.ts';
import { startWalletSimulator, type WalletSimulator } from '../../simulator/wallet/server.ts';
import { createTestAuthority, type KeyAndCertificate } from '../unit/wallet-api/self-signed.ts';
import { endlessBudget } from './unhurried-client.ts';

const loopback = [127, 0, 0, 1] as const;
const day = 86_400_000;
const authority = createTestAuthority('shop authority');
const stranger = createTestAuthority('another authority');
const server = authority.issue({ name: 'wallet api', ip: loopback });
const client = authority.issue({ name: 'shop-7' });

async function startApi(): Promise<WalletSimulator> {
  const simulator = await startWalletSimulator({ tls: { ...server, ca: authority.cert } });
  onTestFinished(() => simulator.close());
  return simulator;
}

function clientOf(simulator: WalletSimulator, credentials: WalletApiOptions['credentials'], ca = authority.cert) {
  const api = createWalletApi({
    baseUrl: simulator.tlsUrl ?? '',
    credentials,
    ca,
    userAgent: 'WalletTill/test',
    budget: endlessBudget(),
  });
  onTestFinished(() => api.close());
  return api;
}

const wallet = { walletId: 14471 };

test('a certificate of the right authority stands for the client, for reads and for changes', async () => {
  const api = clientOf(await startApi(), client);
  expect(await api.call(readWallet, wallet)).toMatchObject({ ok: true, value: { id: 14471 } });
  expect(await api.call(setDescription, { ...wallet, description: 'By certificate' })).toMatchObject({
    ok: true,
    value: { account: { description: 'By certificate' } },
  });
});

test('a MAC goes over https without any certificate', async () => {
  const simulator = await startApi();
  const { clientId, macKey } = simulator;
  const api = clientOf(simulator, { clientId, macKey });
  expect(await api.call(readWallet, wallet)).toMatchObject({ ok: true });
});

test.each<readonly [string, KeyAndCertificate]>([
  ['of another authority', stranger.issue({ name: 'shop-7' })],
  [
    'that has expired',
    authority.issue({ name: 'shop-7', from: new Date(Date.now() - 9 * day), to: new Date(Date.now() - day) }),
  ],
  [
    'that is not valid yet',
    authority.issue({ name: 'shop-7', from: new Date(Date.now() + day), to: new Date(Date.now() + 9 * day) }),
  ],
])('a certificate %s is unauthorized, and nothing was changed', async (_, credentials) => {
  const simulator = await startApi();
  const api = clientOf(simulator, credentials);
  expect(await api.call(readWallet, wallet)).toMatchObject({ error: { code: 'api.unauthorized', kind: 'auth' } });
  expect(await api.call(setDescription, { ...wallet, description: 'By nobody' })).toMatchObject({
    error: { code: 'api.unauthorized' },
  });
});

test('a server of another authority is not told who asks', async () => {
  const simulator = await startApi();
  const api = clientOf(simulator, client, stranger.cert);
  expect(await api.call(readWallet, wallet)).toMatchObject({ error: { code: 'api.certificate-rejected' } });
  expect(simulator.requests).toEqual([]);
});

test('a certificate over plain http shows nothing: the API does not know who asks', async () => {
  const simulator = await startApi();
  const api = createWalletApi({ baseUrl: simulator.url, credentials: client, userAgent: 'WalletTill/test' });
  onTestFinished(() => api.close());
  expect(await api.call(readWallet, wallet)).toMatchObject({ error: { code: 'api.unauthorized' } });
});
