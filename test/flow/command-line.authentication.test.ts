import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startWalletSimulator } from '../../simulator/wallet/server.ts';
import { createTestAuthority } from '../unit/wallet-api/self-signed.ts';
import { environment, liveEnvironment, runTill, runTillHere } from './command-line.ts';

test('a token is imported from standard input, used for me, renewed, kept over processes, and forgotten', async () => {
  const wallet = await startWalletSimulator();
  onTestFinished(() => wallet.close());
  const env = liveEnvironment(wallet);
  // It expires within the margin: the first use renews it.
  const token =
    '{"access_token":"example-token-30003","mac_key":"example-token-key-30003","expires_in":30,\n' +
    '"refresh_token":"example-refresh-30003","scope":"balance wallet_list"}';
  const imported = await runTill(['token', 'import'], env, token);
  expect(imported.answer).toMatchObject({
    ok: true,
    value: { scopes: ['balance', 'wallet_list'], renews_itself: true },
  });
  const first = await runTill(['identify', '--wallet', 'me'], env);
  const second = await runTill(['balance', '--wallet', 'me'], env);
  expect([first.answer, second.answer]).toMatchObject([{ ok: true, value: { id: 30003 } }, { ok: true }]);
  expect(wallet.requests.filter((request) => JSON.stringify(request).includes('/oauth/'))).toHaveLength(1);

  const folder = env.TILL_DATA_DIR ?? '';
  const kept = JSON.parse(readFileSync(path.join(folder, 'access-token.json'), 'utf8'));
  expect(kept.refreshToken).not.toBe('example-refresh-30003');
  const everything = JSON.stringify([imported, first, second, await runTill(['token', 'show'], env)]);
  for (const secret of [kept.accessToken, kept.macKey, kept.refreshToken, 'example-token', 'example-refresh']) {
    expect(everything).not.toContain(secret);
  }

  expect((await runTill(['token', 'forget'], env)).answer).toEqual({ ok: true, value: { forgotten: true } });
  const left = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  expect(left.map((file) => path.basename(file))).not.toContain('access-token.json');
  // What the station keeps besides, its journal among it, holds none of the token.
  for (const file of left) {
    const bytes = readFileSync(file).toString('latin1');
    for (const secret of [kept.accessToken, kept.macKey, kept.refreshToken]) {
      expect(bytes, file).not.toContain(secret);
    }
  }
  const after = await runTill(['balance', '--wallet', 'me'], env);
  expect(after.exitStatus).toBe(7);
  expect(after.answer.error?.message).toContain('till token import');
});

test('a refresh token that is used up ends with 7 and says what to do', async () => {
  const wallet = await startWalletSimulator();
  onTestFinished(() => wallet.close());
  const env = liveEnvironment(wallet);
  const token = '{"access_token":"gone-long-ago","mac_key":"k","expires_in":1,"refresh_token":"used-up-long-ago"}';
  await runTillHere(['token', 'import'], env, token);
  const { exitStatus, answer } = await runTillHere(['balance', '--wallet', 'me'], env);
  expect(exitStatus).toBe(7);
  expect(answer.error).toMatchObject({ code: 'api.unauthorized', details: { next: 'till token import' } });
});

test('a training station takes no token', async () => {
  const { exitStatus, answer } = await runTillHere(['token', 'import'], environment(), '{}');
  expect(exitStatus).toBe(2);
  expect(answer.error?.code).toBe('settings.mode-conflict');
});

test('a client certificate in files stands in place of the MAC', async () => {
  const authority = createTestAuthority('shop authority');
  const server = authority.issue({ name: 'wallet api', ip: [127, 0, 0, 1] });
  const client = authority.issue({ name: 'shop-7' });
  const wallet = await startWalletSimulator({ tls: { ...server, ca: authority.cert } });
  onTestFinished(() => wallet.close());

  const env = environment();
  const folder = env.TILL_DATA_DIR ?? '';
  const files = { 'ca.pem': authority.cert, 'client.pem': client.cert, 'client.key': client.key };
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(path.join(folder, name), text, { mode: 0o600 });
  }
  const settings = {
    mode: 'live',
    apiUrl: wallet.tlsUrl,
    caCertFile: 'ca.pem',
    clientCertFile: 'client.pem',
    clientCertKeyFile: 'client.key',
  };
  writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(settings));
  const { exitStatus, answer } = await runTillHere(['identify', '--wallet', '14471'], env);
  expect({ exitStatus, answer }).toMatchObject({ exitStatus: 0, answer: { ok: true, value: { id: 14471 } } });

  chmodSync(path.join(folder, 'client.key'), 0o644);
  const exposed = await runTillHere(['identify', '--wallet', '14471'], env);
  expect(exposed.exitStatus).toBe(7);
  expect(exposed.answer.error).toMatchObject({
    code: 'credentials.exposed',
    details: { variable: 'TILL_CLIENT_CERT_KEY' },
  });
});
