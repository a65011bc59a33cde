import { expect, test } from 'vitest';
import { createWalletApi } from '../../electron/wallet-api/client.ts';
import { readWallet } from '../../electron/wallet-api/endpoints/read-wallet.ts';
import { startDesk } from './desk-harness.ts';

test('a station whose clock is an hour off measures that and serves the customer all the same', async () => {
  const { tap, next, wallet } = await startDesk();
  wallet.setFault({ kind: 'clock-skew', seconds: 3_600 });
  tap('main');
  expect((await next('identified')).wallet.account?.number).toBe('EVP0010001000101');
});

test('a clock that cannot be measured is told with its code', async () => {
  const { tap, next, wallet } = await startDesk();
  wallet.setFaults([
    { kind: 'clock-skew', seconds: 3_600 },
    { kind: 'error', status: 500, code: 'internal_server_error', on: 'server' },
  ]);
  tap('main');
  expect((await next('identify-failed')).error).toMatchObject({ kind: 'auth' });
});

test('a wrong key is not blamed on the clock', async () => {
  const { wallet } = await startDesk();
  const api = createWalletApi({
    baseUrl: wallet.url,
    credentials: { clientId: wallet.clientId, macKey: 'not-the-key' },
    userAgent: 'WalletTill/test',
  });
  const answer = await api.call(readWallet, { walletId: 14471 as never });
  await api.close();
  expect(answer).toMatchObject({ ok: false, error: { code: 'api.unauthorized', kind: 'auth' } });
});
