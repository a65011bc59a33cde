import { expect, test } from 'vitest';
import type { DoctorPlace } from '../../../electron/diagnosis/doctor-place.ts';
import type { JournalLook } from '../../../electron/diagnosis/journal-look.ts';
import { runChecks, worstOf } from '../../../electron/diagnosis/run-checks.ts';
import type { People } from '../../../electron/people/people.ts';
import { loadSettings } from '../../../electron/settings/load-settings.ts';
import { type CheckName, CheckResult, checkNames } from '../../../shared/domain/station-findings.ts';
import { appError } from '../../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../../shared/errors/error-table.ts';
import { err, ok } from '../../../shared/errors/result.ts';

const megabyte = 1024 * 1024;

const settings = loadSettings({
  env: { TILL_READERS: 'hid-scanner', TILL_FACE: 'kiosk' },
  platform: 'linux',
  homeDir: '/nowhere',
  readFile: () => {
    throw Object.assign(new Error('none'), { code: 'ENOENT' });
  },
  knownPrinterModels: ['epson-tm-t88v'],
  knownOperations: [],
});

type Verdict = JournalLook['verdict'];
const verdict = (misfit: Verdict['misfit'], more: Partial<Verdict> = {}): JournalLook => ({
  verdict: {
    ...{ entries: 7, firstEntry: 1, lastEntry: 7, signedUpTo: 7, reports: 0 },
    ...{ misfit, lost: null, noticed: [], ...more },
  },
  statistics: {} as never,
  setAside: [],
});

const peopleWith = (listed: ReturnType<People['list']>) => ({
  list: () => listed,
  listAll: () => err(appError('operator.not-kept')),
  close: () => {},
});

/** A station on which all is well; each test breaks one thing. */
function well(): DoctorPlace {
  return {
    version: '0.1.0',
    host: 'electron',
    system: {
      platform: 'linux',
      env: { INVOCATION_ID: 'a' },
      node: '24.0.0',
      release: 'Linux 6',
      exists: () => true,
      modeOf: () => 0o600,
      whyNotWritable: () => null,
      freeBytes: () => 9_000 * megabyte,
    },
    folder: '/data',
    settings,
    whyNotStarted: () => null,
    readSecrets: () => null,
    secretFiles: ['/data/station.key'],
    tillsHere: 'this',
    lookAtJournal: async () => ok(verdict(null)),
    journalSetAside: null,
    unsettled: () => 0,
    openPeople: () => peopleWith(ok([{ name: 'Ona', role: 'supervisor' as const }])),
    askApi: async () => ok({ kind: 'reached', latencyMs: 80, clockOffsetMs: 300 }),
    tryCredentials: async () => ({ kind: 'accepted', latencyMs: 80, notEnabled: [] }),
    readPrinter: async () => ({ kind: 'ready', paperLow: false }),
    readReaders: async () => [{ name: 'hid-scanner', state: 'listening' }],
  };
}

async function examine(change: Partial<DoctorPlace>) {
  const faults: unknown[] = [];
  const results = await runChecks({ ...well(), ...change }, (fault) => faults.push(fault));
  for (const result of results) {
    expect(CheckResult.safeParse(result).success).toBe(true);
  }
  return { results, faults, of: (name: CheckName) => results.filter(({ check }) => check === name) };
}

test('on a station where all is well every check says so, in its order', async () => {
  const { results } = await examine({});
  expect(results.map(({ check }) => check)).toEqual(checkNames);
  expect(results.every(({ verdict: said }) => said === 'well')).toBe(true);
  expect(worstOf(results)).toBe('well');
});

