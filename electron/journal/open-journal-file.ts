import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import {
  damagedCode,
  inTransaction,
  openDatabase,
  type StoreTrouble,
  saysDamaged,
  setFileAside,
  troubleOf,
} from '../database/open-database.ts';
import { readAbout, writeAbout } from './about-journal.ts';
import { type AnchorFound, findAnchor, isAnchorSigned } from './anchor-file.ts';
import { type Finding, findingsOf } from './findings.ts';
import { createJournalStore, type JournalStore } from './journal-store.ts';
import type { JournalKeys } from './keys.ts';
import { journalMigrations } from './migrations.ts';
import { isRunning, processMark } from './process-mark.ts';
import { readLastClose, writeReportsBefore } from './z-numbers.ts';

export interface JournalPlace {
  readonly folder: string;
}

export const journalFiles = ({ folder }: JournalPlace) => ({
  database: path.join(folder, 'journal.sqlite'),
  anchor: path.join(folder, 'journal.anchor'),
});

/** Names of earlier files of this journal that could not be gone on with, the earliest first. */
export function filesSetAside({ folder }: JournalPlace): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^journal\.(damaged|other-key)-[^/]+\.sqlite$/.test(name))
      .sort();
  } catch {
    return [];
  }
}

export interface OpenedJournal {
  readonly store: JournalStore;
  /** Name of a file that cannot be read, or that another key signed; null when all is well. */
  readonly setAside: string | null;
  readonly findings: readonly Finding[];
}

export interface OpenJournalFileOptions extends JournalPlace {
  readonly keys: JournalKeys;
  readonly run: string;
  readonly clock: () => number;
  /** Damage was met further in than opening looks: the file is put aside whatever it says of itself. */
  readonly isDamaged?: boolean;
}

/** Opens the journal for writing and enters this run. Errors: those of `openDatabase`. */
export function openJournalFile(options: OpenJournalFileOptions): Result<OpenedJournal, StoreTrouble> {
  const files = journalFiles(options);
  const { clock, keys } = options;
  const aside = options.isDamaged === true ? putAside(files.database, clock()) : null;
  const opened = openDatabase({ file: files.database, migrations: journalMigrations, clock });
  if (!opened.ok) {
    return opened;
  }
  let database = opened.value.database;
  let setAside = opened.value.setAside ?? aside;
  try {
    const key = readAbout(database, 'key');
    if (key !== null && key !== keys.fingerprint) {
      // The station's key was lost or replaced: what is here can still be read, but no longer proven or continued.
      database.close();
      setAside = setFileAside(files.database, 'other-key', clock());
      const again = openDatabase({ file: files.database, migrations: journalMigrations, clock });
      if (!again.ok) {
        return again;
      }
      database = again.value.database;
    }
    if (options.isDamaged !== true) {
      lookForDamage(database);
    }
    return ok(enter(database, setAside, options));
  } catch (thrown) {
    database.close();
    return saysDamaged(thrown) && options.isDamaged !== true
      ? openJournalFile({ ...options, isDamaged: true })
      : err(troubleOf(thrown));
  }
}

/** About 15,000 entries, which are looked through in a tenth of a second; a million would take several. */
const wholeUpToPages = 1_024;
const looksAtEntries = 2_000;

/** Throws as SQLite does on a damaged file: on any page of a short one, on those that will be gone on with of a long one. */
function lookForDamage(database: DatabaseSync): void {
  const pages = Number(database.prepare('PRAGMA page_count').get()?.page_count);
  if (pages > wholeUpToPages) {
    for (const table of ['open_intent', 'z_report', 'about_journal']) {
      database.prepare(`SELECT * FROM ${table}`).all();
    }
    database.prepare('SELECT * FROM entry ORDER BY seq DESC LIMIT ?').all(looksAtEntries);
    return;
  }
  const found = database.prepare('PRAGMA quick_check(1)').get()?.quick_check;
  if (found !== 'ok') {
    throw Object.assign(new Error('the journal is damaged'), { errcode: damagedCode });
  }
}

function putAside(file: string, nowMs: number): string | null {
  try {
    return setFileAside(file, 'damaged', nowMs);
  } catch {
    return null; // gone meanwhile, or on a disk that takes no new name: opening it says so
  }
}

function enter(database: DatabaseSync, setAside: string | null, options: OpenJournalFileOptions): OpenedJournal {
  const { keys, run, clock } = options;
  const anchorFile = journalFiles(options).anchor;
  return inTransaction(database, () => {
    const known = readAbout(database, 'id');
    const id = known ?? randomBytes(16).toString('hex');
    const anchor = findAnchor(anchorFile);
    if (known === null) {
      writeAbout(database, 'id', id);
      writeAbout(database, 'key', keys.fingerprint);
      goOnBehind(database, id, { anchor, setAside }, options);
    }
    forgetEndedRuns(database);
    const mark = processMark() ?? `:${process.pid}:`;
    database.prepare('INSERT OR IGNORE INTO run VALUES (?, ?, ?)').run(run, mark, clock());
    const store = createJournalStore(database, id, { keys, anchorFile });
    if (known === null && anchor.kind === 'none') {
      store.anchorBeginning(clock());
    }
    const found = { anchor, setAside, isNew: known === null, nowMs: clock() };
    return { store, setAside, findings: findingsOf(store, keys, found) };
  });
}

/** The numbers of Z reports go on where those of the file before ended, as far as anything still says so. */
function goOnBehind(
  database: DatabaseSync,
  id: string,
  before: { readonly anchor: AnchorFound; readonly setAside: string | null },
  { folder, keys }: OpenJournalFileOptions,
): void {
  const { anchor, setAside } = before;
  const isOurs = anchor.kind === 'found' && isAnchorSigned(anchor.anchor, keys);
  const anchored = isOurs ? (anchor.anchor.reports ?? 0) : 0;
  const number = Math.max(anchored, setAside === null ? 0 : lastCloseIn(path.join(folder, setAside)));
  if (number > 0) {
    writeReportsBefore(database, id, keys, number);
  }
}

/** 0 where the file cannot be read any more. */
function lastCloseIn(file: string): number {
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(file, { readOnly: true });
    return readLastClose(database).number;
  } catch {
    return 0;
  } finally {
    database?.close();
  }
}

/** A run is remembered while it lasts, and for as long as something of it is open. */
function forgetEndedRuns(database: DatabaseSync): void {
  const rows = database.prepare('SELECT id, process FROM run WHERE id NOT IN (SELECT run FROM open_intent)').all();
  for (const { id, process: mark } of rows) {
    if (!isRunning(mark as string)) {
      database.prepare('DELETE FROM run WHERE id = ?').run(id as string);
    }
  }
}
