import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readAbout } from '../../../electron/journal/about-journal.ts';
import { type Entry, plainDone } from '../../../electron/journal/entry.ts';
import type { Journal } from '../../../electron/journal/journal.ts';
import { createJournalStore } from '../../../electron/journal/journal-store.ts';
import { createJournalKeys } from '../../../electron/journal/keys.ts';
import { closeDay } from '../../../electron/journal/reports.ts';
import { happening, journalBench, testKeys, withDatabase, writeNotes } from './journal-bench.ts';

/** The day's close as the till does it. */
function close(journal: Journal, nowMs: number) {
  return journal.audit((store, keys) =>
    closeDay(store, keys, nowMs, (number) => journal.enterNow(happening('report.close'), plainDone, number)),
  );
}

/** A journal that was closed in order, with so many entries. */
function filled(entries: number) {
  const bench = journalBench();
  const journal = bench.open();
  writeNotes(journal, entries);
  journal.close();
  return bench;
}

/** One till's run, with one entry of its own. */
function runOnce(bench: ReturnType<typeof journalBench>) {
  const journal = bench.open();
  writeNotes(journal, 1);
  journal.close();
}

const cut = 'DELETE FROM entry WHERE seq > 3; DELETE FROM checkpoint WHERE seq > 3';

describe('an end that was cut off', () => {
  test.each([
    ['is taken away', (anchor: string) => rmSync(anchor)],
    ['holds nonsense', (anchor: string) => writeFileSync(anchor, 'x')],
    [
      'is forged',
      (anchor: string) => {
        const known = JSON.parse(readFileSync(anchor, 'utf8'));
        writeFileSync(anchor, JSON.stringify({ ...known, seq: 3, signature: '00' }));
      },
    ],
  ])('is named although its anchor %s and a till has run since', (_what, meddle) => {
    const bench = filled(5);
    bench.meddle(cut);
    meddle(bench.anchor);
    runOnce(bench);
    expect(bench.verify()).toMatchObject({
      misfit: null,
      lost: { at: 4, why: 'anchor-missing' },
      noticed: [{ at: 4, operation: 'journal.anchor-missing', about: null }],
    });
  });

  test.each([1, 2, 7])('is named where it was cut after %i runs of a till', (runs) => {
    const bench = filled(5);
    bench.meddle(cut);
    expect(bench.verify().misfit).toEqual({ at: 4, why: 'end-cut-off' });
    for (let run = 0; run < runs; run += 1) {
      runOnce(bench);
    }
    expect(bench.verify()).toMatchObject({
      misfit: null,
      lost: { at: 4, why: 'end-cut-off' },
      noticed: [{ at: 4, operation: 'journal.tail-missing', about: 5 }],
    });
  });

  test('is named before anything new is signed, too', () => {
    const bench = filled(5);
    bench.meddle(cut);
    writeNotes(bench.open(), 1);
    expect(bench.verify()).toMatchObject({ misfit: null, lost: { at: 4, why: 'end-cut-off' } });
  });

  test('and made anew is named by the till that opens it', () => {
    const bench = filled(5);
    bench.meddle(cut);
    withDatabase(bench.file, (database) => {
      const id = readAbout(database, 'id') ?? '';
      const store = createJournalStore(database, id, { keys: testKeys, anchorFile: bench.anchor });
      const { hash: _hash, seq: _seq, ...entry } = store.read(3) as Entry;
      // Whoever has the program can make entries that fit the chain, but sign none.
      store.append({ ...entry, operation: 'balance.read' });
      store.append({ ...entry, operation: 'balance.read' });
    });
    expect(bench.verify().misfit).toEqual({ at: 5, why: 'end-replaced' });
    runOnce(bench);
    expect(bench.verify()).toMatchObject({ misfit: null, lost: { at: 6, why: 'end-replaced' } });
  });
});

describe('the anchor', () => {
  test('is there from the first entry on, so that one which is missing is always a finding', () => {
    const bench = journalBench();
    const journal = bench.open();
    expect(readdirSync(bench.folder)).toContain('journal.anchor');
    journal.begin(happening('card.relate'), null);
    // Killed before anything was signed.
    expect(bench.open().state.kind).toBe('writing');
    bench.pass();
    expect(bench.verify()).toMatchObject({ misfit: null, lost: null, noticed: [] });
    rmSync(bench.anchor);
    expect(bench.verify().misfit).toMatchObject({ why: 'anchor-missing' });
  });
});

describe('Z reports', () => {
  function closedTwice() {
    const bench = journalBench();
    const journal = bench.open();
    writeNotes(journal, 2);
    expect(close(journal, bench.nowMs)).toMatchObject({ number: 1 });
    writeNotes(journal, 2);
    expect(close(journal, bench.nowMs)).toMatchObject({ number: 2, fromEntry: 3, toEntry: 5 });
    journal.close();
    return bench;
  }

  test('of which the latest is taken away are missed, and its number is not given again', () => {
    const bench = closedTwice();
    expect(bench.verify()).toMatchObject({ misfit: null, reports: 2 });
    bench.meddle('DELETE FROM z_report WHERE number = 2');
    expect(bench.verify().misfit).toEqual({ at: 2, why: 'report-wrong' });
    const journal = bench.open();
    expect(close(journal, bench.nowMs)).toMatchObject({ number: 3, fromEntry: 6 });
    journal.close();
    expect(bench.verify().misfit).toEqual({ at: 2, why: 'report-wrong' });
  });

  test('that are all taken away are missed', () => {
    const bench = closedTwice();
    bench.meddle('DELETE FROM z_report');
    expect(bench.verify().misfit).toEqual({ at: 1, why: 'report-wrong' });
  });

  test.each([
    ['a damaged file', (file: string) => writeFileSync(file, 'x'.repeat(9_000))],
    ['a file that is gone', (file: string) => rmSync(file)],
  ])('go on behind %s where they were', (_what, meddle) => {
    const bench = closedTwice();
    meddle(bench.file);
    const journal = bench.open();
    writeNotes(journal, 1);
    expect(close(journal, bench.nowMs)).toMatchObject({ number: 3, fromEntry: 1 });
    journal.close();
    expect(bench.verify()).toMatchObject({ misfit: null, reports: 1 });
    bench.meddle("DELETE FROM about_journal WHERE name = 'reports-before'");
    expect(bench.verify().misfit).toEqual({ at: 1, why: 'report-wrong' });
  });

  test('go on behind a file of another key, which can be read', () => {
    const bench = closedTwice();
    const another = createJournalKeys(Buffer.alloc(32, 9));
    const journal = bench.open({ readKeys: () => another });
    expect(close(journal, bench.nowMs)).toMatchObject({ number: 3 });
  });
});
