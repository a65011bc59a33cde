import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from '../database/open-database.ts';
import type { JournalStore } from './journal-store.ts';
import type { JournalKeys } from './keys.ts';
import type { Misfit } from './verify-journal.ts';
import { findMissingReport, provenReportsBefore, readLastClose } from './z-numbers.ts';

/** What was done and how it went, counted: never whose money. */
export interface Totals {
  /** Milliseconds since the epoch; null where nothing happened. */
  readonly firstAtMs: number | null;
  readonly lastAtMs: number | null;
  readonly byOperation: readonly { readonly operation: string; readonly outcome: string; readonly count: number }[];
  readonly prints: {
    readonly printed: number;
    readonly notPrinted: number;
    readonly unknown: number;
  };
  readonly failures: readonly { readonly error: string; readonly count: number }[];
  readonly overrides: readonly {
    readonly operation: string;
    readonly operator: string | null;
    readonly approver: string;
    readonly count: number;
  }[];
  /** How long what was asked took, in whole milliseconds; absent in reports of earlier versions. */
  readonly durations?: readonly { readonly operation: string; readonly meanMs: number; readonly longestMs: number }[];
  readonly byOperator: readonly { readonly operator: string; readonly count: number }[];
  /** Changes and prints of which nothing is known yet. */
  readonly open: number;
}

export interface Report {
  readonly kind: 'x' | 'z';
  /** Of a Z report: 1, 2, 3 … without gaps; null for an X report. */
  readonly number: number | null;
  readonly atMs: number;
  /** Numbers of the entries that it is of, both included; `toEntry` is one less where there are none. */
  readonly fromEntry: number;
  readonly toEntry: number;
  /** Hash of the last entry: on paper it witnesses the end of the journal. Null for a Z report whose entries went. */
  readonly endHash: string | null;
  readonly totals: Totals;
}

const all = <T>(database: DatabaseSync, sql: string, from: number, to: number): readonly T[] =>
  database.prepare(sql).all(from, to) as unknown as readonly T[];

/** Of a change that was looked up later only what was known last; an intent itself is counted by its outcome. */
const finished = `kind <> 'intent' AND seq BETWEEN ?1 AND ?2 AND NOT EXISTS (
  SELECT 1 FROM entry AS later WHERE later.about = entry.about AND later.kind = 'outcome'
  AND entry.kind = 'outcome' AND later.seq > entry.seq AND later.seq <= ?2)`;

/** Counts the entries of a range: one for each thing that was done, by how it ended. */
export function totalsOf(database: DatabaseSync, fromEntry: number, toEntry: number): Totals {
  const ask = <T>(sql: string) => all<T>(database, sql, fromEntry, toEntry);
  const [times] = ask<{ first: number | null; last: number | null }>(
    'SELECT min(at_ms) AS first, max(at_ms) AS last FROM entry WHERE seq BETWEEN ?1 AND ?2',
  );
  const [prints] = ask<{ printed: number; notPrinted: number; unknown: number }>(
    `SELECT count(*) FILTER (WHERE outcome = 'printed') AS printed,
            count(*) FILTER (WHERE outcome = 'not-printed') AS notPrinted,
            count(*) FILTER (WHERE outcome = 'unknown') AS unknown
     FROM entry WHERE operation = 'receipt.print' AND ${finished}`,
  );
  const [open] = ask<{ n: number }>(
    `SELECT count(*) AS n FROM entry WHERE kind = 'intent' AND seq IN (SELECT seq FROM open_intent)
     AND seq BETWEEN ?1 AND ?2`,
  );
  return {
    firstAtMs: times?.first ?? null,
    lastAtMs: times?.last ?? null,
    byOperation: plain(
      ask(`SELECT operation, coalesce(outcome, 'noted') AS outcome, count(*) AS count FROM entry
           WHERE ${finished} GROUP BY operation, outcome ORDER BY operation, outcome`),
    ),
    prints: {
      printed: prints?.printed ?? 0,
      notPrinted: prints?.notPrinted ?? 0,
      unknown: prints?.unknown ?? 0,
    },
    failures: plain(
      ask(`SELECT error, count(*) AS count FROM entry WHERE error IS NOT NULL AND ${finished}
           GROUP BY error ORDER BY error`),
    ),
    overrides: plain(
      ask(`SELECT operation, operator, approver, count(*) AS count FROM entry
           WHERE approver IS NOT NULL AND operation <> 'operator.allow' AND ${finished} GROUP BY operation, operator, approver
           ORDER BY operation, operator, approver`),
    ),
    durations: plain(
      ask(`SELECT operation, cast(round(avg(duration_ms)) AS INTEGER) AS meanMs, max(duration_ms) AS longestMs
           FROM entry WHERE duration_ms IS NOT NULL AND operation NOT LIKE 'clock.%' AND ${finished}
           GROUP BY operation ORDER BY operation`),
    ),
    byOperator: plain(
      ask(`SELECT operator, count(*) AS count FROM entry WHERE operator IS NOT NULL AND ${finished}
           GROUP BY operator ORDER BY operator`),
    ),
    open: open?.n ?? 0,
  };
}

