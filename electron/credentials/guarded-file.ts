import { closeSync, constants, fstatSync, openSync, readFileSync, rmSync } from 'node:fs';
import { type AppError, appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';

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

export interface FileAccess {
  /** Throws as `node:fs` does. */
  readonly openFile?: (path: string) => OpenedFile;
  /** The user this runs as; null where the system has no such number (Windows), and then owner and mode say nothing. */
  readonly userId?: number | null;
}

/**
 * Reads a file that holds a secret, if nobody else could have read or written it. `name` is what the errors call it.
 * Errors: `credentials.unreadable` with the system's reason, `credentials.exposed`; never the content.
 */
export function readGuarded(path: string, name: string, access: FileAccess): Result<string> {
  const { openFile = openOnDisk, userId = process.getuid?.() ?? null } = access;
  return readText(path, name, openFile, (file) => refuse(file, name, userId));
}

/**
 * Reads what the system gave to this service: it belongs to root, who shares it with this user by an access list that shows
 * as the group's bits, or to this user. Nobody else may read it, and nobody may write it.
 * Errors: `credentials.unreadable`, `credentials.exposed`.
 */
export function readGivenBySystem(path: string, name: string, access: FileAccess): Result<string> {
  const { openFile = openOnDisk, userId = process.getuid?.() ?? null } = access;
  return readText(path, name, openFile, (file) => {
    const isRoots = file.isRegular && userId !== null && file.ownerId === 0 && (file.permissions & 0o037) === 0;
    return isRoots ? null : refuse(file, name, userId);
  });
}

/** Reads a file that anybody may know. Errors: `credentials.unreadable`. */
export function readOpen(path: string, name: string, { openFile = openOnDisk }: FileAccess): Result<string> {
  return readText(path, name, openFile, ({ isRegular }) => (isRegular ? null : notRegular(name)));
}

/** Null in place of the error of a file that is not there. */
export function noneIfMissing(text: Result<string>): Result<string | null> {
  return text.ok || text.error.details?.reason !== 'ENOENT' ? text : ok(null);
}

/** Removes a file that holds a secret; whether there was one. Errors: `credentials.not-kept` with the system's reason. */
export function forgetFile(path: string, name: string, access: FileAccess): Result<boolean> {
  const there = noneIfMissing(readGuarded(path, name, access));
  try {
    rmSync(path, { force: true });
    return ok(!there.ok || there.value !== null);
  } catch (fault) {
    return err(credentialsError('credentials.not-kept', name, reasonOfSystem(fault)));
  }
}

function readText(
  path: string,
  name: string,
  openFile: (path: string) => OpenedFile,
  refusalOf: (file: OpenedFile) => AppError | null,
): Result<string> {
  let file: OpenedFile | null = null;
  try {
    file = openFile(path);
    const refusal = refusalOf(file);
    if (refusal !== null) {
      return err(refusal);
    }
    const bytes = file.read();
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
    bytes.fill(0);
    return ok(text);
  } catch (error) {
    return err(credentialsError('credentials.unreadable', name, reasonOfSystem(error)));
  } finally {
    file?.close();
  }
}

/** The system's word for a failure; throws on what no system said: a bug. */
export function reasonOfSystem(error: unknown): string {
  if (error instanceof Error && 'code' in error) {
    return String(error.code);
  }
  throw error;
}

/** A secret that others of this machine can read, or could have put there, speaks for whoever wants it to. */
function refuse(file: OpenedFile, name: string, userId: number | null): AppError | null {
  if (!file.isRegular) {
    return notRegular(name);
  }
  if (userId === null) {
    return null;
  }
  if ((file.permissions & 0o077) !== 0) {
    const mode = file.permissions.toString(8).padStart(4, '0');
    return credentialsError('credentials.exposed', name, `mode ${mode}, allowed: 0600`);
  }
  return file.ownerId === userId ? null : credentialsError('credentials.exposed', name, 'owned by another user');
}

const notRegular = (name: string): AppError => credentialsError('credentials.unreadable', name, 'not a regular file');

type CredentialsCode =
  | 'credentials.missing'
  | 'credentials.unreadable'
  | 'credentials.exposed'
  | 'credentials.expired'
  | 'credentials.not-kept';

/** What is wrong with which variable or file; the reason never holds what stands in it. */
export function credentialsError(code: CredentialsCode, variable: string, reason: string): AppError {
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
