import { createPrivateKey } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readCredentials } from '../../../electron/credentials/read-credentials.ts';
import { createTestAuthority } from '../wallet-api/self-signed.ts';

const authority = createTestAuthority('shop authority');
const now = Date.UTC(2026, 10, 20, 12);
const valid = { from: new Date('2026-11-01T00:00:00Z'), to: new Date('2026-12-01T00:00:00Z') };
const pair = authority.issue({ name: 'shop-7', ...valid });
const other = authority.issue({ name: 'shop-8', ...valid });

function stationWith(files: { readonly cert?: string; readonly key?: string }, keyMode = 0o600) {
  const folder = mkdtempSync(path.join(tmpdir(), 'till-cert-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [clientCertFile, clientCertKeyFile] = [path.join(folder, 'client.pem'), path.join(folder, 'client.key')];
  if (files.cert !== undefined) {
    writeFileSync(clientCertFile, files.cert);
  }
  if (files.key !== undefined) {
    writeFileSync(clientCertKeyFile, files.key);
    chmodSync(clientCertKeyFile, keyMode);
  }
  return { clientId: null, macKeyFile: null, clientCertFile, clientCertKeyFile };
}

const read = (settings: ReturnType<typeof stationWith>, nowMs = now) =>
  readCredentials({ settings, env: {}, clock: () => nowMs });

describe('a client certificate', () => {
  it('with its key is what a station shows in place of a MAC', () => {
    expect(read(stationWith(pair))).toEqual({ ok: true, value: { cert: pair.cert, key: pair.key } });
  });

  it('may be followed by the one that links it to its authority', () => {
    expect(read(stationWith({ ...pair, cert: pair.cert + authority.cert }))).toMatchObject({ ok: true });
  });

  it.each([
    ['a certificate file that is not there', { key: pair.key }, 'credentials.unreadable', /^TILL_CLIENT_CERT: ENOENT$/],
    ['a key file that is not there', { cert: pair.cert }, 'credentials.unreadable', /^TILL_CLIENT_CERT_KEY: ENOENT$/],
    ['no certificate in its file', { ...pair, cert: 'hello' }, 'credentials.unreadable', /not a certificate in PEM/],
    ['no key in its file', { ...pair, key: 'hello' }, 'credentials.unreadable', /not a private key in PEM/],
    ['the two mixed up', { cert: pair.key, key: pair.cert }, 'credentials.unreadable', /TILL_CLIENT_CERT: not/],
    ['the key of another', { ...pair, key: other.key }, 'credentials.unreadable', /not the key of the certificate/],
  ])('is refused with %s', (_, files, code, problem) => {
    expect(read(stationWith(files))).toMatchObject({
      ok: false,
      error: { code, kind: 'auth', details: { problems: [expect.stringMatching(problem)] } },
    });
  });

  it('is refused with a key that has a passphrase, which nobody could type at a start', () => {
    const key = createPrivateKey(pair.key).export({
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: 'made up',
    });
    expect(read(stationWith({ ...pair, key: String(key) }))).toMatchObject({
      error: { code: 'credentials.unreadable', details: { reason: expect.stringContaining('passphrase') } },
    });
  });

  it.each([
    ['after its last day', Date.UTC(2026, 11, 2), 'expired on 2026-12-01'],
    ['before its first day', Date.UTC(2026, 9, 20), 'valid from 2026-11-01'],
  ])('is refused %s, and the error says which day', (_, at, reason) => {
    expect(read(stationWith(pair), at)).toMatchObject({
      ok: false,
      error: { code: 'credentials.expired', kind: 'auth', details: { variable: 'TILL_CLIENT_CERT', reason } },
    });
  });

  it.each([
    ['TILL_CLIENT_CERT', { clientCertFile: null }],
    ['TILL_CLIENT_CERT_KEY', { clientCertKeyFile: null }],
  ])('that lacks %s is half of one', (variable, missing) => {
    const settings = { ...stationWith(pair), ...missing };
    expect(readCredentials({ settings, env: {} })).toMatchObject({
      error: { code: 'credentials.missing', details: { variable } },
    });
  });

  it('never has its key in an error', () => {
    const results = [stationWith({ ...pair, key: other.key }), stationWith({ ...pair, cert: 'x' })].map((one) =>
      read(one),
    );
    expect(JSON.stringify(results)).not.toContain('PRIVATE KEY');
  });
});

it.skipIf(process.platform === 'win32')('a key that others may read is exposed', () => {
  expect(read(stationWith(pair, 0o640))).toMatchObject({
    error: { code: 'credentials.exposed', details: { variable: 'TILL_CLIENT_CERT_KEY' } },
  });
});