/** SQLite's rows have no prototype; ours are compared and written. */
function plain<T>(rows: readonly T[]): readonly T[] {
  return rows.map((row) => ({ ...row }));
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** What happened since the last close. */
export function readXReport(store: JournalStore, nowMs: number): Report {
  const fromEntry = readLastClose(store.database).toEntry + 1;
  const last = store.readLast();
  const totals = totalsOf(store.database, fromEntry, last.seq);
  return { kind: 'x', number: null, atMs: nowMs, fromEntry, toEntry: last.seq, endHash: hex(last.hash), totals };
}

/**
 * Closes the day: counts, numbers and signs it, all or nothing. `enter` writes the close with its number into the chain,
 * as the entry behind the last one that is counted: a report that is taken away later is missed there.
 */
export function closeDay(
  store: JournalStore,
  keys: JournalKeys,
  nowMs: number,
  enter: (number: number) => void,
): Report {
  const { database, id } = store;
  return inTransaction(database, () => {
    const before = readLastClose(database);
    const last = store.readLast();
    const number = before.number + 1;
    const [fromEntry, toEntry] = [before.toEntry + 1, last.seq];
    const totals = totalsOf(database, fromEntry, toEntry);
    const text = JSON.stringify(totals);
    const signature = keys.sign(reportMessage(id, { number, atMs: nowMs, fromEntry, toEntry }, text));
    database
      .prepare('INSERT INTO z_report VALUES (?, ?, ?, ?, ?, ?)')
      .run(number, nowMs, fromEntry, toEntry, text, signature);
    // Fixes the last entry that is counted: compaction begins there one day.
    store.checkpoint(nowMs);
    enter(number);
    return { kind: 'z', number, atMs: nowMs, fromEntry, toEntry, endHash: hex(last.hash), totals };
  });
}

interface ReportRange {
  readonly number: number;
  readonly atMs: number;
  readonly fromEntry: number;
  readonly toEntry: number;
}

function reportMessage(journalId: string, { number, atMs, fromEntry, toEntry }: ReportRange, totals: string): string {
  const digest = createHash('sha256').update(totals).digest('hex');
  return `wallet-till z\n${journalId}\n${number}\n${atMs}\n${fromEntry}\n${toEntry}\n${digest}`;
}

/**
 * Reports are numbered from 1, or behind those of a file before this one; each goes on where the one before ended, each
 * is signed, and none is missing that the chain tells of.
 */
export function findWrongReport(database: DatabaseSync, journalId: string, keys: JournalKeys): Misfit | null {
  let number = provenReportsBefore(database, journalId, keys) ?? Number.NaN;
  let end = 0;
  for (const row of database.prepare('SELECT * FROM z_report ORDER BY number').iterate()) {
    const range: ReportRange = {
      number: row.number as number,
      atMs: row.at_ms as number,
      fromEntry: row.from_seq as number,
      toEntry: row.to_seq as number,
    };
    const isNext = range.number === number + 1 && range.fromEntry === end + 1;
    const message = reportMessage(journalId, range, row.totals as string);
    if (!isNext || !keys.isSigned(message, row.signature as unknown as Uint8Array)) {
      return { at: Number.isNaN(number) ? range.number : number + 1, why: 'report-wrong' };
    }
    number = range.number;
    end = range.toEntry;
  }
  const missing = findMissingReport(database);
  return missing === null ? null : { at: missing, why: 'report-wrong' };
}

/** A Z report as it was, by its number; null when there is none. */
export function readZReport(database: DatabaseSync, number: number): Report | null {
  const row = database.prepare('SELECT * FROM z_report WHERE number = ?').get(number);
  return row === undefined
    ? null
    : {
        endHash: hashAt(database, row.to_seq as number),
        kind: 'z',
        number,
        atMs: row.at_ms as number,
        fromEntry: row.from_seq as number,
        toEntry: row.to_seq as number,
        totals: JSON.parse(row.totals as string) as Totals,
      };
}

/** A Z report's end is a checkpoint, which outlives the entries. */
function hashAt(database: DatabaseSync, seq: number): string | null {
  const row =
    database.prepare('SELECT hash FROM checkpoint WHERE seq = ?').get(seq) ??
    database.prepare('SELECT hash FROM entry WHERE seq = ?').get(seq);
  return row === undefined ? null : hex(row.hash as unknown as Uint8Array);
}

/** Number of the latest Z report; 0 before the first. */
export function lastZNumber(database: DatabaseSync): number {
  return readLastClose(database).number;
}

/** Since when and by whom the station was opened after the last close; null before anybody was. */
export function readShift(database: DatabaseSync): { readonly since: number; readonly by: string } | null {
  const row = database
    .prepare(
      `SELECT at_ms, operator FROM entry WHERE seq > ? AND operation = 'operator.unlock' AND outcome = 'done'
       AND operator IS NOT NULL ORDER BY seq LIMIT 1`,
    )
    .get(readLastClose(database).toEntry);
  return row === undefined ? null : { since: row.at_ms as number, by: row.operator as string };
}

/** When the first thing that no Z report has counted was done; the close before it is none. Milliseconds since the epoch. */
export function readUncountedSince({ database }: JournalStore): number | 'nothing' {
  const row = database
    .prepare("SELECT at_ms FROM entry WHERE seq > ? AND operation <> 'report.close' ORDER BY seq LIMIT 1")
    .get(readLastClose(database).toEntry);
  return row === undefined ? 'nothing' : (row.at_ms as number);
}
