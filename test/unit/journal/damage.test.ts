import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inTransaction } from '../../../electron/database/open-database.ts';
import { type Entry, plainDone } from '../../../electron/journal/entry.ts';
import type { Journal } from '../../../electron/journal/journal.ts';
import { happening, journalBench, withDatabase, writeNotes } from './journal-bench.ts';

const pageBytes = 4_096;

/** So many entries in one commit. */
function fill(journal: Journal, count: number): void {
  journal.note(happening(), plainDone);
  journal.audit((store) => {
    const { hash: _hash, seq: _seq, ...entry } = store.read(1) as Entry;
    inTransaction(store.database, () => {
      for (let index = 1; index < count; index += 1) {
        store.append(entry);
      }
      store.checkpoint(entry.atMs);
    });
  });
}

/** Overwrites the page of the table of entries that holds the one with that number, as a disk's fault would. */
function damageAround(file: string, seq: number): void {
  const hash = withDatabase(file, (database) => {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    return database.prepare('SELECT hash FROM entry WHERE seq = ?').get(seq)?.hash as Uint8Array;
  });
  const bytes = readFileSync(file);
  const page = Math.floor(bytes.indexOf(hash) / pageBytes);
  bytes.fill(0x5a, page * pageBytes, (page + 1) * pageBytes);
  writeFileSync(file, bytes);
}

function damaged(entries: number, seq: number) {
  const bench = journalBench();
  const journal = bench.open();
  fill(journal, entries);
  journal.close();
  damageAround(bench.file, seq);
  return bench;
}

test.each([
  ['in the middle of a short journal', 200, 60],
  ['at the end of a long one', 60_000, 59_990],
])(
  'a damaged page %s is found at the start, and the file put aside before an intent is in it',
  (_where, entries, seq) => {
    const bench = damaged(entries, seq);
    const journal = bench.open();
    expect(journal.state.setAside).toMatch(/^journal\.damaged-/);
    expect(journal.begin(happening('card.relate'), null).ok).toBe(true);
    journal.close();
    expect(bench.verify()).toMatchObject({ misfit: null, noticed: [{ operation: 'journal.set-aside' }] });
  },
);

test('one that is met only later is put aside at once, so that an end in between hides nothing', () => {
  const bench = damaged(60_000, 9_000);
  const journal = bench.open();
  expect(journal.state.setAside).toBeNull();
  expect(
    journal.audit(({ database }) => database.prepare('SELECT max(length(operation)) AS n FROM entry').get()),
  ).toBeNull();
  expect(journal.state).toMatchObject({ kind: 'writing', setAside: expect.stringMatching(/damaged/) });
  writeNotes(journal, 1);
  journal.close();
  expect(bench.verify()).toMatchObject({ misfit: null, noticed: [{ operation: 'journal.set-aside' }] });
});
