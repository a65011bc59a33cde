import { closeSync, fchmodSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { AccessToken } from '../../shared/domain/access-token.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { credentialsError, type FileAccess, readGuarded, reasonOfSystem } from './guarded-file.ts';
import type { SecretStore } from './secret-store.ts';

/** The access token of a station, in a file of its data folder that nobody else may read. */
export interface TokenFile {
  /** Null when there is none. Errors: `credentials.unreadable`, `credentials.exposed`. */
  read(): Result<AccessToken | null>;
  /** Succeeds when the token is on the disk, whole, under its name. Errors: `credentials.not-kept`. */
  keep(token: AccessToken): Result<void>;
  /** Whether there was one. Errors: `credentials.not-kept`. */
  forget(): Result<boolean>;
}

const fileName = 'access-token.json';

/** Makes the access to the token of the station whose data folder is given. */
export function createTokenFile(dataDir: string, access: FileAccess = {}): TokenFile {
  const file = path.join(dataDir, fileName);
  return {
    read: () => readToken(file, access),
    keep: (token) => attempt(() => writeWhole(file, `${JSON.stringify(token)}\n`)),
    forget() {
      const there = readGuarded(file, fileName, access);
      const isThere = there.ok || there.error.details?.reason !== 'ENOENT';
      const removed = attempt(() => rmSync(file, { force: true }));
      return removed.ok ? ok(isThere) : removed;
    },
  };
}

/** The same in a store of secrets. */
export function createTokenSecret(secrets: SecretStore): TokenFile {
  return {
    read() {
      const text = secrets.read('access-token');
      return !text.ok || text.value === null ? (text as Result<null>) : parseToken(text.value);
    },
    keep(token) {
      const kept = secrets.keep('access-token', JSON.stringify(token));
      return kept.ok ? ok(undefined) : kept;
    },
    forget: () => secrets.forget('access-token'),
  };
}

function readToken(file: string, access: FileAccess): Result<AccessToken | null> {
  const text = readGuarded(file, fileName, access);
  if (!text.ok) {
    return text.error.details?.reason === 'ENOENT' ? ok(null) : text;
  }
  return parseToken(text.value);
}

function parseToken(text: string): Result<AccessToken> {
  const damaged = err(credentialsError('credentials.unreadable', fileName, 'damaged; import the token again'));
  try {
    const token = AccessToken.safeParse(JSON.parse(text));
    return token.success ? ok(token.data) : damaged;
  } catch {
    // The parser's own message quotes the text.
    return damaged;
  }
}

/** Beside it, forced to disk, renamed: a crash leaves the old token or the new one, never half of one and never none. */
function writeWhole(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const beside = `${file}.${process.pid}.new`;
  const descriptor = openSync(beside, 'w', 0o600);
  try {
    fchmodSync(descriptor, 0o600);
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(beside, file);
  syncFolder(path.dirname(file));
}

/** The new name itself is on the disk only after this; Windows has no such call and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') {
    return;
  }
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function attempt(act: () => void): Result<void> {
  try {
    act();
    return ok(undefined);
  } catch (error) {
    return err(credentialsError('credentials.not-kept', fileName, reasonOfSystem(error)));
  }
}
