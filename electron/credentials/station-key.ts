import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { credentialsError, type FileAccess, readGivenBySystem, readGuarded, reasonOfSystem } from './guarded-file.ts';

/** The station's own key, from which those of its journal and its people's PINs are made. It opens no account anywhere. */
export type StationKey = Uint8Array;

export const stationKeyFileName = 'station.key';

export interface StationKeyOptions extends FileAccess {
  readonly folder: string;
  /** systemd's folder of credentials ($CREDENTIALS_DIRECTORY); null where there is none. */
  readonly credentialsDirectory: string | null;
  /** False where this station has used a key: then another one would be taken for it. */
  readonly mayMake?: boolean;
}

/**
 * Reads the station's key: systemd's credential `station.key` where it was given one, else the file in its data folder,
 * mode 0600, which is made at the first start. Errors: `credentials.unreadable`, `credentials.exposed`,
 * `credentials.not-kept`; `credentials.missing` where none may be made.
 */
export function readStationKey(options: StationKeyOptions): Result<StationKey> {
  const { folder, credentialsDirectory, mayMake = true } = options;
  if (credentialsDirectory !== null) {
    const given = readKey(path.join(credentialsDirectory, stationKeyFileName), options, readGivenBySystem);
    if (given.ok || given.error.details?.reason !== 'ENOENT') {
      return given;
    }
  }
  const file = path.join(folder, stationKeyFileName);
  const there = readKey(file, options);
  if (there.ok || there.error.details?.reason !== 'ENOENT') {
    return there;
  }
  const reason = 'not there, and the journal needs it; it was lost, or systemd gives it to the service alone';
  return mayMake ? makeKey(file, options) : err(credentialsError('credentials.missing', stationKeyFileName, reason));
}

function readKey(file: string, access: FileAccess, readFile = readGuarded): Result<StationKey> {
  const text = readFile(file, stationKeyFileName, access);
  if (!text.ok) {
    return text;
  }
  const line = text.value.trim();
  return /^[0-9a-f]{64}$/.test(line)
    ? ok(Buffer.from(line, 'hex'))
    : err(credentialsError('credentials.unreadable', stationKeyFileName, 'not 64 hexadecimal digits'));
}

function makeKey(file: string, access: FileAccess): Result<StationKey> {
  const key = randomBytes(32);
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const descriptor = openSync(file, 'wx', 0o600);
    try {
      writeSync(descriptor, `${key.toString('hex')}\n`);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    return ok(key);
  } catch (thrown) {
    const reason = reasonOfSystem(thrown);
    // Another process of this station was first.
    return reason === 'EEXIST'
      ? readKey(file, access)
      : err(credentialsError('credentials.not-kept', stationKeyFileName, reason));
  }
}
