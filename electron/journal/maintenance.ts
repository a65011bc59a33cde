import { chmodSync, existsSync, rmSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { inTransaction, saysDamaged } from '../database/open-database.ts';
import { writeAbout } from './about-journal.ts';
import { compactionMessage } from './chain.ts';
import type { Entry } from './entry.ts';
import { entryColumns, entryOf, type JournalStore, readStoredBase } from './journal-store.ts';
import type { JournalKeys } from './keys.ts';

export interface Compaction {
  readonly removed: number;
  /** The first entry that is left. */
  readonly firstEntry: number;
}

/**
 * Takes away entries older than `beforeMs`, up to a checkpoint that fixes them; never what is open, and never what no
 * Z report has counted. What is left is provable from that checkpoint on, signed as the chain's new beginning.
 * `mostEntries` at a time keeps whoever works at the till from waiting.
 */
export function compactJournal(
  store: JournalStore,
  keys: JournalKeys,
  beforeMs: number,
  nowMs: number,
  mostEntries = Number.MAX_SAFE_INTEGER,
): Compaction {
  const { database, id } = store;
  const compaction = inTransaction(database, () => {
    const base = readStoredBase(database)?.seq ?? 0;
    const limit = compactableUpTo(database, beforeMs);
    const within = Math.min(limit, base + mostEntries);
    const point =
      database
        .prepare('SELECT seq, hash FROM checkpoint WHERE seq <= ? AND seq > ? ORDER BY seq DESC LIMIT 1')
        .get(within, base) ??
      database
        .prepare('SELECT seq, hash FROM checkpoint WHERE seq <= ? AND seq > ? ORDER BY seq LIMIT 1')
        .get(limit, base);
    if (point === undefined) {
      return { removed: 0, firstEntry: base + 1 };
    }
    const seq = point.seq as number;
    const hash = point.hash as unknown as Uint8Array;
    const signature = keys.sign(compactionMessage(id, { seq, hash }, nowMs));
    const text = { journal: id, seq, hash: hexOf(hash), atMs: nowMs, signature: hexOf(signature) };
    writeAbout(database, 'base', JSON.stringify(text));
    const { changes } = database.prepare('DELETE FROM entry WHERE seq <= ?').run(seq);
    database.prepare('DELETE FROM checkpoint WHERE seq < ?').run(seq);
    return { removed: Number(changes), firstEntry: seq + 1 };
  });
  database.exec('PRAGMA incremental_vacuum');
  return compaction;
}

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The clock may have been set: what counts is that everything up to there is old, not one entry. */
function compactableUpTo(database: DatabaseSync, beforeMs: number): number {
  const number = (sql: string, ...values: number[]): number | null => {
    const row = database.prepare(sql).get(...values);
    return row?.n === null || row === undefined ? null : Number(row.n);
  };
  const firstYoung = number('SELECT min(seq) AS n FROM entry WHERE at_ms >= ?', beforeMs);
  const firstOpen = number('SELECT min(seq) AS n FROM open_intent');
  const lastCounted = number('SELECT max(to_seq) AS n FROM z_report') ?? 0;
  // The last entry stays: it says where the chain is.
  const lastButOne = (number('SELECT max(seq) AS n FROM entry') ?? 0) - 1;
  return Math.min(
    lastCounted,
    lastButOne,
    ...[firstYoung, firstOpen].flatMap((seq) => (seq === null ? [] : [seq - 1])),
  );
}

/**
 * Copies the whole journal while others write, for the eyes of its owner alone.
 * Errors: `journal.file-exists`, `journal.copy-not-written`.
 */
export function backUpJournal(database: DatabaseSync, file: string): Result<void> {
  if (existsSync(file)) {
    return err(appError('journal.file-exists'));
  }
  try {
    database.prepare('VACUUM INTO ?').run(file);
    chmodSync(file, 0o600);
    return ok(undefined);
  } catch (thrown) {
    if (saysDamaged(thrown)) {
      throw thrown;
    }
    // Half a copy would be taken for one.
    if (existsSync(file)) {
      rmSync(file);
    }
    return err(appError('journal.copy-not-written'));
  }
}

export interface EntryFilter {
  readonly last: number;
  /** A subject's or a wallet's keyed hash. */
  readonly key: string | null;
}

/** The latest entries, the oldest of them first. */
export function listEntries(database: DatabaseSync, { last, key }: EntryFilter): readonly Entry[] {
  const where = key === null ? '' : 'WHERE subject_key = ?1 OR wallet_key = ?1';
  const rows = database
    .prepare(`SELECT ${entryColumns} FROM entry ${where} ORDER BY seq DESC LIMIT ${key === null ? '?1' : '?2'}`)
    .all(...(key === null ? [last] : [key, last]));
  return rows.map(entryOf).reverse();
}
