import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { plainDone } from '../../../electron/journal/entry.ts';
import { openJournal } from '../../../electron/journal/journal.ts';
import { createJournalKeys } from '../../../electron/journal/keys.ts';
import { listEntries } from '../../../electron/journal/maintenance.ts';
import { happening, journalBench, testFolder, withDatabase, writeNotes } from './journal-bench.ts';

const listAll = (file: string) => withDatabase(file, (database) => listEntries(database, { last: 1_000, key: null }));

describe('the journal', () => {
  test('has an intent on the disk before it says that it may be done', () => {
    const bench = journalBench();
    const journal = bench.open();
    const intent = journal.begin(happening('card.relate'), '{"walletId":14471}');
    expect(intent).toEqual({ ok: true, value: 1 });
    expect(listAll(bench.file)).toMatchObject([{ seq: 1, kind: 'intent', operation: 'card.relate', outcome: null }]);
  });

  test('writes what was read a moment later, and in its order before the next intent', () => {
    const bench = journalBench();
    const journal = bench.open();
    journal.note(happening('wallet.find'), plainDone);
    expect(listAll(bench.file)).toEqual([]);
    journal.begin(happening('card.relate'), null);
    expect(listAll(bench.file).map(({ operation }) => operation)).toEqual(['wallet.find', 'card.relate']);
    journal.note(happening('balance.read'), plainDone);
    bench.pass();
    expect(listAll(bench.file)).toHaveLength(3);
  });

  test('completes an intent once, whoever says so twice', () => {
    const bench = journalBench();
    const journal = bench.open();
    const intent = journal.begin(happening('card.relate'), null);
    expect(intent.ok).toBe(true);
    journal.complete(1, { ...plainDone, durationMs: 12 });
    journal.complete(1, { ...plainDone, outcome: 'failed' });
    expect(listAll(bench.file)).toMatchObject([
      { kind: 'intent' },
      { kind: 'outcome', about: 1, outcome: 'done', durationMs: 12, operation: 'card.relate' },
    ]);
    expect(journal.readLeftOpen()).toEqual([]);
  });

  test('keeps what nobody knows the outcome of until somebody says it', () => {
    const bench = journalBench();
    const journal = bench.open();
    journal.begin(happening('receipt.print'), null);
    journal.complete(1, { ...plainDone, outcome: 'unknown' });
    expect(journal.state.unsettled).toBe(1);
    expect(journal.readLeftOpen()).toMatchObject([{ intent: 1, state: 'unknown' }]);
    journal.complete(1, { ...plainDone, outcome: 'printed', settledBy: 'operator' });
    expect(journal.state.unsettled).toBe(0);
  });

  test('keeps what looking an open change up needs sealed, and destroys it once that is known', () => {
    const bench = journalBench();
    const journal = bench.open();
    const card = '5487963154';
    journal.begin(happening('card.relate'), JSON.stringify({ walletId: 14471, number: card }));
    const files = () =>
      readdirSync(bench.folder)
        .map((name) => readFileSync(path.join(bench.folder, name), 'latin1'))
        .join('');
    expect(files()).not.toContain(card);
    const sealed = withDatabase(bench.file, (database) => database.prepare('SELECT sealed FROM open_intent').get());
    expect(sealed?.sealed).toHaveLength(12 + 16 + JSON.stringify({ walletId: 14471, number: card }).length);
    journal.complete(1, plainDone);
    expect(withDatabase(bench.file, (database) => database.prepare('SELECT * FROM open_intent').all())).toEqual([]);
  });

  test('begins nothing whose line could hold what is no word of ours', () => {
    const bench = journalBench();
    const journal = bench.open();
    expect(() => journal.begin(happening('wallet.find', { device: 'Jonas Pavyzdys 8765' }), null)).toThrow();
    expect(journal.begin(happening('card.relate'), null)).toMatchObject({ ok: true });
  });

  test('notices a clock that was set while it runs, and one that was set back while it did not', () => {
    const bench = journalBench();
    const journal = bench.open();
    writeNotes(journal, 1);
    bench.nowMs -= 3_600_000;
    bench.monotonicMs += 10;
    writeNotes(journal, 1);
    bench.nowMs += 7_200_000;
    writeNotes(journal, 1);
    journal.close();
    bench.nowMs -= 86_400_000;
    writeNotes(bench.open(), 1);
    const said = listAll(bench.file).map(({ operation, durationMs }) => `${operation} ${durationMs}`);
    expect(said).toContain('clock.set-back 3600010');
    expect(said.filter((line) => line.startsWith('clock.'))).toHaveLength(3);
    expect(bench.verify()).toMatchObject({ misfit: null });
  });

  test('is written by two processes at once in one chain', () => {
    const bench = journalBench();
    const [one, other] = [bench.open(), bench.open()];
    for (let index = 0; index < 10; index += 1) {
      writeNotes(one, 1);
      writeNotes(other, 1);
    }
    expect(bench.verify()).toMatchObject({ misfit: null, entries: 20 });
  });
});

