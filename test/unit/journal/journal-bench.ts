import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { type Happening, nobody, plainDone } from '../../../electron/journal/entry.ts';
import { type Journal, type JournalOptions, openJournal } from '../../../electron/journal/journal.ts';
import { createJournalKeys } from '../../../electron/journal/keys.ts';
import { type Verdict, verifyJournal } from '../../../electron/journal/verify-journal.ts';

export const testKeys = createJournalKeys(Buffer.alloc(32, 7));

export interface JournalBench {
  readonly folder: string;
  readonly file: string;
  readonly anchor: string;
  /** Milliseconds since the epoch, and those of the other clock. */
  nowMs: number;
  monotonicMs: number;
  /** What the journal wanted done later, in order. */
  readonly later: (() => void)[];
  open(more?: Partial<JournalOptions>): Journal;
  /** Lets all that was put off happen. */
  pass(): void;
  verify(): Verdict;
  /** Works on the file as somebody else would. */
  meddle(sql: string): void;
}

let runs = 0;

export function testFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'till-journal-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function journalBench(folder = testFolder()): JournalBench {
  const file = path.join(folder, 'journal.sqlite');
  const anchor = path.join(folder, 'journal.anchor');
  const bench: JournalBench = {
    folder,
    file,
    anchor,
    nowMs: Date.UTC(2026, 10, 20, 8),
    monotonicMs: 0,
    later: [],
    open(more = {}) {
      runs += 1;
      const opened = openJournal({
        folder,
        readKeys: () => testKeys,
        run: runs.toString(16).padStart(8, '0'),
        clock: () => bench.nowMs,
        monotonic: () => bench.monotonicMs,
        schedule: (action) => {
          bench.later.push(action);
          return () => void bench.later.splice(bench.later.indexOf(action) >>> 0, 1);
        },
        ...more,
      });
      if (!opened.ok) {
        throw new Error(opened.error.code);
      }
      onTestFinished(() => opened.value.close());
      return opened.value;
    },
    pass() {
      for (const action of bench.later.splice(0)) {
        action();
      }
    },
    verify: () => withDatabase(file, (database) => verifyJournal(database, testKeys, anchor)),
    meddle: (sql) => withDatabase(file, (database) => database.exec(sql)),
  };
  return bench;
}

export function withDatabase<T>(file: string, use: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(file);
  try {
    return use(database);
  } finally {
    database.close();
  }
}

export function happening(operation = 'wallet.find', more: Partial<Happening> = {}): Happening {
  return { ...nobody, operation, subject: null, wallet: null, ...more };
}

/** So many reads, on the disk and signed. */
export function writeNotes(journal: Journal, count: number): void {
  for (let index = 0; index < count; index += 1) {
    journal.note(happening(), plainDone);
  }
  journal.flush();
}
