import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { OpenedFile } from '../../../electron/credentials/guarded-file.ts';
import { openSecretStore, openTokenFile } from '../../../electron/credentials/open-secret-store.ts';
import { readCredentials } from '../../../electron/credentials/read-credentials.ts';
import type { SecretStore, SecretStoreKind } from '../../../electron/credentials/secret-store.ts';
import {
  createKeyringSecrets,
  leaveForKeyring,
  whyNoKeyring,
} from '../../../electron/credentials/secrets-in-keyring.ts';
import { createSystemdSecrets } from '../../../electron/credentials/secrets-in-systemd.ts';
import { everythingIn } from '../../everything-in.ts';
import { fakeKeyring } from './fake-keyring.ts';

const secret = 'Marked-Secret/0123456789';
const isRoot = process.getuid?.() === 0;

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'till-secrets-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

function storeOf(
  kind: SecretStoreKind,
  dataDir: string,
  more: { directory?: string; keyring?: null } = {},
): SecretStore {
  return openSecretStore({
    settings: { secretStore: kind, dataDir, macKeyFile: path.join(dataDir, 'mac-key'), clientCertKeyFile: null },
    env: { CREDENTIALS_DIRECTORY: more.directory },
    keyring: more.keyring === null ? null : fakeKeyring(),
    platform: 'linux',
  });
}

const settings = { clientId: 'shop-7', macKeyFile: null, clientCertFile: null, clientCertKeyFile: null };
const credentialsFrom = (secrets: SecretStore, macKeyFile: string | null = null) =>
  readCredentials({ settings: { ...settings, macKeyFile }, secrets, env: {} });

