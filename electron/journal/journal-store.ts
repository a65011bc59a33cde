import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { readAbout } from './about-journal.ts';
import { type Anchor, readAnchor, signAnchor, writeAnchor } from './anchor-file.ts';
import { beginningOf, type ChainPoint, checkpointMessage, hashOf } from './chain.ts';
import { type Entry, type EntryContent, EntryContentSchema, type Outcome } from './entry.ts';
import type { JournalKeys } from './keys.ts';
import { readLastClose } from './z-numbers.ts';

/** The statements of the journal. Whoever calls holds the transaction. */
export interface JournalStore {
  readonly database: DatabaseSync;
  readonly id: string;
  /** The last entry, or what the chain begins with. */
  readLast(): ChainPoint;
  /** Where the chain begins: the very beginning, or what compaction left. */
  readBase(): ChainPoint;
  /** Number of the entry that it became. */
  append(content: EntryContent): number;
  read(seq: number): Entry | null;
  openIntent(seq: number, run: string, operation: string, sealed: Uint8Array | null): void;
  /** The intent of an outcome, unless that was settled before: then nothing is left to say. */
  closeIntent(seq: number, outcome: Outcome['outcome']): boolean;
  /** Signs the end of the chain, unless that is signed; the anchor file gets it before the commit. */
  checkpoint(nowMs: number): void;
  /** Leaves an anchor of a journal without entries, so that one which is missing later was taken away. */
  anchorBeginning(nowMs: number): void;
}

export const entryColumns =
  'seq, at_ms, run, kind, about, operation, outcome, settled_by, error, api_code, api_status, duration_ms, operator, approver, device, subject_kind, subject_key, wallet_key, hash';

/** Checkpoints within one block give way to its latest one. */
const blockEntries = 256;

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

type Row = Readonly<Record<string, unknown>>;

export function entryOf(row: Row): Entry {
  return {
    seq: row.seq as number,
    atMs: row.at_ms as number,
    run: row.run as string,
    kind: row.kind as Entry['kind'],
    about: row.about as number | null,
    operation: row.operation as string,
    outcome: row.outcome as Entry['outcome'],
    settledBy: row.settled_by as Entry['settledBy'],
    error: row.error as string | null,
    apiCode: row.api_code as string | null,
    apiStatus: row.api_status as number | null,
    durationMs: row.duration_ms as number | null,
    operator: row.operator as string | null,
    approver: row.approver as string | null,
    device: row.device as string | null,
    subjectKind: row.subject_kind as string | null,
    subjectKey: row.subject_key as string | null,
    walletKey: row.wallet_key as string | null,
    hash: row.hash as Uint8Array,
  };
}

function valuesOf(seq: number, c: EntryContent, hash: Uint8Array): SQLInputValue[] {
  return [
    ...[seq, c.atMs, c.run, c.kind, c.about, c.operation, c.outcome, c.settledBy, c.error, c.apiCode, c.apiStatus],
    ...[c.durationMs, c.operator, c.approver, c.device, c.subjectKind, c.subjectKey, c.walletKey, hash],
  ];
}

/** What compaction left of the chain's beginning; null for a whole one. */
export function readStoredBase(database: DatabaseSync): Anchor | null {
  const text = readAbout(database, 'base');
  return text === null ? null : (JSON.parse(text) as Anchor);
}

function readBaseOf(database: DatabaseSync, id: string): ChainPoint {
  const base = readStoredBase(database);
  return base === null ? beginningOf(id) : { seq: base.seq, hash: Buffer.from(base.hash, 'hex') };
}

export function createJournalStore(
  database: DatabaseSync,
  id: string,
  options: { readonly keys: JournalKeys; readonly anchorFile: string },
): JournalStore {
  const lastOf = database.prepare('SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1');
  const insert = database.prepare(`INSERT INTO entry (${entryColumns}) VALUES (${Array(19).fill('?').join(', ')})`);
  const one = database.prepare(`SELECT ${entryColumns} FROM entry WHERE seq = ?`);
  const insertOpen = database.prepare('INSERT INTO open_intent VALUES (?, ?, ?, ?, ?)');
  const stillUnknown = database.prepare("UPDATE open_intent SET state = 'unknown' WHERE seq = ?");
  const close = database.prepare('DELETE FROM open_intent WHERE seq = ?');

  function readLast(): ChainPoint {
    const row = lastOf.get();
    return row === undefined
      ? readBaseOf(database, id)
      : { seq: row.seq as number, hash: row.hash as unknown as Uint8Array };
  }

  function anchorAt({ seq, hash }: ChainPoint, reports: number, atMs: number): void {
    const said = { journal: id, seq, hash: hexOf(hash), atMs, reports };
    writeAnchor(options.anchorFile, signAnchor(said, options.keys));
  }

  return {
    database,
    id,
    readLast,
    readBase: () => readBaseOf(database, id),
    append(content) {
      const checked = EntryContentSchema.parse(content);
      const last = readLast();
      const seq = last.seq + 1;
      insert.run(...valuesOf(seq, checked, hashOf(last, checked)));
      return seq;
    },
    read(seq) {
      const row = one.get(seq);
      return row === undefined ? null : entryOf(row);
    },
    openIntent: (seq, run, operation, sealed) => void insertOpen.run(seq, run, operation, sealed, 'open'),
    closeIntent(seq, outcome) {
      const { changes } = outcome === 'unknown' ? stillUnknown.run(seq) : close.run(seq);
      return Number(changes) > 0;
    },
    checkpoint(nowMs) {
      const last = readLast();
      const reports = readLastClose(database).number;
      const anchor = readAnchor(options.anchorFile);
      const isKnown = anchor?.journal === id && anchor.seq === last.seq && anchor.hash === hexOf(last.hash);
      if (last.seq === 0 || (isKnown && anchor.reports === reports)) {
        return;
      }
      const signature = options.keys.sign(checkpointMessage(id, last, nowMs));
      const block = Math.floor(last.seq / blockEntries);
      database
        .prepare(`DELETE FROM checkpoint WHERE seq / ${blockEntries} = ? AND seq NOT IN (SELECT to_seq FROM z_report)`)
        .run(block);
      database
        .prepare('INSERT OR REPLACE INTO checkpoint VALUES (?, ?, ?, ?)')
        .run(last.seq, nowMs, last.hash, signature);
      anchorAt(last, reports, nowMs);
    },
    anchorBeginning: (nowMs) => anchorAt(readLast(), readLastClose(database).number, nowMs),
  };
}
