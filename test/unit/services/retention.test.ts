import { expect, test } from 'vitest';
import { plainDone } from '../../../electron/journal/entry.ts';
import { lastZNumber } from '../../../electron/journal/reports.ts';
import { createRetention } from '../../../electron/services/retention.ts';
import { happening, journalBench, withDatabase, writeNotes } from '../journal/journal-bench.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

function station(closesDay: boolean) {
  const bench = journalBench();
  // Noon, wherever this runs.
  bench.nowMs = new Date(2026, 10, 20, 12).getTime();
  const journal = bench.open();
  let idleMs = hourMs;
  const nobody = { operator: null, approver: null, device: null };
  const retention = createRetention({
    journal,
    actor: { read: () => nobody } as never,
    keepDays: 2,
    closesDay,
    clock: () => bench.nowMs,
    monotonic: () => bench.monotonicMs,
    idleMs: () => idleMs,
  });
  return {
    bench,
    journal,
    retention,
    lastZ: () => withDatabase(bench.file, lastZNumber),
    work: (forMs: number) => {
      idleMs = forMs;
    },
    pass(ms: number) {
      bench.nowMs += ms;
      bench.monotonicMs += ms;
      retention.tick();
    },
  };
}

test('a kiosk closes each day once the next one has come and nobody is there, and lets old entries go', () => {
  const { bench, journal, lastZ, pass, work } = station(true);
  writeNotes(journal, 5);
  pass(hourMs);
  expect(lastZ()).toBe(0);
  work(1_000);
  pass(dayMs);
  expect(lastZ()).toBe(0);
  work(hourMs);
  pass(hourMs);
  expect(lastZ()).toBe(1);
  pass(dayMs);
  expect(lastZ()).toBe(1);
  journal.note(happening('wallet.find'), plainDone);
  pass(dayMs);
  pass(dayMs);
  expect(lastZ()).toBe(2);
  journal.close();
  expect(bench.verify()).toMatchObject({ misfit: null });
  expect(bench.verify().firstEntry).toBeGreaterThan(1);
});

test('a desk closes its day itself', () => {
  const { journal, lastZ, pass } = station(false);
  writeNotes(journal, 5);
  pass(3 * dayMs);
  expect(lastZ()).toBe(0);
});
