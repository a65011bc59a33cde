import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { type AppError, appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';

/** What signs the requests of a live station. Held in main's memory; never logged, never sent to a page or a child. */
export interface Credentials {
  readonly clientId: string;
  readonly macKey: string;
}

/** A file held open: what is checked is what is read, whatever the path leads to by then. */
export interface OpenedFile {
  readonly isRegular: boolean;
  /** Permission bits, such as 0o600. */
  readonly permissions: number;
  readonly ownerId: number;
  /** Reads all of it; the caller wipes the bytes. */
  read(): Uint8Array;
  close(): void;
}

export interface ReadCredentialsOptions {
  readonly settings: { readonly clientId: string | null; readonly macKeyFile: string | null };
  /** `process.env` itself: `TILL_MAC_KEY` is taken out of it. */
  readonly env: Record<string, string | undefined>;
  /** Throws as `node:fs` does. */
  readonly openFile?: (path: string) => OpenedFile;
  /** The user this runs as; null where the system has no such number (Windows), and then owner and mode say nothing. */
  readonly userId?: number | null;
}

/** What a key may consist of; anything else is a wrong file, or a page of an error, saved under its name. */
const macKeyForm = /^[\x21-\x7e]{1,512}$/;

/**
 * Reads client id and MAC key: the key from `TILL_MAC_KEY`, for scripts, or from the file that the settings name.
 * Takes `TILL_MAC_KEY` out of `env`, so that no child process inherits it, whatever the outcome.
 * Errors: `credentials.missing`, `credentials.unreadable`, `credentials.exposed`; they name the variable and the
 * reason, never the content.
 */
export function readCredentials(options: ReadCredentialsOptions): Result<Credentials> {
  const { settings, env, openFile = openOnDisk, userId = process.getuid?.() ?? null } = options;
  const keyInEnv = env.TILL_MAC_KEY;
  delete env.TILL_MAC_KEY;
  const { clientId, macKeyFile } = settings;
  if (clientId === null) {
    return err(credentialsError('credentials.missing', 'TILL_CLIENT_ID', 'not set'));
  }
  if (keyInEnv) {
    return withKey(clientId, keyInEnv, 'TILL_MAC_KEY');
  }
  if (macKeyFile === null) {
    return err(credentialsError('credentials.missing', fileVariable, 'not set'));
  }
  const text = readGuarded(macKeyFile, openFile, userId);
  return text.ok ? withKey(clientId, text.value, fileVariable) : text;
}

const fileVariable = 'TILL_MAC_KEY_FILE';

function withKey(clientId: string, text: string, variable: string): Result<Credentials> {
  const macKey = text.replace(/\r?\n$/, '');
  if (macKey === '') {
    return err(credentialsError('credentials.unreadable', variable, 'empty'));
  }
  return macKeyForm.test(macKey)
    ? ok({ clientId, macKey })
    : err(credentialsError('credentials.unreadable', variable, 'not one line of printable signs without spaces'));
}

function readGuarded(path: string, openFile: (path: string) => OpenedFile, userId: number | null): Result<string> {
  let file: OpenedFile | null = null;
  try {
    file = openFile(path);
    const refusal = refuse(file, userId);
    if (refusal !== null) {
      return err(refusal);
    }
    const bytes = file.read();
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
    bytes.fill(0);
    return ok(text);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (reason === null) {
      throw error;
    }
    return err(credentialsError('credentials.unreadable', fileVariable, reason));
  } finally {
    file?.close();
  }
}

/** A key that others of this machine can read, or could have put there, signs for whoever wants it to. */
function refuse(file: OpenedFile, userId: number | null): AppError | null {
  if (!file.isRegular) {
    return credentialsError('credentials.unreadable', fileVariable, 'not a regular file');
  }
  if (userId === null) {
    return null;
  }
  if ((file.permissions & 0o077) !== 0) {
    const mode = file.permissions.toString(8).padStart(4, '0');
    return credentialsError('credentials.exposed', fileVariable, `mode ${mode}, allowed: 0600`);
  }
  return file.ownerId === userId
    ? null
    : credentialsError('credentials.exposed', fileVariable, 'owned by another user');
}

function credentialsError(
  code: 'credentials.missing' | 'credentials.unreadable' | 'credentials.exposed',
  variable: string,
  reason: string,
): AppError {
  return appError(code, { variable, reason, problems: [`${variable}: ${reason}`] });
}

function openOnDisk(path: string): OpenedFile {
  // Not blocking: a pipe under the file's name would hold the till up for ever before it could be refused.
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  const status = fstatSync(descriptor);
  return {
    isRegular: status.isFile(),
    permissions: status.mode & 0o7777,
    ownerId: status.uid,
    read: () => readFileSync(descriptor),
    close: () => closeSync(descriptor),
  };
}
