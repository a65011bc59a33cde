import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Happening, nobody, plainDone } from '../../electron/journal/entry.ts';
import { type Journal, openJournal } from '../../electron/journal/journal.ts';
import { createJournalKeys } from '../../electron/journal/keys.ts';
import { journalFiles } from '../../electron/journal/open-journal-file.ts';
import { verifyJournal } from '../../electron/journal/verify-journal.ts';
import { sayNothing, type TellProgress } from '../progress.ts';
import { createRandom } from './random.ts';

/** Ways to break what the proof is about: pages written in place without a log, and a commit that was not forced out. */
export const powerBreaks = ['no-log', 'no-sync'] as const;
export type PowerBreak = (typeof powerBreaks)[number];

export interface PowerCutsReport {
  readonly runs: number;
  readonly seen: Readonly<Record<string, number>>;
  readonly violations: readonly string[];
}

/** The disk after a commit had returned, and what the journal then said is on it. */
interface Moment {
  readonly database: Buffer;
  readonly log: Buffer;
  readonly anchor: Buffer | null;
  readonly told: string;
}

/** What lay on the disk when the power went. */
interface Remains {
  readonly at: string;
  readonly database: Buffer;
  readonly log: Buffer | null;
  readonly anchor: Buffer | null;
  readonly expected: string;
}

const pageBytes = 4_096;
const pagesOfLog = 40;
// https://www.sqlite.org/fileformat2.html#walformat
const logHeaderBytes = 32;
const frameBytes = 24 + pageBytes;
const keys = createJournalKeys(Buffer.alloc(32, 7));
const happening = (operation: string): Happening => ({ ...nobody, operation, subject: null, wallet: null });

function openIn(folder: string, run: number, later: (() => void)[]): Journal {
  const opened = openJournal({
    folder,
    readKeys: () => keys,
    run: run.toString(16).padStart(8, '0'),
    clock: () => Date.UTC(2026, 10, 20, 8),
    monotonic: () => 0,
    schedule(action) {
      later.push(action);
      return () => void later.splice(later.indexOf(action) >>> 0, 1);
    },
  });
  if (!opened.ok) {
    throw new Error(opened.error.code);
  }
  return opened.value;
}

/** Every entry, and what is open: what was said to be on the disk. */
function told(database: DatabaseSync): string {
  const entries = database.prepare('SELECT seq, hex(hash) AS hash FROM entry ORDER BY seq DESC LIMIT 1').get();
  const count = database.prepare('SELECT count(*) AS n FROM entry').get();
  const open = database.prepare('SELECT seq, state FROM open_intent ORDER BY seq').all();
  return JSON.stringify({ count: count?.n, last: entries ?? null, open });
}

function readOr<T>(file: string, otherwise: T): Buffer | T {
  try {
    return readFileSync(file);
  } catch {
    return otherwise;
  }
}

function momentOf(folder: string, journal: Journal): Moment {
  const { database, anchor } = journalFiles({ folder });
  return {
    told: journal.audit(({ database: open }) => told(open)) ?? '',
    database: readFileSync(database),
    log: readOr(`${database}-wal`, Buffer.alloc(0)),
    anchor: readOr(anchor, null),
  };
}

/** A working till's commits, one after another, with the disk as each left it. */
function* work(folder: string, commits: number, seed: number): Generator<Moment> {
  const random = createRandom(seed);
  const later: (() => void)[] = [];
  const journal = openIn(folder, 1, later);
  // SQLite takes a log of a thousand pages over; more often here, so that a proof meets many of those, too.
  journal.audit(({ database }) => database.exec(`PRAGMA wal_autocheckpoint = ${pagesOfLog}`));
  const open: number[] = [];
  try {
    for (let commit = 0; commit < commits; commit += 1) {
      const choice = random.next();
      const [oldest] = open;
      if (choice < 0.4) {
        const intent = journal.begin(happening('card.relate'), `{"walletId":${commit}}`);
        if (intent.ok) open.push(intent.value);
      } else if (choice < 0.7 && oldest !== undefined) {
        open.shift();
        journal.complete(oldest, { ...plainDone, outcome: choice < 0.5 ? 'unknown' : 'done' });
      } else if (choice < 0.9) {
        for (let note = 0; note < 1 + random.next() * 20; note += 1) journal.note(happening('wallet.find'), plainDone);
        journal.flush();
      } else {
        // The end of the chain is signed.
        for (const action of later.splice(0)) action();
      }
      yield momentOf(folder, journal);
    }
  } finally {
    journal.close();
  }
}

/** `before`, with the first of the pieces that are other in `after` written over it; the last one in part. */
function partly(before: Buffer, after: Buffer, pieces: readonly [from: number, to: number][], whole: number, rest = 0) {
  const written = pieces.slice(0, whole);
  const torn = pieces[whole];
  if (torn !== undefined && rest > 0) written.push([torn[0], torn[0] + rest]);
  const reached = Math.max(before.length, ...written.map(([, to]) => to));
  const result = Buffer.alloc(reached);
  before.copy(result);
  for (const [from, to] of written) after.copy(result, from, from, to);
  return result;
}

function changedPieces(before: Buffer, after: Buffer, header: number, size: number): [number, number][] {
  const isOther = (from: number, to: number) => !before.subarray(from, to).equals(after.subarray(from, to));
  const pieces: [number, number][] = [];
  if (header > 0 && isOther(0, header)) pieces.push([0, header]);
  for (let from = header; from < after.length; from += size) {
    if (isOther(from, from + size)) pieces.push([from, Math.min(from + size, after.length)]);
  }
  return pieces;
}

