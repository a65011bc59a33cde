import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { plainDone } from '../../../electron/journal/entry.ts';
import type { Journal } from '../../../electron/journal/journal.ts';
import { closeDay, lastZNumber, readShift, readZReport } from '../../../electron/journal/reports.ts';
import { happening, journalBench, withDatabase, writeNotes } from './journal-bench.ts';

const child = path.join(import.meta.dirname, 'close-day-child.ts');

function closeElsewhere(folder: string, run: string, how: 'killed' | 'whole') {
  const running = spawn(process.execPath, [child, folder, run, how]);
  let said = '';
  running.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return new Promise<{ said: string; signal: NodeJS.Signals | null }>((resolve) =>
    running.once('close', (_code, signal) => resolve({ said, signal })),
  );
}

const close = (journal: Journal, nowMs: number) =>
  journal.audit((store, keys) => closeDay(store, keys, nowMs, () => {}));

test('a close that is killed in the middle leaves no number behind, and the next one takes it', async () => {
  const bench = journalBench();
  const journal = bench.open();
  writeNotes(journal, 3);
  expect(close(journal, bench.nowMs)).toMatchObject({ number: 1, fromEntry: 1, toEntry: 3 });
  expect(await closeElsewhere(bench.folder, '00000abc', 'killed')).toEqual({ said: '', signal: 'SIGKILL' });
  expect(withDatabase(bench.file, lastZNumber)).toBe(1);
  writeNotes(journal, 2);
  expect(close(journal, bench.nowMs)).toMatchObject({ number: 2, fromEntry: 4, toEntry: 5 });
  journal.close();
  expect(bench.verify()).toMatchObject({ misfit: null, reports: 2 });
});

test('two that close at once get numbers after each other, and each entry is counted once', async () => {
  const bench = journalBench();
  writeNotes(bench.open(), 5);
  const runs = ['00000a01', '00000a02'];
  const closed = await Promise.all(runs.map((run) => closeElsewhere(bench.folder, run, 'whole')));
  expect(closed.map(({ said }) => said).sort()).toEqual(['1', '2']);
  const ranges = withDatabase(bench.file, (database) =>
    [1, 2].map((number) => readZReport(database, number)).map((report) => [report?.fromEntry, report?.toEntry]),
  );
  expect(ranges).toEqual([
    [1, 5],
    [6, 5],
  ]);
  expect(bench.verify()).toMatchObject({ misfit: null, reports: 2 });
});

test('a close on a disk that takes nothing is a state of the journal, and takes no number', () => {
  const bench = journalBench();
  const journal = bench.open();
  writeNotes(journal, 1);
  const full = Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 });
  const report = journal.audit((store, keys) =>
    closeDay(store, keys, bench.nowMs, () => {
      throw full;
    }),
  );
  expect(report).toBeNull();
  expect(journal.state).toMatchObject({ kind: 'failing', reason: 'disk-full' });
  bench.pass();
  expect(journal.state.kind).toBe('writing');
  expect(close(journal, bench.nowMs)).toMatchObject({ number: 1, toEntry: 1 });
});

test('the shift began with the first unlocking after the last close', () => {
  const bench = journalBench();
  const journal = bench.open();
  const unlock = (operator: string) => journal.note(happening('operator.unlock', { operator }), plainDone);
  const shift = () => journal.audit(({ database }) => readShift(database));
  expect(shift()).toBeNull();
  journal.note(happening('operator.unlock', { operator: 'Ona V.' }), { ...plainDone, outcome: 'refused' });
  unlock('Rasa P.');
  unlock('Ona V.');
  expect(shift()).toEqual({ since: bench.nowMs, by: 'Rasa P.' });
  close(journal, bench.nowMs);
  expect(shift()).toBeNull();
  unlock('Ona V.');
  expect(shift()).toMatchObject({ by: 'Ona V.' });
});
