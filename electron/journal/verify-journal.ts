import type { DatabaseSync } from 'node:sqlite';
import { readAbout } from './about-journal.ts';
import { type Anchor, isAnchorSigned, readAnchor } from './anchor-file.ts';
import { beginningOf, type ChainPoint, checkpointMessage, compactionMessage, hashOf } from './chain.ts';
import type { Entry } from './entry.ts';
import { entryColumns, entryOf, readStoredBase } from './journal-store.ts';
import type { JournalKeys } from './keys.ts';
import { findWrongReport } from './reports.ts';

/** The first thing that does not fit, and where. */
export interface Misfit {
  /** Number of the entry, or of the Z report. */
  readonly at: number;
  readonly why:
    | 'other-key'
    | 'beginning-not-signed'
    | 'entry-missing'
    | 'entry-changed'
    | 'checkpoint-wrong'
    | 'end-cut-off'
    | 'end-replaced'
    | 'anchor-missing'
    | 'file-missing'
    | 'report-wrong';
}

export interface Verdict {
  readonly entries: number;
  readonly firstEntry: number;
  readonly lastEntry: number;
  /** Up to here a signed checkpoint fixes what is there. */
  readonly signedUpTo: number;
  readonly reports: number;
  readonly misfit: Misfit | null;
  /** What is missing although the rest fits: a till noticed it, wrote so, and went on. The first of it. */
  readonly lost: Misfit | null;
  /** Entries that tell of a cut, a lost file or a set clock that this till noticed itself. */
  readonly noticed: readonly Noticed[];
}

export interface Noticed {
  readonly at: number;
  readonly operation: string;
  /** The last entry that is missing, where it is known; the first is the one at whose place this was written. */
  readonly about: number | null;
}

interface Walk {
  last: ChainPoint;
  entries: number;
  signedUpTo: number;
  misfit: Misfit | null;
  lost: Misfit | null;
  readonly noticed: Noticed[];
}

/** A file that was put aside is still there; all else is gone. */
const losses: Readonly<Record<string, Misfit['why']>> = {
  'journal.tail-missing': 'end-cut-off',
  'journal.end-replaced': 'end-replaced',
  'journal.anchor-missing': 'anchor-missing',
  'journal.file-missing': 'file-missing',
};

/** Walks the whole chain. Memory holds one entry, whatever the journal holds. */
export function verifyJournal(database: DatabaseSync, keys: JournalKeys, anchorFile: string): Verdict {
  const id = readAbout(database, 'id') ?? '';
  const begin = beginOf(database, id, keys);
  const walk: Walk = {
    last: begin.point,
    entries: 0,
    signedUpTo: begin.point.seq,
    misfit: readAbout(database, 'key') === keys.fingerprint ? begin.misfit : { at: 0, why: 'other-key' },
    lost: null,
    noticed: [],
  };
  const anchor = readAnchor(anchorFile);
  if (walk.misfit === null) {
    walkChain(database, { id, keys, anchor }, walk);
  }
  walk.misfit ??= lookAtEnd({ id, keys, anchor }, walk) ?? findWrongReport(database, id, keys);
  return {
    entries: walk.entries,
    firstEntry: walk.entries === 0 ? 0 : begin.point.seq + 1,
    lastEntry: walk.last.seq,
    signedUpTo: walk.signedUpTo,
    reports: Number(database.prepare('SELECT count(*) AS n FROM z_report').get()?.n),
    misfit: walk.misfit,
    lost: walk.lost,
    noticed: walk.noticed,
  };
}

function beginOf(database: DatabaseSync, id: string, keys: JournalKeys): { point: ChainPoint; misfit: Misfit | null } {
  const base = readStoredBase(database);
  if (base === null) {
    return { point: beginningOf(id), misfit: null };
  }
  const point = { seq: base.seq, hash: Buffer.from(base.hash, 'hex') };
  const isSigned = keys.isSigned(compactionMessage(id, point, base.atMs), Buffer.from(base.signature, 'hex'));
  return { point, misfit: isSigned ? null : { at: base.seq, why: 'beginning-not-signed' } };
}