const system = well().system;
const broken = (code: ErrorCode) => async () => err(appError(code));
const cases: readonly (readonly [CheckName, string, string, Partial<DoctorPlace>])[] = [
  ['settings', 'settings.cut-off', 'bad', { settings: err(appError('settings.cut-off')) }],
  ['settings', 'settings.invalid', 'bad', { whyNotStarted: () => appError('settings.invalid') }],
  ['secrets', 'credentials.exposed', 'bad', { readSecrets: () => appError('credentials.exposed') }],
  ['secrets', 'secrets.open-to-others', 'bad', { system: { ...system, modeOf: () => 0o640 } }],
  ['data-folder', 'folder.not-writable', 'bad', { system: { ...system, whyNotWritable: () => 'EROFS' } }],
  ['data-folder', 'folder.open-to-others', 'care', { system: { ...system, modeOf: () => 0o755 } }],
  ['disk-space', 'disk.low', 'care', { system: { ...system, freeBytes: () => 400 * megabyte } }],
  ['disk-space', 'disk.full', 'bad', { system: { ...system, freeBytes: () => 3 * megabyte } }],
  ['lock', 'lock.left-behind', 'care', { tillsHere: 'left-behind' }],
  ['lock', 'lock.held', 'well', { tillsHere: 'another' }],
  ['journal', 'journal.none', 'well', { lookAtJournal: async () => ok(null) }],
  ['journal', 'journal.newer-version', 'bad', { lookAtJournal: broken('journal.newer-version') }],
  [
    ...(['journal', 'journal.not-proven', 'bad'] as const),
    { lookAtJournal: async () => ok(verdict({ at: 4, why: 'entry-changed' })) },
  ],
  [
    ...(['journal', 'journal.lost-something', 'care'] as const),
    { lookAtJournal: async () => ok(verdict(null, { lost: { at: 4, why: 'end-cut-off' } })) },
  ],
  ['people', 'people.none', 'care', { openPeople: () => peopleWith(ok([])) }],
  ['people', 'operator.not-kept', 'bad', { openPeople: () => peopleWith(err(appError('operator.not-kept'))) }],
  ['people', 'check.not-here', 'skipped', { openPeople: null }],
  ...(
    [
      'api.no-network',
      'api.host-not-found',
      'api.connection-refused',
      'api.certificate-rejected',
      'api.timed-out',
      'api.server-error',
    ] as const
  ).map((code) => ['api', code, 'bad', { askApi: broken(code) }] as const),
  ['api', 'api.slow', 'care', { askApi: async () => ok({ kind: 'reached', latencyMs: 1_900, clockOffsetMs: 0 }) }],
  ['clock', 'clock.off', 'bad', { askApi: async () => ok({ kind: 'reached', latencyMs: 9, clockOffsetMs: -60_000 }) }],
  ['clock', 'check.needs-api', 'skipped', { askApi: broken('api.no-network') }],
  ['credentials', 'check.needs-api', 'skipped', { askApi: broken('api.no-network') }],
  ['credentials', 'check.needs-secrets', 'skipped', { tryCredentials: null }],
  [
    ...(['credentials', 'api.unauthorized', 'bad'] as const),
    { tryCredentials: async () => ({ kind: 'refused', error: appError('api.unauthorized') }) },
  ],
  [
    ...(['credentials', 'credentials.no-receipts', 'care'] as const),
    { tryCredentials: async () => ({ kind: 'accepted', latencyMs: 1, notEnabled: ['balance-receipt.read'] }) },
  ],
  ['printer', 'printer.paper-low', 'care', { readPrinter: async () => ({ kind: 'ready', paperLow: true }) }],
  ['printer', 'printer.paper-out', 'bad', { readPrinter: async () => ({ kind: 'blocked', reason: 'paper-out' }) }],
  ['printer', 'printer.absent', 'bad', { readPrinter: async () => ({ kind: 'absent' }) }],
  [
    ...(['printer', 'check.held-by-till', 'skipped'] as const),
    { readPrinter: async () => ({ kind: 'in-use' }), tillsHere: 'another' },
  ],
  ['readers', 'reader.hung', 'bad', { readReaders: async () => [{ name: 'contactless-reader', state: 'hung' }] }],
  ['readers', 'readers.keyboard-only', 'well', { readReaders: async () => [] }],
  ['device-rules', 'rules.missing', 'care', { system: { ...system, exists: () => false } }],
  ['device-rules', 'check.not-here', 'skipped', { system: { ...system, platform: 'win32' } }],
  ['voice', 'voice.missing', 'care', { system: { ...system, exists: () => false } }],
  ['service', 'service.none', 'skipped', { system: { ...system, env: {}, exists: () => false } }],
  ['service', 'service.installed', 'care', { system: { ...system, env: {} } }],
  ['versions', 'versions.development', 'care', { host: 'chromium-host' }],
];

test.each(cases)('%s: %s is %s', async (check, finding, said, change) => {
  const { of } = await examine(change);
  expect(of(check)).toEqual([expect.objectContaining({ finding, verdict: said })]);
});

test('each reader has a line of its own', async () => {
  const { of } = await examine({
    readReaders: async () => [
      { name: 'hid-scanner', state: 'listening' },
      { name: 'serial-scanner', state: 'absent' },
    ],
  });
  expect(of('readers').map(({ about, finding }) => [about, finding])).toEqual([
    ['hid-scanner', 'reader.listening'],
    ['serial-scanner', 'reader.absent'],
  ]);
});

test('a journal that is proven can still have been put aside before, and wait for somebody', async () => {
  const { of } = await examine({ journalSetAside: 'journal.damaged-1.sqlite', unsettled: () => 2 });
  expect(of('journal').map(({ finding }) => finding)).toEqual([
    'journal.proven',
    'journal.set-aside',
    'journal.unsettled',
  ]);
});

test('the API is asked once, whatever wants to know of it', async () => {
  let asked = 0;
  await examine({
    askApi: async () => {
      asked += 1;
      return ok({ kind: 'reached', latencyMs: 1, clockOffsetMs: 0 });
    },
  });
  expect(asked).toBe(1);
});

test('a check that fails is told, and takes nothing from the others', async () => {
  const { results, faults, of } = await examine({
    readPrinter: () => Promise.reject(new Error('a bug')),
  });
  expect(of('printer')).toEqual([expect.objectContaining({ finding: 'check.failed', verdict: 'bad' })]);
  expect(results).toHaveLength(checkNames.length);
  expect(faults).toHaveLength(1);
});

test('without settings what hangs on them is skipped, and the rest is still looked at', async () => {
  const { of, results } = await examine({ settings: err(appError('settings.invalid')), folder: null });
  expect(of('api')).toEqual([expect.objectContaining({ finding: 'check.needs-settings', verdict: 'skipped' })]);
  expect(of('versions')).toEqual([expect.objectContaining({ verdict: 'well' })]);
  expect(worstOf(results)).toBe('bad');
});

test('a clock that was set is told beside a journal that is well', async () => {
  const noticed = [{ at: 3, operation: 'clock.set-back', about: null }];
  const { of } = await examine({ lookAtJournal: async () => ok(verdict(null, { noticed })) });
  expect(of('journal')).toMatchObject([
    { finding: 'journal.proven', verdict: 'well' },
    { finding: 'journal.clock-set', verdict: 'well', facts: { count: 1 } },
  ]);
});
