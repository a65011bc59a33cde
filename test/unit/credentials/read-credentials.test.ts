import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { OpenedFile } from '../../../electron/credentials/guarded-file.ts';
import { readCredentials } from '../../../electron/credentials/read-credentials.ts';

// An example's key, and no secret.
const key = 'Example-Key/0123456789';
const byMac = { clientCertFile: null, clientCertKeyFile: null };
const settings = { ...byMac, clientId: 'shop-7', macKeyFile: '/etc/till/mac.key' };

function file(fields: Partial<OpenedFile> & { text?: string } = {}) {
  const bytes = Buffer.from(fields.text ?? `${key}\n`);
  let closed = 0;
  const openFile = (): OpenedFile => ({
    isRegular: true,
    permissions: 0o600,
    ownerId: 1000,
    read: () => bytes,
    close: () => {
      closed += 1;
    },
    ...fields,
  });
  return { openFile, bytes, closedTimes: () => closed };
}

const read = (opened: ReturnType<typeof file>, env: Record<string, string | undefined> = {}) =>
  readCredentials({ settings, env, openFile: opened.openFile, userId: 1000 });

describe('the key from the file', () => {
  it.each([`${key}\n`, `${key}\r\n`, key])('is the line without its end: %j', (text) => {
    expect(read(file({ text }))).toEqual({ ok: true, value: { clientId: 'shop-7', macKey: key } });
  });

  it.each([0o600, 0o400, 0o700])('may have permissions of %o', (permissions) => {
    expect(read(file({ permissions })).ok).toBe(true);
  });

  it.each([0o640, 0o604, 0o644, 0o660, 0o620, 0o666])('is refused with permissions of %o, unread', (permissions) => {
    const opened = file({
      permissions,
      read: () => {
        throw new Error('read');
      },
    });
    expect(read(opened)).toMatchObject({
      ok: false,
      error: { code: 'credentials.exposed', kind: 'auth', details: { variable: 'TILL_MAC_KEY_FILE' } },
    });
    expect(opened.closedTimes()).toBe(1);
  });

  it('is refused when the file is owned by another user', () => {
    expect(read(file({ ownerId: 0 }))).toMatchObject({
      ok: false,
      error: { code: 'credentials.exposed', details: { reason: 'owned by another user' } },
    });
  });

  it('is refused when it is no regular file', () => {
    expect(read(file({ isRegular: false }))).toMatchObject({
      ok: false,
      error: { code: 'credentials.unreadable', details: { reason: 'not a regular file' } },
    });
  });

  it.each(['', '\n', `${key}\n\n`, 'two words', `${key}\n${key}`, '<!doctype html>\n', 'ąčę', 'x'.repeat(513)])(
    'is refused when the file holds %j',
    (text) => {
      const result = read(file({ text }));
      expect(result).toMatchObject({ ok: false, error: { code: 'credentials.unreadable', kind: 'auth' } });
      expect(JSON.stringify(result)).not.toContain(key);
    },
  );

  it('is wiped from the bytes that were read', () => {
    const opened = file();
    read(opened);
    expect(opened.bytes.every((byte) => byte === 0)).toBe(true);
    expect(opened.closedTimes()).toBe(1);
  });

  it('says the reason of the system when the file cannot be opened', () => {
    const openFile = () => {
      throw Object.assign(new Error('no'), { code: 'EACCES' });
    };
    expect(readCredentials({ settings, env: {}, openFile, userId: 1000 })).toEqual({
      ok: false,
      error: {
        code: 'credentials.unreadable',
        kind: 'auth',
        details: { variable: 'TILL_MAC_KEY_FILE', reason: 'EACCES', problems: ['TILL_MAC_KEY_FILE: EACCES'] },
      },
    });
  });

  it('is not judged by owner and mode where the system has neither', () => {
    const opened = file({ permissions: 0o666, ownerId: 0 });
    expect(readCredentials({ settings, env: {}, openFile: opened.openFile, userId: null }).ok).toBe(true);
  });
});

describe('the key from the environment', () => {
  it('wins over the file, which is not opened', () => {
    const openFile = () => {
      throw new Error('opened');
    };
    const env = { TILL_MAC_KEY: 'From-Env' };
    expect(readCredentials({ settings, env, openFile })).toEqual({
      ok: true,
      value: { clientId: 'shop-7', macKey: 'From-Env' },
    });
  });

  it.each([
    ['used', settings],
    ['of no use without a client id', { ...byMac, clientId: null, macKeyFile: null }],
  ])('is taken out of the environment when it is %s, so that no child inherits it', (_, given) => {
    const env: Record<string, string | undefined> = { TILL_MAC_KEY: 'From-Env', PATH: '/bin' };
    readCredentials({ settings: given, env });
    expect(env).toEqual({ PATH: '/bin' });
  });
});

describe('missing credentials', () => {
  it.each([
    ['TILL_CLIENT_ID', { ...byMac, clientId: null, macKeyFile: '/etc/till/mac.key' }],
    ['TILL_MAC_KEY_FILE', { ...byMac, clientId: 'shop-7', macKeyFile: null }],
  ])('name %s', (variable, given) => {
    expect(readCredentials({ settings: given, env: {} })).toMatchObject({
      ok: false,
      error: { code: 'credentials.missing', kind: 'auth', details: { variable } },
    });
  });
});

describe.skipIf(process.platform === 'win32')('a real file', () => {
  function write(mode: number): string {
    const folder = mkdtempSync(path.join(tmpdir(), 'till-key-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const target = path.join(folder, 'mac.key');
    writeFileSync(target, `${key}\n`);
    chmodSync(target, mode);
    return target;
  }
  const readReal = (macKeyFile: string) =>
    readCredentials({ settings: { ...byMac, clientId: 'shop-7', macKeyFile }, env: {} });

  it('with mode 0600 gives its key', () => {
    expect(readReal(write(0o600))).toEqual({ ok: true, value: { clientId: 'shop-7', macKey: key } });
  });

  it('that others may read is exposed, through a link as well', () => {
    const target = write(0o644);
    symlinkSync(target, `${target}.link`);
    expect(readReal(`${target}.link`)).toMatchObject({
      ok: false,
      error: { code: 'credentials.exposed', details: { reason: 'mode 0644, allowed: 0600' } },
    });
  });

  it('that is a folder or missing is unreadable', () => {
    const target = write(0o600);
    expect(readReal(path.dirname(target))).toMatchObject({ ok: false, error: { code: 'credentials.unreadable' } });
    expect(readReal(`${target}.no`)).toMatchObject({ ok: false, error: { details: { reason: 'ENOENT' } } });
  });
});