/** A chain that was made anew from some entry on fits itself, but not what the anchor says of it. */
function unlikeAnchor({ seq, hash }: Entry, id: string, anchor: Anchor | null): Misfit | null {
  return anchor?.journal === id && anchor.seq === seq && !Buffer.from(hash).equals(Buffer.from(anchor.hash, 'hex'))
    ? { at: seq, why: 'end-replaced' }
    : null;
}

interface Checkpoint {
  readonly seq: number;
  readonly at_ms: number;
  readonly hash: Uint8Array;
  readonly signature: Uint8Array;
}

interface Known {
  readonly id: string;
  readonly keys: JournalKeys;
  readonly anchor: Anchor | null;
}

function walkChain(database: DatabaseSync, { id, keys, anchor }: Known, walk: Walk): void {
  const checkpoints = database
    .prepare('SELECT seq, at_ms, hash, signature FROM checkpoint WHERE seq > ? ORDER BY seq')
    .all(walk.last.seq) as unknown as Checkpoint[];
  let next = 0;
  for (const row of database.prepare(`SELECT ${entryColumns} FROM entry ORDER BY seq`).iterate()) {
    const entry = entryOf(row);
    const fitting = misfitOf(entry, walk.last);
    if (fitting === null) {
      notice(entry, walk);
    }
    // An end that a till missed when it opened the file is named where it was missed.
    walk.misfit = fitting ?? (walk.lost === null ? unlikeAnchor(entry, id, anchor) : null);
    if (walk.misfit !== null) {
      return;
    }
    walk.last = { seq: entry.seq, hash: entry.hash };
    walk.entries += 1;
    const checkpoint = checkpoints[next];
    if (checkpoint?.seq === entry.seq) {
      next += 1;
      if (!isFixedBy(checkpoint, walk.last, id, keys)) {
        walk.misfit = { at: entry.seq, why: 'checkpoint-wrong' };
        return;
      }
      walk.signedUpTo = entry.seq;
    }
  }
  const beyond = checkpoints[next];
  walk.misfit = beyond === undefined ? null : { at: walk.last.seq + 1, why: 'end-cut-off' };
}

function notice({ seq: at, kind, operation, about }: Entry, walk: Walk): void {
  if (kind === 'note' && /^(journal|clock)\./.test(operation)) {
    walk.noticed.push({ at, operation, about });
    const why = losses[operation];
    walk.lost ??= why === undefined ? null : { at, why };
  }
}

function misfitOf(entry: Entry, last: ChainPoint): Misfit | null {
  if (entry.seq !== last.seq + 1) {
    return { at: last.seq + 1, why: 'entry-missing' };
  }
  return Buffer.from(hashOf(last, entry)).equals(entry.hash) ? null : { at: entry.seq, why: 'entry-changed' };
}

function isFixedBy(checkpoint: Checkpoint, point: ChainPoint, id: string, keys: JournalKeys): boolean {
  const isSame = Buffer.from(point.hash).equals(checkpoint.hash);
  return isSame && keys.isSigned(checkpointMessage(id, point, checkpoint.at_ms), checkpoint.signature);
}

/** The anchor beside the database knows an end that the database may have lost. */
function lookAtEnd({ id, keys, anchor }: Known, walk: Walk): Misfit | null {
  if (walk.lost !== null) {
    return null; // named already; the next signature is of what is left
  }
  if (anchor === null) {
    return walk.last.seq === 0 ? null : { at: walk.last.seq, why: 'anchor-missing' };
  }
  if (anchor.journal !== id || !isAnchorSigned(anchor, keys)) {
    return { at: walk.last.seq, why: 'end-replaced' };
  }
  return anchor.seq > walk.last.seq ? { at: walk.last.seq + 1, why: 'end-cut-off' } : null;
}
