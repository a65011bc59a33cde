import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import type { Reader } from '../../electron/devices/reader/port.ts';
import { createHidScanner } from '../../electron/devices/reader/scanner-over-hid.ts';
import { createSerialScanner } from '../../electron/devices/reader/scanner-over-serial.ts';
import type { Timers } from '../../electron/devices/reader/timers.ts';
import { createWedgeReader, type WedgeReader } from '../../electron/devices/reader/wedge-over-preload.ts';
import { createFakeHid, createFakeSerial } from '../port/reader-fakes.ts';
import { sayNothing, type TellProgress } from '../progress.ts';
import { createScanDesk, type ScanGuard, scanGuards } from './scan-desk.ts';
import { createScanKeyboard, layKeyboard } from './scan-keyboard.ts';
import { type OtherScan, type Story, stories } from './scan-stories.ts';
import { createSimulatedTime, type SimulatedTime } from './simulated-time.ts';

export { type ScanGuard, scanGuards };

export interface ScanFuzzReport {
  /** Scans that were made. */
  readonly runs: number;
  readonly seen: Readonly<Record<string, number>>;
  readonly violations: readonly string[];
}

interface Options {
  readonly scans: number;
  readonly seed: number;
  /** A guard to leave out: then there must be violations. */
  readonly breaking?: ScanGuard | null;
  readonly tell?: TellProgress;
}

/** Codes that are there once in all stories: whose scan it was can always be told. */
function createCodes(): (isCard: boolean) => string {
  let serial = 0;
  return (isCard) => {
    serial += 1;
    return isCard ? String(1_000_000_000 + serial) : `WAL-${String(serial).padStart(8, '0')}`;
  };
}

const hidPath = 'hid';
const text = new TextEncoder();
/** Half a code each, so that codes come in two reports. */
const perReport = 8;

function hidReports(code: string): Uint8Array[] {
  return [code.slice(0, perReport), code.slice(perReport)].map((part, index) => {
    const report = new Uint8Array(64);
    report.set([2, part.length, ...text.encode(']C1'), ...text.encode(part)]);
    report[63] = index === 0 ? 1 : 0;
    return report;
  });
}

interface Devices {
  readonly hid: ReturnType<typeof createFakeHid>;
  readonly serial: ReturnType<typeof createFakeSerial>;
}

/** The pieces of one scan and what hands each over. */
function piecesOf(scan: OtherScan, code: string, { hid, serial }: Devices): (() => void)[] {
  if (scan.reader === 'hid-scanner') {
    return hidReports(code).map((report) => () => hid.report(hidPath, Uint8Array.from(report)));
  }
  return [code.slice(0, 3), code.slice(3, 7), `${code.slice(7)}\r`].map((piece) => () => serial.send(piece));
}

/** When each other scan may begin: two codes at one reader at the same time are no scans. */
function layOthers(others: readonly OtherScan[]): { scan: OtherScan; startsAt: number }[] {
  const freeAt = { 'hid-scanner': 0, 'serial-scanner': 0 };
  return others
    .toSorted((one, other) => one.atMs - other.atMs)
    .map((scan) => {
      const startsAt = Math.max(scan.atMs, freeAt[scan.reader]);
      const lasts = 3 * 150 + (scan.againAfterMs ?? 0) + 3 * 150;
      freeAt[scan.reader] = startsAt + lasts + 200;
      return { scan, startsAt };
    });
}

/** Makes the other scanners read; answers with the codes in the order of each reader, repetitions with them. */
function playOthers(story: Story, time: SimulatedTime, devices: Devices, newCode: (isCard: boolean) => string) {
  const expected: Record<OtherScan['reader'], string[]> = { 'hid-scanner': [], 'serial-scanner': [] };
  for (const { scan, startsAt } of layOthers(story.others)) {
    const code = newCode(scan.isCard);
    let at = startsAt;
    const readOnce = () => {
      expected[scan.reader].push(code);
      for (const [index, hand] of piecesOf(scan, code, devices).entries()) {
        at += scan.jitterMs[index % scan.jitterMs.length] ?? 0;
        time.at(at, hand);
      }
    };
    readOnce();
    if (scan.againAfterMs !== null) {
      at += scan.againAfterMs;
      readOnce();
    }
  }
  return expected;
}

