import { copyFileSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAbout } from '../../../electron/journal/about-journal.ts';
import { plainDone } from '../../../electron/journal/entry.ts';
import { createJournalStore } from '../../../electron/journal/journal-store.ts';
import { createJournalKeys } from '../../../electron/journal/keys.ts';
import { backUpJournal, compactJournal, listEntries } from '../../../electron/journal/maintenance.ts';
import { closeDay, readXReport } from '../../../electron/journal/reports.ts';
import { verifyJournal } from '../../../electron/journal/verify-journal.ts';
import { happening, journalBench, testFolder, testKeys, withDatabase, writeNotes } from './journal-bench.ts';

function storeOf(bench: ReturnType<typeof journalBench>, database: Parameters<typeof readAbout>[0]) {
  return createJournalStore(database, readAbout(database, 'id') ?? '', { keys: testKeys, anchorFile: bench.anchor });
}

function filled(entries: number) {
  const bench = journalBench();
  const journal = bench.open();
  writeNotes(journal, entries);
  journal.close();
  bench.meddle('DROP TRIGGER entry_stays_as_it_is');
  return bench;
}

describe('the proof of the journal', () => {
  test('holds for what nobody touched', () => {
    expect(filled(600).verify()).toMatchObject({ entries: 600, lastEntry: 600, signedUpTo: 600, misfit: null });
  });

  test('an entry cannot be changed by the way of the table', () => {
    const bench = journalBench();
    writeNotes(bench.open(), 2);
    expect(() => bench.meddle("UPDATE entry SET outcome = 'failed' WHERE seq = 1")).toThrow(/never changed/);
  });

  test.each([
    ['a changed field', "UPDATE entry SET outcome = 'failed' WHERE seq = 300", { at: 300, why: 'entry-changed' }],
    ['a changed operator', "UPDATE entry SET operator = 'Rasa' WHERE seq = 1", { at: 1, why: 'entry-changed' }],
    ['an entry taken out', 'DELETE FROM entry WHERE seq = 300', { at: 300, why: 'entry-missing' }],
    ['the first taken away', 'DELETE FROM entry WHERE seq <= 300', { at: 1, why: 'entry-missing' }],
    ['the last taken away', 'DELETE FROM entry WHERE seq > 590', { at: 591, why: 'end-cut-off' }],
    [
      'the end with its checkpoints taken away',
      'DELETE FROM entry WHERE seq > 510; DELETE FROM checkpoint WHERE seq > 510',
      { at: 511, why: 'end-cut-off' },
    ],
    ['a forged checkpoint', "UPDATE checkpoint SET signature = x'00'", { at: 600, why: 'checkpoint-wrong' }],
  ])('names the first entry that does not fit after %s', (_what, sql, misfit) => {
    const bench = filled(600);
    bench.meddle(sql);
    expect(bench.verify().misfit).toEqual(misfit);
  });

  test('is not fooled by a beginning that a checkpoint signed but compaction did not', () => {
    const bench = filled(600);
    withDatabase(bench.file, (database) => {
      const row = database.prepare('SELECT * FROM checkpoint ORDER BY seq LIMIT 1').get();
      const hex = (value: unknown) => Buffer.from(value as Uint8Array).toString('hex');
      const base = {
        journal: '',
        seq: row?.seq,
        hash: hex(row?.hash),
        atMs: row?.at_ms,
        signature: hex(row?.signature),
      };
      database.prepare("INSERT INTO about_journal VALUES ('base', ?)").run(JSON.stringify(base));
      database.exec(`DELETE FROM entry WHERE seq <= ${row?.seq}`);
    });
    expect(bench.verify().misfit).toMatchObject({ why: 'beginning-not-signed' });
  });

  test.each(['gone', 'no anchor'])('a start with an anchor that is %s says so in the journal itself', (what) => {
    const bench = filled(5);
    bench.meddle('DELETE FROM entry WHERE seq >= 4; DELETE FROM checkpoint WHERE seq >= 4');
    withDatabase(bench.file, (database) => {
      const store = storeOf(bench, database);
      store.checkpoint(bench.nowMs);
    });
    if (what === 'gone') rmSync(bench.anchor);
    else writeFileSync(bench.anchor, 'x');
    const journal = bench.open();
    writeNotes(journal, 1);
    journal.close();
    expect(bench.verify()).toMatchObject({ misfit: null, noticed: [{ operation: 'journal.anchor-missing' }] });
  });

  test('a Z report that was taken out is missed by the close that the chain tells of', () => {
    const bench = filled(3);
    withDatabase(bench.file, (database) => {
      const store = storeOf(bench, database);
      const close = () => {
        const { hash: _hash, seq: _seq, ...note } = store.read(1) as NonNullable<ReturnType<typeof store.read>>;
        store.append({ ...note, ...plainDone, operation: 'report.close' });
      };
      closeDay(store, testKeys, bench.nowMs, close);
      closeDay(store, testKeys, bench.nowMs, close);
      store.checkpoint(bench.nowMs);
    });
    expect(bench.verify()).toMatchObject({ misfit: null, reports: 2 });
    bench.meddle('DELETE FROM z_report WHERE number = 2');
    expect(bench.verify().misfit).toEqual({ at: 2, why: 'report-wrong' });
  });

  test('needs the key that signed, and the anchor beside the file', () => {
    const bench = filled(5);
    const other = createJournalKeys(Buffer.alloc(32, 1));
    const misfit = withDatabase(bench.file, (database) => verifyJournal(database, other, bench.anchor).misfit);
    expect(misfit).toEqual({ at: 0, why: 'other-key' });
    rmSync(bench.anchor);
    expect(bench.verify().misfit).toEqual({ at: 5, why: 'anchor-missing' });
  });

  test('a till that finds the end cut off says so in its next entry', () => {
    const bench = filled(20);
    bench.meddle('DELETE FROM entry WHERE seq > 15; DELETE FROM checkpoint');
    writeNotes(bench.open(), 1);
    bench.pass();
    expect(bench.verify()).toMatchObject({ noticed: [{ at: 16, operation: 'journal.tail-missing' }] });
  });
});