describe("the system's keyring", () => {
  it('gives back what it was given, to a station that signs with it, and keeps nothing legible', () => {
    const dataDir = folder();
    const secrets = storeOf('keyring', dataDir);
    expect(credentialsFrom(secrets)).toMatchObject({ ok: false, error: { code: 'credentials.missing' } });
    expect(secrets.keep('mac-key', secret)).toEqual({ ok: true, value: null });
    expect(credentialsFrom(secrets)).toEqual({ ok: true, value: { clientId: 'shop-7', macKey: secret } });
    expect(statSync(path.join(dataDir, 'secrets/mac-key.sealed')).mode & 0o777).toBe(0o600);
    expect(everythingIn(dataDir)).not.toContain(secret);
    expect(secrets.forget('mac-key')).toEqual({ ok: true, value: true });
    expect(secrets.read('mac-key')).toEqual({ ok: true, value: null });
  });

  it.each([
    ['has no encryption', fakeKeyring('gnome_libsecret', false)],
    ['has only the fallback with a key that everybody knows', fakeKeyring('basic_text')],
    ['does not know yet which it is', fakeKeyring('unknown')],
    ['is opened by the running till alone', null],
  ])('is not offered and neither read nor written where it %s', (_, keyring) => {
    const dataDir = folder();
    const secrets = createKeyringSecrets({ keyring, platform: 'linux', folder: dataDir });
    expect(whyNoKeyring({ keyring, platform: 'linux' })).not.toBeNull();
    for (const result of [secrets.keep('mac-key', secret), secrets.read('mac-key'), credentialsFrom(secrets)]) {
      expect(result).toMatchObject({ ok: false, error: { code: 'credentials.keyring-unavailable', kind: 'auth' } });
    }
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('is asked for no backend where it has none to tell: Windows and macOS', () => {
    const keyring = { ...fakeKeyring(), getSelectedStorageBackend: () => expect.unreachable() };
    expect(whyNoKeyring({ keyring, platform: 'win32' })).toBeNull();
  });

  it('refuses what the fallback has sealed at some other time', () => {
    const dataDir = folder();
    const sealed = Buffer.from(fakeKeyring('basic_text').encryptString(secret)).toString('base64');
    mkdirSync(path.join(dataDir, 'secrets'));
    writeFileSync(path.join(dataDir, 'secrets/mac-key.sealed'), sealed, { mode: 0o600 });
    expect(storeOf('keyring', dataDir).read('mac-key')).toMatchObject({
      ok: false,
      error: { code: 'credentials.unreadable', details: { reason: 'sealed without a keyring; give the secret again' } },
    });
  });

  it('that does not open what is there says so, and nothing of it', () => {
    const dataDir = folder();
    storeOf('keyring', dataDir).keep('mac-key', secret);
    const other = {
      ...fakeKeyring(),
      decryptString: () => {
        throw new Error(secret);
      },
    };
    const result = createKeyringSecrets({ keyring: other, platform: 'linux', folder: dataDir }).read('mac-key');
    expect(result).toMatchObject({ ok: false, error: { code: 'credentials.unreadable' } });
    expect(JSON.stringify(result)).not.toContain(secret);
  });

  it('does not take a sealed file that others can write', () => {
    const dataDir = folder();
    storeOf('keyring', dataDir).keep('mac-key', secret);
    chmodSync(path.join(dataDir, 'secrets/mac-key.sealed'), 0o622);
    expect(storeOf('keyring', dataDir).read('mac-key')).toMatchObject({ error: { code: 'credentials.exposed' } });
  });

  it('takes what the command line left for the next start, seals it and removes it', () => {
    const dataDir = folder();
    leaveForKeyring(dataDir, 'mac-key', secret);
    expect(statSync(path.join(dataDir, 'secrets/mac-key.given')).mode & 0o777).toBe(0o600);
    expect(storeOf('keyring', dataDir).read('mac-key')).toEqual({ ok: true, value: secret });
    expect(existsSync(path.join(dataDir, 'secrets/mac-key.given'))).toBe(false);
    expect(everythingIn(dataDir)).not.toContain(secret);
    expect(storeOf('keyring', dataDir).read('mac-key')).toEqual({ ok: true, value: secret });
  });

  it("holds a user's token as well, which then stands in no file", () => {
    const dataDir = folder();
    const tokens = openTokenFile(storeOf('keyring', dataDir), dataDir);
    const token = { accessToken: secret, macKey: 'k', expiresAt: null, refreshToken: null, scopes: [] };
    expect(tokens.read()).toEqual({ ok: true, value: null });
    expect(tokens.keep(token)).toEqual({ ok: true, value: null });
    expect(tokens.read()).toEqual({ ok: true, value: token });
    expect(everythingIn(dataDir)).not.toContain(secret);
    expect(tokens.forget()).toEqual({ ok: true, value: true });
  });
});

describe('a credential of systemd', () => {
  const given = (fields: Partial<OpenedFile>, userId = 1000) =>
    createSystemdSecrets({
      directory: '/run/credentials/wallet-till.service',
      userId,
      openFile: () => ({
        isRegular: true,
        permissions: 0o400,
        ownerId: userId,
        read: () => Buffer.from(secret),
        close: () => {},
        ...fields,
      }),
    });

  it.each([
    ['is this user’s', {}],
    ['is root’s and shared with this user alone by an access list', { ownerId: 0, permissions: 0o440 }],
  ])('is read where it %s', (_, fields) => {
    expect(credentialsFrom(given(fields))).toMatchObject({ ok: true, value: { macKey: secret } });
  });

  it.each([
    ['everybody can read', { ownerId: 0, permissions: 0o444 }],
    ['a group can write', { ownerId: 0, permissions: 0o460 }],
    ['is of some third user', { ownerId: 1001 }],
    ['its group can read although it is ours', { permissions: 0o440 }],
  ])('is refused where %s', (_, fields) => {
    expect(credentialsFrom(given(fields))).toMatchObject({ ok: false, error: { code: 'credentials.exposed' } });
  });

  it('is read from a real folder, and what is not there is missing', () => {
    const directory = folder();
    writeFileSync(path.join(directory, 'mac-key'), `${secret}\n`, { mode: 0o400 });
    const secrets = storeOf('systemd', folder(), { directory });
    expect(credentialsFrom(secrets)).toMatchObject({ ok: true, value: { macKey: secret } });
    expect(secrets.read('client-certificate-key')).toEqual({ ok: true, value: null });
  });

  it('outside a unit is an error that says what is needed', () => {
    expect(credentialsFrom(storeOf('systemd', folder()))).toMatchObject({
      ok: false,
      error: { code: 'credentials.unreadable', details: { variable: '$CREDENTIALS_DIRECTORY' } },
    });
  });

  it('is never written and never removed', () => {
    const secrets = given({});
    for (const result of [secrets.keep('mac-key', 'new'), secrets.forget('mac-key')]) {
      expect(result).toMatchObject({ ok: false, error: { code: 'credentials.read-only', kind: 'auth' } });
    }
  });
});

describe('a file', () => {
  it('is made with mode 0600, replaced whole and read again', () => {
    const dataDir = folder();
    const secrets = storeOf('file', dataDir);
    const file = path.join(dataDir, 'mac-key');
    expect(secrets.read('mac-key')).toMatchObject({ error: { code: 'credentials.unreadable' } });
    secrets.keep('mac-key', 'before');
    secrets.keep('mac-key', secret);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(credentialsFrom(secrets, file)).toMatchObject({ ok: true, value: { macKey: secret } });
    expect(readdirSync(dataDir)).toEqual(['mac-key']);
  });

  it.each([0o640, 0o604, 0o660, 0o644])('of mode %o is refused', (mode) => {
    const dataDir = folder();
    const secrets = storeOf('file', dataDir);
    secrets.keep('mac-key', secret);
    chmodSync(path.join(dataDir, 'mac-key'), mode);
    expect(secrets.read('mac-key')).toMatchObject({ ok: false, error: { code: 'credentials.exposed' } });
  });

  it.skipIf(isRoot)('that cannot be written leaves the old one', () => {
    const dataDir = folder();
    const secrets = storeOf('file', dataDir);
    secrets.keep('mac-key', secret);
    chmodSync(dataDir, 0o500);
    expect(secrets.keep('mac-key', 'new')).toMatchObject({ ok: false, error: { code: 'credentials.not-kept' } });
    chmodSync(dataDir, 0o700);
    expect(secrets.read('mac-key')).toEqual({ ok: true, value: `${secret}\n` });
  });
});
