import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createSentRequestsFolder } from '../../../electron/credentials/sent-requests.ts';
import { createRequestBudget } from '../../../electron/wallet-api/request-budget.ts';

const hourMs = 3_600_000;
const start = 500_000 * hourMs;

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'till-sent-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** Processes of one data folder, all by one clock of the wall and each by a steady clock of its own. */
function processesIn(dataDir: string, limits: { perMinute?: number; perHour?: number } = {}) {
  let nowMs = start;
  let made = 0;
  return {
    pass: (ms: number) => {
      nowMs += ms;
    },
    begin() {
      made += 1;
      const began = nowMs;
      const shared = createSentRequestsFolder(dataDir, { clock: () => nowMs, mark: `0000000${made}` });
      return createRequestBudget({ nowMs: () => nowMs - began, shared, ...limits });
    },
  };
}

const kinds = (budget: ReturnType<typeof createRequestBudget>, count: number, token = 'shop') =>
  Array.from({ length: count }, () => budget.take(token, 'customer').kind);

test('what one process sent is not there for another one, however they take turns', () => {
  const { begin, pass } = processesIn(path.join(folder(), 'not-there-yet'), { perMinute: 4 });
  const [till, command] = [begin(), begin()];
  expect([...kinds(till, 1), ...kinds(command, 2), ...kinds(till, 2)]).toEqual([
    ...['taken', 'taken', 'taken', 'taken', 'wait'],
  ]);
  pass(60_000);
  expect([...kinds(command, 3), ...kinds(till, 2)]).toEqual(['taken', 'taken', 'taken', 'taken', 'wait']);
});

test('a process that begins counts what those before it sent, and waits for exactly as long', () => {
  const { begin, pass } = processesIn(folder(), { perMinute: 2 });
  kinds(begin(), 1);
  pass(20_000);
  kinds(begin(), 1);
  pass(5_000);
  expect(begin().take('shop', 'customer')).toEqual({ kind: 'wait', waitMs: 35_000 });
});

test('the hour is counted over the change of the hour, and over tokens', () => {
  const { begin, pass } = processesIn(folder(), { perHour: 3 });
  pass(hourMs - 1_000);
  kinds(begin(), 2, 'one');
  pass(2_000);
  expect(kinds(begin(), 2, 'two')).toEqual(['taken', 'wait']);
  pass(hourMs - 2_000);
  expect(kinds(begin(), 3, 'three')).toEqual(['taken', 'taken', 'wait']);
});

test('a token has a minute of its own, and its text is nowhere in the folder', () => {
  const dataDir = folder();
  const { begin } = processesIn(dataDir, { perMinute: 1 });
  expect([...kinds(begin(), 1, 'secret-token'), ...kinds(begin(), 1, 'other')]).toEqual(['taken', 'taken']);
  const inside = path.join(dataDir, 'sent-requests');
  const files = readdirSync(inside);
  expect(files).toEqual(['500000.txt']);
  const file = path.join(inside, '500000.txt');
  expect(readFileSync(file, 'latin1')).toMatch(/^(\d+ [0-9a-f]{12} 0000000\d\n){2}$/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('files of hours that are over are removed', () => {
  const dataDir = folder();
  const { begin, pass } = processesIn(dataDir);
  const till = begin();
  for (const _ of [1, 2, 3, 4]) {
    kinds(till, 1);
    pass(hourMs);
  }
  expect(readdirSync(path.join(dataDir, 'sent-requests'))).toEqual(['500002.txt', '500003.txt']);
});

test('lines that are none, and one that is still being written, are passed over', () => {
  const dataDir = folder();
  const { begin } = processesIn(dataDir, { perMinute: 2 });
  const first = begin();
  kinds(first, 1);
  const file = path.join(dataDir, 'sent-requests', '500000.txt');
  const line = readFileSync(file, 'latin1').trim();
  writeFileSync(file, `nonsense\n${line}\n${line.slice(0, 20)}`);
  const second = begin();
  expect(kinds(second, 1)).toEqual(['taken']);
  expect(kinds(second, 1)).toEqual(['wait']);
});

test('where nothing can be written, each process counts alone', () => {
  const taken = path.join(folder(), 'a-file');
  writeFileSync(taken, '');
  const { begin } = processesIn(taken, { perMinute: 1 });
  expect([...kinds(begin(), 2), ...kinds(begin(), 1)]).toEqual(['taken', 'wait', 'taken']);
});
