import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFolderSecrets } from '../../../electron/credentials/secrets-in-files.ts';
import { createTokenFile } from '../../../electron/credentials/token-file.ts';

const token = {
  accessToken: 'example-token',
  macKey: 'example-key',
  refreshToken: 'example-refresh',
  expiresAt: 1_795_176_000,
  scopes: ['balance'],
};

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'till-token-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const fileIn = (dataDir: string) => path.join(dataDir, 'access-token.json');

describe('the token of a station', () => {
  it('is none where none was kept', () => {
    expect(createTokenFile(createFolderSecrets(folder())).read()).toEqual({ ok: true, value: null });
  });

  it('is kept in a folder that does not exist yet, and found by the next start', () => {
    const dataDir = path.join(folder(), 'station');
    expect(createTokenFile(createFolderSecrets(dataDir)).keep(token)).toEqual({ ok: true, value: null });
    expect(createTokenFile(createFolderSecrets(dataDir)).read()).toEqual({ ok: true, value: token });
  });

  it('replaces the one before it and leaves nothing beside', () => {
    const dataDir = folder();
    const file = createTokenFile(createFolderSecrets(dataDir));
    file.keep(token);
    file.keep({ ...token, accessToken: 'second' });
    expect(file.read()).toMatchObject({ value: { accessToken: 'second' } });
    expect(readdirSync(dataDir)).toEqual(['access-token.json']);
  });

  it('is forgotten once, and then there is none', () => {
    const file = createTokenFile(createFolderSecrets(folder()));
    file.keep(token);
    expect(file.forget()).toEqual({ ok: true, value: true });
    expect(file.forget()).toEqual({ ok: true, value: false });
    expect(file.read()).toEqual({ ok: true, value: null });
  });

  it.each(['', '{', '{}', '{"accessToken":1}'])('in a damaged file %j is an error, not none', (text) => {
    const dataDir = folder();
    writeFileSync(fileIn(dataDir), text, { mode: 0o600 });
    expect(createTokenFile(createFolderSecrets(dataDir)).read()).toMatchObject({
      ok: false,
      error: { code: 'credentials.unreadable', details: { variable: 'access-token.json' } },
    });
  });

  it('whose place is taken by a folder is not kept, and the error says so', () => {
    const dataDir = folder();
    mkdirSync(fileIn(dataDir));
    expect(createTokenFile(createFolderSecrets(dataDir)).keep(token)).toMatchObject({
      ok: false,
      error: { code: 'credentials.not-kept', kind: 'auth', details: { reason: expect.stringMatching(/^E[A-Z]+$/) } },
    });
  });
});

describe.skipIf(process.platform === 'win32')('the file of the token', () => {
  it('can be read by its owner alone, whatever it was before', () => {
    const dataDir = folder();
    createTokenFile(createFolderSecrets(dataDir)).keep(token);
    expect(statSync(fileIn(dataDir)).mode & 0o777).toBe(0o600);
    chmodSync(fileIn(dataDir), 0o644);
    createTokenFile(createFolderSecrets(dataDir)).keep(token);
    expect(statSync(fileIn(dataDir)).mode & 0o777).toBe(0o600);
  });

  it('is not used when others may read it', () => {
    const dataDir = folder();
    createTokenFile(createFolderSecrets(dataDir)).keep(token);
    chmodSync(fileIn(dataDir), 0o640);
    const result = createTokenFile(createFolderSecrets(dataDir)).read();
    expect(result).toMatchObject({ ok: false, error: { code: 'credentials.exposed' } });
    expect(JSON.stringify(result)).not.toContain('example-');
  });

  it('holds the whole old token until the new one is whole', () => {
    const dataDir = folder();
    const file = createTokenFile(createFolderSecrets(dataDir));
    file.keep(token);
    // What a crash in the middle of writing leaves behind.
    writeFileSync(`${fileIn(dataDir)}.1.new`, '{"accessToken":"hal');
    expect(file.read()).toEqual({ ok: true, value: token });
    expect(JSON.parse(readFileSync(fileIn(dataDir), 'utf8'))).toEqual(token);
  });
});