describe('a journal file that cannot be used', () => {
  test('of a newer program is refused and left as it is', () => {
    const bench = journalBench();
    writeNotes(bench.open(), 3);
    bench.later.splice(0);
    bench.meddle('PRAGMA user_version = 99');
    const before = readFileSync(bench.file);
    const opened = openJournal({
      folder: bench.folder,
      readKeys: () => createJournalKeys(Buffer.alloc(32, 7)),
      run: 'ffffffff',
      clock: Date.now,
      monotonic: () => 0,
      schedule: () => () => {},
    });
    expect(opened).toMatchObject({ ok: false, error: { code: 'journal.newer-version' } });
    expect(readFileSync(bench.file).equals(before)).toBe(true);
  });

  test.each([
    ['is no database at all', Buffer.from('x'.repeat(9_000))],
    ['has a page of nonsense where the list of tables was', null],
  ])('that %s is put aside under a name that is told, and the till writes on', (_what, content) => {
    const bench = journalBench();
    const first = bench.open();
    writeNotes(first, 50);
    first.close();
    const bytes = readFileSync(bench.file);
    bytes.fill(0x5a, 100, 4_096);
    writeFileSync(bench.file, content ?? bytes);
    const journal = bench.open();
    const { setAside } = journal.state;
    expect(setAside).toMatch(/^journal\.damaged-2026-11-20T.*\.sqlite$/);
    expect(readFileSync(path.join(bench.folder, setAside ?? '')).equals(content ?? bytes)).toBe(true);
    expect(journal.begin(happening('card.relate'), null).ok).toBe(true);
    expect(listAll(bench.file)[0]).toMatchObject({ operation: 'journal.set-aside', about: 50 });
  });

  test('whose damage lies further in is put aside when it is met, and the intent is written all the same', () => {
    const bench = journalBench();
    const first = bench.open();
    writeNotes(first, 600);
    first.close();
    const bytes = readFileSync(bench.file);
    bytes.fill(0x5a, 4_096 * 3);
    writeFileSync(bench.file, bytes);
    const journal = bench.open();
    expect(journal.begin(happening('card.relate'), null).ok).toBe(true);
    expect(journal.state.setAside).toMatch(/damaged/);
  });

  test('of another key is put aside: it can be read but no longer continued', () => {
    const bench = journalBench();
    const first = bench.open();
    writeNotes(first, 3);
    first.close();
    const journal = bench.open({ readKeys: () => createJournalKeys(Buffer.alloc(32, 9)) });
    expect(journal.state.setAside).toMatch(/^journal\.other-key-/);
  });

  test('that is gone is missed, because the anchor knew it', () => {
    const bench = journalBench();
    const first = bench.open();
    writeNotes(first, 3);
    first.close();
    rmSync(bench.file);
    writeNotes(bench.open(), 1);
    expect(listAll(bench.file)[0]).toMatchObject({ operation: 'journal.file-missing', about: 3 });
  });
});

/** A small disk of its own; null where this user may not mount one. */
function smallDisk(size: string): string | null {
  const folder = testFolder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]).status === 0;
  if (!mounted) {
    return null;
  }
  onTestFinished(() => void spawnSync('umount', ['-l', folder]));
  return folder;
}

const canMount = process.getuid?.() === 0 && process.platform === 'linux';

describe('a disk that takes nothing', () => {
  test.skipIf(!canMount)('because it is full: nothing is begun, all else is written once there is room', (context) => {
    const disk = smallDisk('1m');
    if (disk === null) {
      context.skip('this user may not mount a tmpfs');
      return;
    }
    const bench = journalBench(disk);
    const journal = bench.open();
    const states: string[] = [];
    journal.onStateChanged(({ kind, reason }) => states.push(`${kind} ${reason}`));
    journal.begin(happening('receipt.print'), null);
    const ballast = path.join(disk, 'ballast');
    spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=4k']);
    while (journal.state.kind === 'writing') {
      writeNotes(journal, 200);
    }
    expect(journal.state.reason).toBe('disk-full');
    expect(journal.begin(happening('card.relate'), null)).toMatchObject({
      ok: false,
      error: { code: 'journal.not-writable', details: { reason: 'disk-full', sent: false } },
    });
    journal.complete(1, { ...plainDone, outcome: 'printed' });
    rmSync(ballast);
    bench.pass();
    expect(journal.state).toMatchObject({ kind: 'writing', reason: null });
    expect(states.at(-1)).toBe('writing null');
    expect(listAll(bench.file).at(-1)).toMatchObject({ about: 1, outcome: 'printed' });
    expect(bench.verify()).toMatchObject({ misfit: null });
  });

  test.skipIf(!canMount)('because it is read-only: the state says so, and its end is noticed', (context) => {
    const disk = smallDisk('4m');
    if (disk === null) {
      context.skip('this user may not mount a tmpfs');
      return;
    }
    spawnSync('mount', ['-o', 'remount,ro', disk]);
    const bench = journalBench(disk);
    const journal = bench.open();
    expect(journal.state).toMatchObject({ kind: 'failing', reason: 'read-only' });
    writeNotes(journal, 2);
    spawnSync('mount', ['-o', 'remount,rw', disk]);
    bench.pass();
    expect(journal.state.kind).toBe('writing');
    expect(listAll(bench.file)).toHaveLength(2);
  });

  test.skipIf(process.getuid?.() === 0)('because the folder may not be written to', () => {
    const folder = path.join(testFolder(), 'closed');
    mkdirSync(folder);
    chmodSync(folder, 0o500);
    expect(journalBench(folder).open().state).toMatchObject({ kind: 'failing', reason: 'read-only' });
  });

  test('without its key it writes nothing, and begins when there is one', () => {
    const bench = journalBench();
    let key: ReturnType<typeof createJournalKeys> | null = null;
    const journal = bench.open({ readKeys: () => key });
    expect(journal.state).toMatchObject({ kind: 'failing', reason: 'no-key' });
    expect(journal.begin(happening('card.relate'), null).ok).toBe(false);
    expect(existsSync(bench.file)).toBe(false);
    key = createJournalKeys(Buffer.alloc(32, 7));
    bench.pass();
    expect(journal.begin(happening('card.relate'), null).ok).toBe(true);
  });
});
