import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { inTransaction } from '../electron/database/open-database.ts';
import { nobody, plainDone } from '../electron/journal/entry.ts';
import { type Journal, openJournal } from '../electron/journal/journal.ts';
import { createJournalKeys } from '../electron/journal/keys.ts';
import { verifyJournal } from '../electron/journal/verify-journal.ts';
import type { BenchResult } from './bench.ts';
import { inMs, median, percentile } from './statistics.ts';

/** `BENCH_ENTRIES` for a smaller journal than the million that the page is of. */
const entries = Number(process.env.BENCH_ENTRIES ?? 1_000_000);
const rounds = 10;
const operationsPerRound = 200;
const starts = 9;

const keys = createJournalKeys(Buffer.alloc(32, 5));

function openIt(folder: string): Journal {
  const opened = openJournal({
    folder,
    readKeys: () => keys,
    run: randomBytes(4).toString('hex'),
    clock: Date.now,
    monotonic: () => performance.now(),
    schedule(action, delayMs) {
      const timer = setTimeout(action, delayMs).unref();
      return () => clearTimeout(timer);
    },
  });
  if (!opened.ok) {
    throw new Error(opened.error.code);
  }
  return opened.value;
}

const relating = { ...nobody, operation: 'card.relate', subject: null, wallet: null };

/** Two commits each: the intent before, the outcome after. */
function journaledRate(journal: Journal): number {
  const startedMs = performance.now();
  for (let index = 0; index < operationsPerRound; index += 1) {
    const intent = journal.begin(relating, '{"walletId":14471,"issuer":"paysera","number":"5487963154"}');
    if (intent.ok) {
      journal.complete(intent.value, plainDone);
    }
  }
  return (operationsPerRound / (performance.now() - startedMs)) * 1_000;
}

function bareRate(database: DatabaseSync): number {
  const insert = database.prepare('INSERT INTO bare VALUES (NULL, ?)');
  const text = JSON.stringify({ ...relating, ...plainDone });
  const startedMs = performance.now();
  for (let index = 0; index < operationsPerRound * 2; index += 1) {
    insert.run(text);
  }
  return (operationsPerRound / (performance.now() - startedMs)) * 1_000;
}

function openBare(folder: string): DatabaseSync {
  const database = new DatabaseSync(path.join(folder, 'bare.sqlite'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec('CREATE TABLE bare (seq INTEGER PRIMARY KEY, content TEXT NOT NULL) STRICT');
  return database;
}

function fill(folder: string): void {
  const journal = openIt(folder);
  journal.audit((store) =>
    inTransaction(store.database, () => {
      const content = {
        atMs: Date.now(),
        run: '00000000',
        kind: 'note',
        about: null,
        operation: 'wallet.find',
      } as const;
      const { outcome, settledBy, error, apiCode, apiStatus, durationMs } = { ...plainDone, durationMs: 84 };
      const who = { operator: 'Rasa P.', approver: null, device: 'hid-scanner' };
      for (let index = 0; index < entries; index += 1) {
        const key = index.toString(16).padStart(32, '0');
        store.append({
          ...content,
          ...{ outcome, settledBy, error, apiCode, apiStatus, durationMs },
          ...who,
          ...{ subjectKind: 'card', subjectKey: key, walletKey: key },
        });
      }
    }),
  );
  journal.close();
}

function startTimes(folder: string): readonly number[] {
  return Array.from({ length: starts }, () => {
    const startedMs = performance.now();
    const journal = openIt(folder);
    journal.note({ ...relating, operation: 'station.start' }, null);
    journal.flush();
    const tookMs = performance.now() - startedMs;
    journal.close();
    return tookMs;
  });
}

const spread = (values: readonly number[], say: (value: number) => string): readonly string[] => [
  say(median(values)),
  say(percentile(values, 5)),
  say(percentile(values, 95)),
];

const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MiB`;

/** Walks the whole chain, as `till journal verify` does; what it holds in memory at its end is all it ever holds. */
function measureVerify(folder: string): { readonly tookMs: number; readonly grewBytes: number; readonly file: string } {
  const file = path.join(folder, 'journal.sqlite');
  const before = process.memoryUsage.rss();
  const startedMs = performance.now();
  const database = new DatabaseSync(file, { readOnly: true });
  const verdict = verifyJournal(database, keys, path.join(folder, 'journal.anchor'));
  database.close();
  const tookMs = performance.now() - startedMs;
  if (verdict.misfit !== null) {
    throw new Error(`the journal of the bench does not verify: ${verdict.misfit.why}`);
  }
  return { tookMs, grewBytes: process.memoryUsage.rss() - before, file: mebibytes(statSync(file).size) };
}

/** Journaled operations beside bare inserts of the same durability, a full journal's start beside an empty one's. */
export async function measure(): Promise<BenchResult> {
  const top = mkdtempSync(path.join(tmpdir(), 'till-bench-journal-'));
  const folder = (name: string) => path.join(top, name);
  try {
    const journal = openIt(folder('rate'));
    const bare = openBare(folder('rate'));
    journaledRate(journal);
    bareRate(bare);
    const rates = Array.from({ length: rounds }, () => [journaledRate(journal), bareRate(bare)] as const);
    journal.close();
    bare.close();
    fill(folder('full'));
    const full = startTimes(folder('full'));
    const empty = startTimes(folder('empty'));
    const { tookMs: verifyMs, grewBytes, file } = measureVerify(folder('full'));
    const whole = (value: number) => value.toFixed(0);
    return {
      title: 'The journal',
      rows: [
        ['', 'median', 'p5', 'p95'],
        [
          'journaled changes a second (intent and outcome, two commits)',
          ...spread(
            rates.map(([one]) => one),
            whole,
          ),
        ],
        [
          'two bare inserts of node:sqlite, as durable, a second',
          ...spread(
            rates.map(([, one]) => one),
            whole,
          ),
        ],
        [
          'ratio, round by round',
          ...spread(
            rates.map(([one, other]) => one / other),
            (value) => value.toFixed(2),
          ),
        ],
        [`start with ${entries} entries, to the first entry on the disk`, ...spread(full, inMs)],
        ['start with none', ...spread(empty, inMs)],
        [`verify ${entries} entries (${file})`, `${(verifyMs / 1_000).toFixed(1)} s`, '', ''],
        ['verify, each entry', `${((verifyMs / entries) * 1_000).toFixed(1)} µs`, '', ''],
        ['memory that verifying took', mebibytes(grewBytes), '', ''],
      ],
      notes: [
        'WAL and synchronous FULL both ways; the journal reads the end of the chain, hashes, seals what a change keeps, and destroys it.',
      ],
    };
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
}
