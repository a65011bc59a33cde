import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createWalletApi } from '../../electron/wallet-api/client.ts';
import { readWallet } from '../../electron/wallet-api/endpoints/read-wallet.ts';
import { setDescription } from '../../electron/wallet-api/endpoints/set-description.ts';
import { createTestAuthority, type KeyAndCertificate } from '../unit/wallet-api/self-signed.ts';

// A server that ends the handshake with an alert when the certificate does not please it, as web servers do. Node's own
// cannot: it takes every certificate and hangs up later.

const authority = createTestAuthority('shop authority');
const server = authority.issue({ name: 'wallet api', ip: [127, 0, 0, 1] });
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

async function startStrict(version: '-tls1_2' | '-tls1_3'): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'till-strict-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const fileOf = (name: string, text: string): string => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    return file;
  };
  const files = ['-key', fileOf('key', server.key), '-cert', fileOf('cert', server.cert)];
  const strict = ['-Verify', '2', '-verify_return_error', '-CAfile', fileOf('ca', authority.cert), version];
  const child = spawn('openssl', ['s_server', '-accept', '127.0.0.1:0', '-www', ...files, ...strict]);
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  while (!/ACCEPT 127\.0\.0\.1:[0-9]+/.test(said)) {
    const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
    said += chunk.toString();
  }
  return `https://127.0.0.1:${/ACCEPT 127\.0\.0\.1:([0-9]+)/.exec(said)?.[1]}/rest/v1`;
}

function clientOf(baseUrl: string, credentials: KeyAndCertificate) {
  const api = createWalletApi({ baseUrl, credentials, ca: authority.cert, userAgent: 'WalletTill/test' });
  onTestFinished(() => api.close());
  return api;
}

describe.skipIf(!hasOpenssl).each(['-tls1_2', '-tls1_3'] as const)('a handshake of %s', (version) => {
  test('that is ended because of our certificate is unauthorized, not a lost connection', async () => {
    const api = clientOf(
      await startStrict(version),
      createTestAuthority('another authority').issue({ name: 'shop-7' }),
    );
    const refused = { error: { code: 'api.unauthorized', kind: 'auth' } };
    expect(await api.call(readWallet, { walletId: 14471 })).toMatchObject(refused);
    // Nothing was read of it, so that nothing is unknown.
    expect(await api.call(setDescription, { walletId: 14471, description: 'Mine' })).toMatchObject(refused);
  });

  test('that accepts our certificate brings an answer', async () => {
    const api = clientOf(await startStrict(version), authority.issue({ name: 'shop-7' }));
    // The server is no API: its page is what proves that it let us in.
    expect(await api.call(readWallet, { walletId: 14471 })).toMatchObject({ error: { code: 'api.not-json' } });
  });
});
