import { closeSync, mkdirSync, openSync, renameSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { err, ok, type Result } from '../../shared/errors/result.ts';

/** Brings a file from the version that is its place in the list to the next one. Forward only; never changed once out. */
export type Migrations = readonly string[];

/** Why a file cannot be used just now. A damaged one is set aside and another begun, so it is no reason. */
export type StoreTrouble = 'newer' | 'disk-full' | 'read-only' | 'unavailable';

export interface OpenedDatabase {
  readonly database: DatabaseSync;
  /** Name of the damaged file that lay here before; null when there was none. */
  readonly setAside: string | null;
}

export interface OpenDatabaseOptions {
  readonly file: string;
  readonly migrations: Migrations;
  /** Milliseconds since the epoch, for the name of a file that is set aside. */
  readonly clock: () => number;
}

// https://www.sqlite.org/rescode.html: the low byte of an extended code is the primary one.
/** SQLITE_CORRUPT. */
export const damagedCode = 11;
const damaged = new Set([damagedCode, 26]);
const readOnly = new Set([3, 8, 14, 23]);
/** Busy, locked, no memory, an error of the disk, damage. */
const unavailable = new Set([5, 6, 7, 10, 11, 26]);
const diskFull = 13;

/** Whether a thrown value is SQLite saying that the file is no sound database. */
export function saysDamaged(thrown: unknown): boolean {
  return damaged.has(primaryCode(thrown));
}

/** What a failure of SQLite means for whoever wanted to write; throws on what SQLite did not say: a bug. */
export function troubleOf(thrown: unknown): Exclude<StoreTrouble, 'newer'> {
  const trouble = findTrouble(thrown);
  if (trouble === null) {
    throw thrown;
  }
  return trouble;
}

/** The same, or null for what SQLite and the system did not say. */
export function findTrouble(thrown: unknown): Exclude<StoreTrouble, 'newer'> | null {
  const code = primaryCode(thrown);
  if (code === diskFull || systemCode(thrown) === 'ENOSPC') {
    return 'disk-full';
  }
  if (readOnly.has(code) || ['EROFS', 'EACCES', 'EPERM'].includes(systemCode(thrown) ?? '')) {
    return 'read-only';
  }
  return unavailable.has(code) || systemCode(thrown) !== null ? 'unavailable' : null;
}

function primaryCode(thrown: unknown): number {
  const code = thrown instanceof Error && 'errcode' in thrown ? Number(thrown.errcode) : 0;
  return code & 0xff;
}

function systemCode(thrown: unknown): string | null {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : null;
  return code !== null && /^E[A-Z]+$/.test(code) && !code.startsWith('ERR') ? code : null;
}

/**
 * Opens a database for writing and brings it to this program's version: WAL, every commit on the disk before it
 * returns, what is deleted is overwritten. A file that SQLite calls damaged is renamed, named, and another begun.
 * Errors: `newer` (left untouched), `disk-full`, `read-only`, `unavailable`.
 */
export function openDatabase(options: OpenDatabaseOptions): Result<OpenedDatabase, StoreTrouble> {
  const opened = openSound(options);
  if (opened.ok) {
    return ok({ database: opened.value, setAside: null });
  }
  return opened.error === 'damaged' ? openAnother(options) : err(opened.error);
}

/** The same, but a damaged file stays where it is: what to do about it is the caller's. Errors: and `damaged`. */
export function openSound(options: Omit<OpenDatabaseOptions, 'clock'>): Result<DatabaseSync, StoreTrouble | 'damaged'> {
  try {
    mkdirSync(path.dirname(options.file), { recursive: true, mode: 0o700 });
    return openOrNewer(options);
  } catch (thrown) {
    return err(saysDamaged(thrown) ? 'damaged' : troubleOf(thrown));
  }
}

function openAnother(options: OpenDatabaseOptions): Result<OpenedDatabase, StoreTrouble> {
  try {
    const setAside = setFileAside(options.file, 'damaged', options.clock());
    const opened = openOrNewer(options);
    return opened.ok ? ok({ database: opened.value, setAside }) : opened;
  } catch (thrown) {
    return err(troubleOf(thrown));
  }
}

/** Renames a database with its log; answers with its new name, which no earlier one has. */
export function setFileAside(file: string, why: string, nowMs: number): string {
  const stamp = new Date(nowMs).toISOString().replace(/[:.]/g, '-');
  const name = `${path.basename(file, '.sqlite')}.${why}-${stamp}-${process.pid}.sqlite`;
  const aside = path.join(path.dirname(file), name);
  renameSync(file, aside);
  for (const part of ['-wal', '-shm']) {
    try {
      renameSync(`${file}${part}`, `${aside}${part}`);
    } catch {
      // There is none: it was closed in order.
    }
  }
  return name;
}

function openOrNewer({ file, migrations }: Omit<OpenDatabaseOptions, 'clock'>): Result<DatabaseSync, 'newer'> {
  // Nobody else on this machine reads it, in whatever folder it lies.
  closeSync(openSync(file, 'a', 0o600));
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    if (versionOf(database) > migrations.length) {
      database.close();
      return err('newer');
    }
    database.exec('PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    database.exec('PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF');
    migrate(database, migrations);
    // A page that cannot be read is found now, not at the first customer.
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return ok(database);
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

export function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.user_version);
}

/** Two processes may open a new file at once: each step looks at the version again once it alone may write. */
function migrate(database: DatabaseSync, migrations: Migrations): void {
  for (const [version, sql] of migrations.entries()) {
    if (versionOf(database) > version) {
      continue;
    }
    inTransaction(database, () => {
      if (versionOf(database) === version) {
        database.exec(sql);
        database.exec(`PRAGMA user_version = ${version + 1}`);
      }
    });
  }
}

/** Runs `work` alone among writers; what throws leaves nothing behind. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    database.exec('COMMIT');
    return value;
  } catch (thrown) {
    // SQLite itself has rolled back after a full disk; a second time would hide what happened.
    if (database.isTransaction) {
      database.exec('ROLLBACK');
    }
    throw thrown;
  }
}