/** A checkpoint writes up to a thousand pages; so many of its boundaries are looked at. */
const mostPagesOfCheckpoint = 16;

/** Every way in which the power could go between one commit and the next: at each page of the log, and within it. */
function* remainsBetween(before: Moment, after: Moment, number: number): Generator<Remains> {
  const { anchor } = after; // forced out before the commit that it belongs to
  const frames = changedPieces(before.log, after.log, logHeaderBytes, frameBytes);
  for (let whole = 0; whole <= frames.length; whole += 1) {
    const isDone = whole === frames.length;
    const expected = isDone ? after.told : before.told;
    for (const rest of isDone ? [0] : [0, 12, 24, 1_000]) {
      const log = partly(before.log, after.log, frames, whole, rest);
      yield { at: `${number}, ${whole} frames and ${rest} bytes`, database: before.database, log, anchor, expected };
    }
  }
  // Only when the log is full are its pages taken over, and it is kept until they all are.
  const pages = changedPieces(before.database, after.database, 0, pageBytes);
  const step = Math.max(1, Math.ceil(pages.length / mostPagesOfCheckpoint));
  for (let whole = step; whole < pages.length; whole += step) {
    const database = partly(before.database, after.database, pages, whole, 512);
    yield { at: `${number}, ${whole} pages taken over`, database, log: after.log, anchor, expected: after.told };
  }
}

/** The database as it would be without a log: each page in its place. */
function takenOver(folder: string, { database, log }: Moment): Buffer {
  const file = path.join(folder, 'plain.sqlite');
  writeFileSync(file, database);
  writeFileSync(`${file}-wal`, log);
  const open = new DatabaseSync(file);
  open.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE');
  open.close();
  return readFileSync(file);
}

function* brokenRemains(
  breaking: PowerBreak,
  folder: string,
  [before, after]: readonly [Moment, Moment],
  number: number,
): Generator<Remains> {
  if (breaking === 'no-sync') {
    // What the commit said is on the disk had stayed in memory.
    yield { at: `${number}`, database: before.database, log: before.log, anchor: after.anchor, expected: after.told };
    return;
  }
  const [old, young] = [takenOver(folder, before), takenOver(folder, after)];
  const pages = changedPieces(old, young, 0, pageBytes);
  for (let whole = 1; whole < pages.length; whole += 1) {
    const database = partly(old, young, pages, whole);
    const { anchor } = after;
    yield { at: `${number}, ${whole} pages`, database, log: null, anchor, expected: before.told };
  }
}

/** Starts a till on what is left: it opens, says what it said before, verifies, and writes on. */
function problemsOf(folder: string, remains: Remains): readonly string[] {
  const files = journalFiles({ folder });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  writeFileSync(files.database, remains.database);
  if (remains.log !== null) writeFileSync(`${files.database}-wal`, remains.log);
  if (remains.anchor !== null) writeFileSync(files.anchor, remains.anchor);
  const problems: string[] = [];
  const journal = openIn(folder, 2, []);
  const { kind, setAside } = journal.state;
  const found = journal.audit(({ database }) => {
    const { integrity_check: integrity } = database.prepare('PRAGMA integrity_check').get() ?? {};
    if (integrity !== 'ok') problems.push(`SQLite finds fault with it: ${integrity}`);
    const { misfit } = verifyJournal(database, keys, files.anchor);
    if (misfit !== null) problems.push(`the chain does not hold: ${misfit.why}`);
    return told(database);
  });
  if (kind !== 'writing' || setAside !== null)
    problems.push(`it does not open: ${kind}, ${setAside ?? 'in its place'}`);
  if (found !== remains.expected) problems.push(`it holds ${found} instead of ${remains.expected}`);
  const intent = journal.begin(happening('card.confirm'), null);
  if (intent.ok) journal.complete(intent.value, plainDone);
  journal.close();
  const again = new DatabaseSync(files.database, { readOnly: true });
  const { misfit } = verifyJournal(again, keys, files.anchor);
  again.close();
  if (!intent.ok || misfit !== null) problems.push(`it does not go on: ${misfit?.why ?? 'nothing can be written'}`);
  return problems.map((problem) => `after commit ${remains.at}: ${problem}`);
}

/** Cuts the power at every page that so many commits write, and starts a till on what is left each time. */
export function runPowerCuts(options: {
  readonly commits: number;
  readonly seed: number;
  readonly breaking?: PowerBreak | null;
  readonly tell?: TellProgress;
}): PowerCutsReport {
  const top = mkdtempSync(path.join(tmpdir(), 'till-power-'));
  const { breaking = null, tell = sayNothing } = options;
  const violations: string[] = [];
  let [runs, number] = [0, 0];
  let [takeovers, before]: [number, Moment | null] = [0, null];
  try {
    for (const after of work(path.join(top, 'till'), options.commits, options.seed)) {
      if (before !== null) {
        const all =
          breaking === null
            ? remainsBetween(before, after, number)
            : brokenRemains(breaking, top, [before, after], number);
        for (const remains of all) {
          runs += 1;
          violations.push(...problemsOf(path.join(top, 'left'), remains));
        }
        takeovers += before.database.equals(after.database) ? 0 : 1;
      }
      before = after;
      number += 1;
      tell(number, options.commits);
    }
    return { runs, seen: { commits: number, takeovers }, violations };
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
}
