import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { describeFault } from '../../../electron/log/describe-fault.ts';
import { createLog, type LogOptions } from '../../../electron/log/log.ts';
import { allowedLine, type LogFields, type LogMessage } from '../../../electron/log/log-fields.ts';

function station(options: LogOptions = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'till-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const aside: string[] = [];
  const log = createLog({ writeAside: (line) => aside.push(line), ...options });
  log.keepIn(folder);
  const logs = path.join(folder, 'logs');
  const read = () => readdirSync(logs).map((name) => readFileSync(path.join(logs, name), 'utf8'));
  return { folder, logs, log, aside, read };
}

/** What a customer, a secret or an operator could put anywhere. */
const marks = [
  '5487963154',
  'Ona Pavyzdytė',
  'ona@pavyzdys.invalid',
  '+37060000000',
  'EVP0010001000101',
  'f00dsecret=',
];

const fieldNames = [
  'channel',
  'traceId',
  'code',
  'reason',
  'fault',
  'version',
  'mode',
  'face',
  'host',
  'state',
  'device',
  'part',
  'durationMs',
  'count',
  // Nobody's fields.
  'wallet',
  'message',
  'msg',
  'level',
  'time',
  'others',
  '__proto__',
];

function shapesOf(mark: string): unknown[] {
  const error = new TypeError(mark);
  error.name = `${mark}Error`;
  return [
    mark,
    Number.parseInt(mark, 10) || mark,
    [mark],
    { [mark]: mark },
    { name: mark, at: [mark] },
    { name: 'TypeError', at: [`at ${mark} (desk.js:1:1)`], [mark]: 1 },
    describeFault(error),
    new Map([[mark, mark]]),
    { toJSON: () => mark },
  ];
}

test('marked data in any field, in any shape, as a field’s name or as the message reaches no file and no stream', () => {
  const { log, aside, read } = station();
  for (const mark of marks) {
    for (const value of shapesOf(mark)) {
      for (const name of fieldNames) {
        log.error(Object.defineProperty({}, name, { value, enumerable: true }) as LogFields, 'fault');
      }
      log.info({ [mark]: value } as LogFields, mark as LogMessage);
    }
    log.warn(mark as LogFields, mark as LogMessage);
  }
  const written = [...aside, ...read()].join('');
  expect(written.split('\n').length).toBeGreaterThan(1_000);
  for (const mark of marks) {
    expect(written).not.toContain(mark);
    expect(written).not.toContain(JSON.stringify(mark).slice(1, -1));
  }
});

test('what is allowed is written as it is, and all else leaves the name of its type', () => {
  const { log, aside } = station();
  log.error(
    { channel: 'customer/identify', traceId: '0a1b2c3d', code: 'api.no-network', wallet: 14471 } as LogFields,
    'fault',
  );
  log.warn({ reason: 'because Ona', durationMs: 5487963154 }, 'page gone');
  const lines = aside.map((line) => JSON.parse(line));
  expect(lines[0]).toMatchObject({
    level: 50,
    channel: 'customer/identify',
    traceId: '0a1b2c3d',
    code: 'api.no-network',
    others: ['(number)'],
    msg: 'fault',
  });
  expect(lines[1]).toMatchObject({ reason: '(string)', durationMs: '(number)', msg: 'page gone' });
});

test('a fault of the program is told by its type and its places in the code', () => {
  const { log, aside } = station();
  log.error({ fault: describeFault(new RangeError('balance 22.99')) }, 'uncaught');
  const { fault } = JSON.parse(aside[0] ?? '');
  expect(fault.name).toBe('RangeError');
  expect(fault.at).toContainEqual(expect.stringMatching(/^at \(log\.test\.ts:\d+:\d+\)$/));
});

test('the log takes no more than its files times their size, keeps the newest lines, and is this user’s alone', () => {
  const { log, logs, read } = station({ mostBytes: 2_000, mostFiles: 3 });
  for (let count = 1; count <= 500; count += 1) {
    log.info({ count }, 'started');
  }
  const names = readdirSync(logs).sort();
  expect(names).toEqual(['till.1.log', 'till.2.log', 'till.log']);
  for (const name of names) {
    expect(statSync(path.join(logs, name)).size).toBeLessThanOrEqual(2_000);
    expect(statSync(path.join(logs, name)).mode & 0o777).toBe(0o600);
  }
  expect(statSync(logs).mode & 0o777).toBe(0o700);
  const counts = read()
    .join('')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).count)
    .sort((one, other) => one - other);
  expect(counts.at(-1)).toBe(500);
  expect(counts).toEqual(Array.from(counts, (_, index) => 501 - counts.length + index));
});

test('a till that is started again goes on in the same file and within the same bounds', () => {
  const first = station({ mostBytes: 1_000, mostFiles: 2 });
  first.log.info({ count: 1 }, 'started');
  const again = createLog({ writeAside: () => {}, mostBytes: 1_000, mostFiles: 2 });
  again.keepIn(first.folder);
  for (let count = 2; count <= 40; count += 1) {
    again.info({ count }, 'started');
  }
  expect(readdirSync(first.logs).sort()).toEqual(['till.1.log', 'till.log']);
  expect(first.read().every((text) => text.length <= 1_000)).toBe(true);
});

test('a log that cannot be written ends nothing, and says afterwards how many lines are missing', () => {
  const { log, logs, folder, aside } = station();
  // A file where the folder should be is in the way of root, too.
  writeFileSync(logs, '');
  log.error({ count: 1 }, 'started');
  log.error({ count: 2 }, 'started');
  rmSync(logs);
  chmodSync(folder, 0o700);
  log.error({ count: 3 }, 'started');
  const lines = readFileSync(path.join(logs, 'till.log'), 'utf8').trim().split('\n');
  expect(lines.map((line) => JSON.parse(line)).map(({ msg, count }) => [msg, count])).toEqual([
    ['lines lost', 2],
    ['started', 3],
  ]);
  expect(aside).toHaveLength(3);
});

test('a line that is read back is held against the same list', () => {
  const { log, aside } = station();
  log.info({ count: 3, version: '0.1.0' }, 'started');
  const line = (aside[0] ?? '').trim();
  expect(allowedLine(line)).toBe(line);
  for (const mark of marks) {
    const foreign = [mark, JSON.stringify(mark), JSON.stringify({ level: mark, time: mark, msg: mark, [mark]: mark })];
    for (const text of foreign) {
      expect(allowedLine(text)).not.toContain(mark);
    }
  }
});
