import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createFolderSecrets } from '../../electron/credentials/secrets-in-files.ts';
import { createTokenFile, type TokenFile } from '../../electron/credentials/token-file.ts';
import { createWalletApi, type WalletApiOptions } from '../../electron/wallet-api/client.ts';
import { readBalance } from '../../electron/wallet-api/endpoints/read-balance.ts';
import { readStatements } from '../../electron/wallet-api/endpoints/read-statements.ts';
import { readWallet } from '../../electron/wallet-api/endpoints/read-wallet.ts';
import { setDescription } from '../../electron/wallet-api/endpoints/set-description.ts';
import type { AccessToken } from '../../shared/domain/access-token.ts';
import { startWalletSimulator, type WalletSimulator } from '../../simulator/wallet/server.ts';
import { endlessBudget } from './unhurried-client.ts';

let simulator: WalletSimulator;
let dataDir: string;
let file: TokenFile;

beforeEach(async () => {
  simulator = await startWalletSimulator();
  onTestFinished(() => simulator.close());
  dataDir = mkdtempSync(path.join(tmpdir(), 'till-token-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  file = createTokenFile(createFolderSecrets(dataDir));
});

/** Expires after an hour of the simulator's; may see the balance and the names. */
function tokenOf(fields: Partial<AccessToken> = {}): AccessToken {
  return {
    accessToken: 'example-token-30003',
    macKey: 'example-token-key-30003',
    refreshToken: 'example-refresh-30003',
    expiresAt: simulator.nowSeconds() + 3600,
    scopes: ['balance', 'wallet_list'],
    ...fields,
  };
}

/** A client as one start of a station has it. */
function startClient(options: Partial<WalletApiOptions> = {}) {
  const { url, clientId, macKey } = simulator;
  const api = createWalletApi({
    baseUrl: url,
    credentials: { clientId, macKey },
    tokens: file,
    userAgent: 'WalletTill/test',
    budget: endlessBudget(),
    clock: () => simulator.nowSeconds() * 1000,
    ...options,
  });
  onTestFinished(() => api.close());
  return api;
}

const me = { walletId: 'me' } as const;
const kept = () => {
  const token = file.read();
  return token.ok ? token.value : null;
};
const asked = (pathPart: string) => simulator.requests.filter((request) => JSON.stringify(request).includes(pathPart));
const refreshes = () => asked('/oauth/v1/token').length;

describe('with a token, me', () => {
  it('is the wallet of whoever granted it, and other wallets are asked about in the client’s own name', async () => {
    file.keep(tokenOf());
    const api = startClient();
    expect(await api.call(readWallet, me)).toMatchObject({ ok: true, value: { id: 30003 } });
    expect(await api.call(readWallet, { walletId: 14471 })).toMatchObject({ ok: true, value: { id: 14471 } });
  });

  it('can do what its scopes allow', async () => {
    file.keep(tokenOf());
    const api = startClient();
    expect(await api.call(readBalance, me)).toMatchObject({ ok: true });
    expect(await api.call(readStatements, me)).toMatchObject({
      error: { code: 'wallet.access-revoked', details: { possibleCauses: expect.arrayContaining(['access-token']) } },
    });
  });

  it('is nobody without one: nothing is sent, and the error says what to do', async () => {
    expect(await startClient().call(readWallet, me)).toMatchObject({
      error: { code: 'credentials.token-missing', kind: 'auth', details: { next: 'till token import' } },
    });
    expect(simulator.requests).toHaveLength(0);
  });

  it('is found as soon as another process imported it, and lost as soon as it was forgotten', async () => {
    const api = startClient();
    file.keep(tokenOf());
    expect(await api.call(readWallet, me)).toMatchObject({ ok: true });
    createTokenFile(createFolderSecrets(dataDir)).forget();
    expect(await api.call(readWallet, me)).toMatchObject({ error: { code: 'credentials.token-missing' } });
  });
});

describe('a token that is about to expire', () => {
  it('is renewed first, once for all who ask, and the rotated one is found after a restart', async () => {
    file.keep(tokenOf({ expiresAt: simulator.nowSeconds() + 30 }));
    const api = startClient();
    const answers = await Promise.all([api.call(readWallet, me), api.call(readBalance, me), api.call(readWallet, me)]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(refreshes()).toBe(1);
    expect(kept()?.accessToken).not.toBe('example-token-30003');

    simulator.moveClock(3590);
    const rotated = kept();
    expect(await startClient().call(readWallet, me)).toMatchObject({ ok: true, value: { id: 30003 } });
    expect(refreshes()).toBe(2);
    expect(kept()?.refreshToken).not.toBe(rotated?.refreshToken);
  });

  it('goes on being used while it lasts, when it cannot be renewed just now', async () => {
    file.keep(tokenOf({ expiresAt: simulator.nowSeconds() + 30 }));
    simulator.setFault({ kind: 'error', status: 500, code: 'internal_server_error', on: 'refresh-token' });
    const api = startClient();
    expect(await api.call(readWallet, me)).toMatchObject({ ok: true });
    simulator.setFault(null);
    expect(await api.call(readWallet, me)).toMatchObject({ ok: true });
    expect(kept()?.accessToken).not.toBe('example-token-30003');
  });

  it('is renewed to the end although nobody waits any more, so that the refresh token is not lost', async () => {
    file.keep(tokenOf({ expiresAt: simulator.nowSeconds() }));
    simulator.setFault({ kind: 'latency', ms: 100, on: 'refresh-token' });
    const api = startClient();
    expect(await api.call(readWallet, me, { timeoutMs: 20 })).toMatchObject({ error: { code: 'api.timed-out' } });
    expect(await api.call(readWallet, me)).toMatchObject({ ok: true });
    expect(refreshes()).toBe(1);
  });
});

describe('a token that the API refuses', () => {
  const expireUnknown = () => {
    file.keep(tokenOf({ expiresAt: null }));
    simulator.moveClock(3700);
  };

  it('is renewed once, and a read is repeated', async () => {
    expireUnknown();
    expect(await startClient().call(readWallet, me)).toMatchObject({ ok: true, value: { id: 30003 } });
    expect(refreshes()).toBe(1);
  });

  it('is renewed, and a change is not repeated: the error says that it may be asked for again', async () => {
    expireUnknown();
    const api = startClient();
    expect(await api.call(setDescription, { ...me, description: 'Mine' })).toMatchObject({
      error: { code: 'api.unauthorized', details: { renewed: true } },
    });
    expect(asked('PUT')).toHaveLength(1);
    // Now it is the scope that is missing, not the token.
    expect(await api.call(setDescription, { ...me, description: 'Mine' })).toMatchObject({
      error: { code: 'wallet.access-revoked' },
    });
  });

  it('with a refresh token that is used up needs a person: unauthorized, and what to do next', async () => {
    file.keep(tokenOf({ expiresAt: simulator.nowSeconds() - 1, refreshToken: 'used-up-long-ago' }));
    simulator.moveClock(3700);
    const result = await startClient().call(readWallet, me);
    expect(result).toMatchObject({
      error: {
        code: 'api.unauthorized',
        kind: 'auth',
        details: { code: 'invalid_grant', next: 'till token import' },
      },
    });
    expect(JSON.stringify(result)).not.toMatch(/used-up-long-ago|example-token/);
  });

  it('for a wrong clock is not renewed: the clock is corrected', async () => {
    file.keep(tokenOf({ expiresAt: null }));
    const api = startClient({ clock: () => (simulator.nowSeconds() - 3000) * 1000 });
    expect(await api.call(readWallet, me)).toMatchObject({ ok: true });
    expect(refreshes()).toBe(0);
  });

  it('after its clock was wrong and it seemed to have expired is renewed with the right time', async () => {
    file.keep(tokenOf({ expiresAt: simulator.nowSeconds() + 600 }));
    const api = startClient({ clock: () => (simulator.nowSeconds() + 4000) * 1000 });
    expect(await api.call(readWallet, me)).toMatchObject({ ok: true });
    expect(kept()?.expiresAt).toBeLessThan(simulator.nowSeconds() + 3700);
  });
});

it('two stations in one folder: the slower one takes what the faster one kept', async () => {
  file.keep(tokenOf({ expiresAt: simulator.nowSeconds() }));
  const [one, two] = [startClient(), startClient({ tokens: createTokenFile(createFolderSecrets(dataDir)) })];
  const answers = await Promise.all([one.call(readWallet, me), two.call(readWallet, me)]);
  expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
});

it('neither token, key nor refresh token is in a request’s address or in what a client shows of itself', async () => {
  file.keep(tokenOf({ expiresAt: simulator.nowSeconds() }));
  const api = startClient();
  await api.call(readWallet, me);
  const secret = JSON.parse(readFileSync(path.join(dataDir, 'access-token.json'), 'utf8')) as AccessToken;
  const shown = JSON.stringify([api, simulator.requests.map(({ ...request }) => request)]);
  for (const value of [secret.accessToken, secret.macKey, secret.refreshToken ?? '', 'example-refresh-30003']) {
    expect(shown).not.toContain(value);
  }
});