interface StoryResult {
  readonly scans: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly violations: readonly string[];
}

interface Bench {
  readonly readers: readonly Reader[];
  readonly wedge: WedgeReader;
  readonly devices: Devices;
}

async function startReaders(time: SimulatedTime): Promise<Bench> {
  const devices = { hid: createFakeHid(), serial: createFakeSerial() };
  devices.hid.plugIn({ path: hidPath, usagePage: 0x8c, usage: 2, vendorId: 1 });
  devices.serial.plugIn();
  const clock = () => time.nowMs;
  // Looking for devices would never end; here they are there from the start.
  const timers: Timers = { after: (delayMs, run) => (delayMs >= 1_000 ? () => {} : time.after(delayMs, run)) };
  const wedge = createWedgeReader(clock);
  const hid = createHidScanner({ pipe: devices.hid.pipe, clock, timers });
  const serial = createSerialScanner({ pipe: devices.serial.pipe, path: 'serial', clock, timers });
  for (let turns = 0; turns < 3; turns += 1) {
    await turn();
  }
  return { readers: [wedge, hid, serial], wedge, devices };
}

async function runStory(
  story: Story,
  newCode: (isCard: boolean) => string,
  breaking: ScanGuard | null,
): Promise<StoryResult> {
  const time = createSimulatedTime(story.busy);
  const bench = await startReaders(time);
  const heard = new Map<string, string[]>(bench.readers.map(({ name }) => [name, []]));
  const desk = createScanDesk({ story, time, breaking });
  for (const reader of bench.readers) {
    reader.listen((reading) => {
      const { content } = reading;
      heard.get(reader.name)?.push(content.kind === 'text' ? content.text.replace(/^\]C1/, '') : content.kind);
      desk.take(reading);
    });
  }
  const laid = layKeyboard(story, newCode);
  const page = createScanKeyboard({ story, time, breaking, onScan: (code) => bench.wedge.deliver(code) });
  page.play(laid);
  const others = playOthers(story, time, bench.devices, newCode);
  desk.playObstacles();
  await time.runAll();
  desk.finish();
  const violations = [
    ...difference('keyboard wedge', laid.codes, heard.get('keyboard-wedge')),
    ...difference('HID scanner', others['hid-scanner'], heard.get('hid-scanner')),
    ...difference('serial scanner', others['serial-scanner'], heard.get('serial-scanner')),
    ...difference('typed', laid.typed, page.typed()),
    ...desk.violations(),
  ];
  const scans = laid.codes.length + others['hid-scanner'].length + others['serial-scanner'].length;
  await Promise.all(bench.readers.map((reader) => reader.close()));
  return { scans, outcomes: desk.outcomes(), violations };
}

function difference(what: string, expected: readonly string[], got: readonly string[] = []): string[] {
  const isSame = expected.length === got.length && expected.every((entry, index) => entry === got[index]);
  return isSame ? [] : [`${what}: ${JSON.stringify(expected)} became ${JSON.stringify(got)}`];
}

/** Enough of a story to know it again. */
const longestViolation = 300;
const storiesAtOnce = 200;

/** Tells stories until so many scans were made. Seeded: the same seed tells the same stories. */
export async function runScanFuzz({
  scans,
  seed,
  breaking = null,
  tell = sayNothing,
}: Options): Promise<ScanFuzzReport> {
  const newCode = createCodes();
  const violations: string[] = [];
  const seen: Record<string, number> = { stories: 0 };
  let made = 0;
  for (let batch = 0; made < scans; batch += 1) {
    for (const story of fc.sample(stories, { numRuns: storiesAtOnce, seed: seed + batch })) {
      if (made >= scans) {
        break;
      }
      const result = await runStory(story, newCode, breaking);
      made += result.scans;
      seen.stories = (seen.stories ?? 0) + 1;
      for (const [outcome, count] of Object.entries(result.outcomes)) {
        seen[outcome] = (seen[outcome] ?? 0) + count;
      }
      violations.push(...result.violations.map((violation) => violation.slice(0, longestViolation)));
    }
    tell(made, scans);
  }
  return { runs: made, seen, violations };
}