describe('a log that lost its end with the power', () => {
  test('opens at every page boundary, verifies what is there, and misses what was signed', () => {
    const bench = journalBench();
    const journal = bench.open();
    writeNotes(journal, 3);
    bench.pass();
    for (let index = 0; index < 12; index += 1) {
      journal.begin(happening('card.relate'), '{"walletId":14471}');
    }
    const wal = `${bench.file}-wal`;
    const frameBytes = 24 + 4_096;
    const frames = (statSync(wal).size - 32) / frameBytes;
    expect(frames).toBeGreaterThan(20);
    let signedAndMissed = 0;
    let lastSeen = 0;
    for (let frame = 0; frame <= frames; frame += 1) {
      const folder = testFolder();
      const copy = path.join(folder, 'journal.sqlite');
      copyFileSync(bench.file, copy);
      copyFileSync(wal, `${copy}-wal`);
      copyFileSync(bench.anchor, path.join(folder, 'journal.anchor'));
      truncateSync(`${copy}-wal`, 32 + frame * frameBytes);
      const cut = journalBench(folder);
      const again = cut.open();
      const { lastEntry, misfit } = cut.verify();
      // Opening it wrote nothing yet but this run: the verdict is of what the power left.
      expect(lastEntry).toBeGreaterThanOrEqual(lastSeen);
      lastSeen = lastEntry;
      if (lastEntry < 3) {
        signedAndMissed += 1;
        // Without even its own name the file is another journal than the one that the anchor is of.
        expect(['end-cut-off', 'end-replaced']).toContain(misfit?.why);
      } else {
        expect(misfit).toBeNull();
      }
      expect(again.begin(happening('card.relate'), null).ok).toBe(true);
      again.close();
    }
    expect(signedAndMissed).toBeGreaterThan(0);
    expect(lastSeen).toBe(15);
  });
});

describe('compaction and backup', () => {
  test('takes away what is old and counted, and what is left stays provable', () => {
    const bench = journalBench();
    const journal = bench.open();
    writeNotes(journal, 700);
    bench.pass();
    bench.nowMs += 1_000;
    bench.monotonicMs += 1_000;
    const compact = () =>
      withDatabase(bench.file, (database) =>
        compactJournal(storeOf(bench, database), testKeys, bench.nowMs, bench.nowMs),
      );
    expect(compact()).toEqual({ removed: 0, firstEntry: 1 });
    withDatabase(bench.file, (database) => closeDay(storeOf(bench, database), testKeys, bench.nowMs, () => undefined));
    writeNotes(journal, 10);
    bench.pass();
    const { removed, firstEntry } = compact();
    expect(removed).toBeGreaterThan(0);
    expect(bench.verify()).toMatchObject({ misfit: null, firstEntry, lastEntry: 710 });
    bench.meddle(`DELETE FROM entry WHERE seq = ${firstEntry}`);
    expect(bench.verify().misfit).toEqual({ at: firstEntry, why: 'entry-missing' });
  });

  test('never takes away what is open', () => {
    const bench = journalBench();
    const journal = bench.open();
    journal.begin(happening('receipt.print'), null);
    writeNotes(journal, 700);
    bench.pass();
    withDatabase(bench.file, (database) => {
      const store = storeOf(bench, database);
      closeDay(store, testKeys, bench.nowMs, () => undefined);
      expect(compactJournal(store, testKeys, bench.nowMs + 1, bench.nowMs).removed).toBe(0);
    });
  });

  test('copies the journal while it is written, and the copy verifies', () => {
    const bench = journalBench();
    const journal = bench.open();
    writeNotes(journal, 30);
    bench.pass();
    const copy = path.join(testFolder(), 'copy.sqlite');
    const take = () => withDatabase(bench.file, (database) => backUpJournal(database, copy));
    expect(take()).toEqual({ ok: true, value: undefined });
    writeNotes(journal, 5);
    expect(withDatabase(copy, (database) => verifyJournal(database, testKeys, bench.anchor).misfit)).toBeNull();
    expect(take()).toMatchObject({ error: { code: 'journal.file-exists' } });
    expect(readFileSync(copy).length).toBeGreaterThan(0);
  });
});

describe('reports', () => {
  test('count what was done by how it ended, and a change that was looked up once', () => {
    const bench = journalBench();
    const journal = bench.open();
    const rasa = { operator: 'Rasa P.', approver: null, device: 'hid-scanner' };
    journal.note(happening('wallet.find', rasa), plainDone);
    journal.note(happening('wallet.find', rasa), { ...plainDone, outcome: 'refused', error: 'wallet.not-found' });
    journal.begin(happening('card.relate', { ...rasa, approver: 'Ona V.' }), null);
    journal.complete(3, { ...plainDone, outcome: 'unknown', error: 'api.outcome-unknown' });
    journal.complete(3, { ...plainDone, settledBy: 'read' });
    journal.begin(happening('receipt.print', rasa), null);
    journal.complete(6, { ...plainDone, outcome: 'printed' });
    journal.begin(happening('receipt.print', rasa), null);
    const totals = withDatabase(bench.file, (database) => readXReport(storeOf(bench, database), bench.nowMs).totals);
    expect(totals).toMatchObject({
      byOperation: [
        { operation: 'card.relate', outcome: 'done', count: 1 },
        { operation: 'receipt.print', outcome: 'printed', count: 1 },
        { operation: 'wallet.find', outcome: 'done', count: 1 },
        { operation: 'wallet.find', outcome: 'refused', count: 1 },
      ],
      prints: { printed: 1, notPrinted: 0, unknown: 0 },
      failures: [{ error: 'wallet.not-found', count: 1 }],
      overrides: [{ operation: 'card.relate', operator: 'Rasa P.', approver: 'Ona V.', count: 1 }],
      open: 1,
    });
  });

  test('of the day are numbered without gaps, go on where the last one ended, and are signed', () => {
    const bench = journalBench();
    const journal = bench.open();
    const close = () =>
      withDatabase(bench.file, (database) =>
        closeDay(storeOf(bench, database), testKeys, bench.nowMs, () => undefined),
      );
    writeNotes(journal, 4);
    expect(close()).toMatchObject({ number: 1, fromEntry: 1, toEntry: 4 });
    writeNotes(journal, 2);
    expect(close()).toMatchObject({ number: 2, fromEntry: 5, toEntry: 6 });
    bench.pass();
    expect(bench.verify()).toMatchObject({ misfit: null, reports: 2 });
    bench.meddle('DELETE FROM z_report WHERE number = 1');
    expect(bench.verify().misfit).toEqual({ at: 1, why: 'report-wrong' });
  });

  test('that break off in the middle use up no number', () => {
    const bench = journalBench();
    writeNotes(bench.open(), 2);
    withDatabase(bench.file, (database) => {
      const store = storeOf(bench, database);
      const breaking = () => {
        throw new Error('the power went');
      };
      expect(() => closeDay(store, testKeys, bench.nowMs, breaking)).toThrow('the power went');
      expect(closeDay(store, testKeys, bench.nowMs, () => undefined).number).toBe(1);
      expect(listEntries(database, { last: 1, key: null })).toHaveLength(1);
    });
  });
});
