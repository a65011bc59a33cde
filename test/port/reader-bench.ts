import { setImmediate as turn } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { createContactlessReader } from '../../electron/devices/reader/contactless-over-pcsc.ts';
import type { Reader } from '../../electron/devices/reader/port.ts';
import { createHidScanner } from '../../electron/devices/reader/scanner-over-hid.ts';
import { createSerialScanner } from '../../electron/devices/reader/scanner-over-serial.ts';
import { createHidStripeReader } from '../../electron/devices/reader/stripe-over-hid.ts';
import { createWedgeReader } from '../../electron/devices/reader/wedge-over-preload.ts';
import type { Reading, ReadingContent } from '../../shared/domain/reading.ts';
import { createSimulatedCardReader, createSimulatedScanner } from '../../simulator/readers.ts';
import { createManualTimers } from './manual-timers.ts';
import { createFakeHid, createFakePcsc, createFakeSerial, type Trouble } from './reader-fakes.ts';

/** Milliseconds since the epoch by the tests' clock. */
export const now = 1_795_171_200_000;

export interface ReaderBench {
  readonly reader: Reader;
  readonly readings: readonly Reading[];
  readonly states: readonly string[];
  readonly contents: () => readonly ReadingContent[];
  /** Lets time pass, and whatever waits for an answer get it. */
  pass(ms: number): Promise<void>;
  /** Shows the n-th sample to the reader. */
  show(sample: 0 | 1): Promise<void>;
  /** Shows half of something; absent where a reader cannot see half of one. */
  readonly showHalf?: () => Promise<void>;
  readonly plugIn?: () => void;
  readonly unplug?: () => void;
  readonly setTrouble?: (trouble: Trouble) => void;
  readonly openCount?: () => number;
}

export interface ReaderAdapter {
  readonly name: string;
  /** What the two samples are read as. */
  readonly samples: readonly [ReadingContent, ReadingContent];
  /** `trouble` is there before the reader is. */
  readonly start: (trouble?: Trouble) => Promise<ReaderBench>;
}

/** Everything that has an answer by now has it. */
async function settle(): Promise<void> {
  for (let turns = 0; turns < 8; turns += 1) {
    await turn();
  }
}

type Under = Omit<ReaderBench, 'readings' | 'states' | 'contents' | 'pass' | 'reader'>;

function bench(reader: Reader, timers: ReturnType<typeof createManualTimers>, under: Under): ReaderBench {
  const readings: Reading[] = [];
  const states: string[] = [];
  reader.listen((reading) => readings.push(reading));
  reader.onStateChanged(({ kind }) => states.push(kind));
  onTestFinished(() => reader.close());
  return {
    ...under,
    reader,
    readings,
    states,
    contents: () => readings.map(({ content }) => content),
    async pass(ms) {
      await settle();
      // In steps: what an answer sets off may itself be due within the same stretch.
      for (let left = ms; left > 0; left -= 100) {
        timers.pass(Math.min(100, left));
        await settle();
      }
    },
  };
}

const text = new TextEncoder();

function scanReport(data: string, isContinued = false): Uint8Array {
  const report = new Uint8Array(64);
  report.set([2, data.length, ...text.encode(']C1'), ...text.encode(data)]);
  report[63] = isContinued ? 1 : 0;
  return report;
}

function swipeReport(track2: string): Uint8Array {
  const report = new Uint8Array(1 + 3 + 3 * 110);
  report.set([1, 0, track2.length, 0]);
  report.set(text.encode(track2), 4 + 110);
  return report;
}

const scannerInfo = { path: '/dev/hidraw0', usagePage: 0x8c, usage: 2, vendorId: 0x1234 };
const stripeInfo = { path: '/dev/hidraw1', usagePage: 0x8e, usage: 1, vendorId: 0x1234 };
const keyboardInfo = { path: '/dev/hidraw2', usagePage: 0x01, usage: 6, vendorId: 0x1234 };

/** Codes as long as a report, so that their halves are reports. */
const longCode = 'WAL-'.padEnd(56, '7');

async function startHid(kind: 'scanner' | 'stripe', trouble: Trouble): Promise<ReaderBench> {
  const timers = createManualTimers();
  const fake = createFakeHid();
  fake.plugIn(keyboardInfo);
  fake.setTrouble(trouble);
  const options = { pipe: fake.pipe, clock: () => now, timers };
  const info = kind === 'scanner' ? scannerInfo : stripeInfo;
  const reader = kind === 'scanner' ? createHidScanner(options) : createHidStripeReader(options);
  const reports =
    kind === 'scanner'
      ? [scanReport('5487963154'), scanReport('WAL-77103')]
      : [swipeReport(';5487963154=29121010000012345?'), swipeReport(';123456789=2912?')];
  return bench(reader, timers, {
    plugIn: () => fake.plugIn(info),
    unplug: () => fake.unplug(info.path),
    setTrouble: fake.setTrouble,
    openCount: () => fake.openCount,
    show: async (sample) => fake.report(info.path, Uint8Array.from(reports[sample] as Uint8Array)),
    ...(kind === 'scanner' ? { showHalf: async () => fake.report(info.path, scanReport(longCode, true)) } : {}),
  });
}

async function startSerial(trouble: Trouble = 'none'): Promise<ReaderBench> {
  const timers = createManualTimers();
  const fake = createFakeSerial();
  fake.setTrouble(trouble);
  const reader = createSerialScanner({ pipe: fake.pipe, path: '/dev/ttyACM0', clock: () => now, timers });
  const samples = [
    ['548', '796', '3154\r'],
    ['\nWAL-', '77103', '\r\n'],
  ];
  return bench(reader, timers, {
    ...fake,
    openCount: () => fake.openCount,
    async show(sample) {
      for (const piece of samples[sample] ?? []) {
        fake.send(piece);
      }
    },
    showHalf: async () => fake.send('54879'),
  });
}

async function startContactless(trouble: Trouble = 'none'): Promise<ReaderBench> {
  const timers = createManualTimers();
  const fake = createFakePcsc(timers);
  fake.setTrouble(trouble);
  const reader = createContactlessReader({ clock: () => now, timers, startLink: fake.startLink });
  const uids = [
    [0x04, 0xa1, 0xb2, 0xc3, 0x90, 0x00],
    [0x04, 0x00, 0x00, 0x00, 0x00, 0x00, 0x07, 0x90, 0x00],
  ];
  return bench(reader, timers, {
    ...fake,
    openCount: () => fake.openCount,
    show: (sample) => fake.tap(Uint8Array.from(uids[sample] as number[])),
    showHalf: () => fake.tap(null),
  });
}

const scanned = [
  { kind: 'text', text: '5487963154' },
  { kind: 'text', text: 'WAL-77103' },
] as const;

/** Every adapter of the port, the simulated ones with them. */
export const adapters: readonly ReaderAdapter[] = [
  {
    name: 'HID scanner',
    samples: [
      { kind: 'text', text: ']C15487963154' },
      { kind: 'text', text: ']C1WAL-77103' },
    ],
    start: (trouble = 'none') => startHid('scanner', trouble),
  },
  {
    name: 'HID magnetic stripe reader',
    samples: [
      { kind: 'stripe', number: '5487963154' },
      { kind: 'stripe', number: '123456789' },
    ],
    start: (trouble = 'none') => startHid('stripe', trouble),
  },
  { name: 'serial scanner', samples: scanned, start: startSerial },
  {
    name: 'contactless reader',
    samples: [
      { kind: 'uid', uid: '04a1b2c3' },
      { kind: 'uid', uid: '04000000000007' },
    ],
    start: startContactless,
  },
  {
    name: 'keyboard wedge',
    samples: scanned,
    async start() {
      const reader = createWedgeReader(() => now);
      return bench(reader, createManualTimers(), { show: async (sample) => reader.deliver(scanned[sample].text) });
    },
  },
  {
    name: 'simulated scanner',
    samples: scanned,
    async start() {
      const reader = createSimulatedScanner(() => now);
      return bench(reader, createManualTimers(), {
        plugIn: () => reader.setState('listening'),
        unplug: () => reader.setState('absent'),
        show: async (sample) => reader.scan(scanned[sample].text),
      });
    },
  },
  {
    name: 'simulated card reader',
    samples: [
      { kind: 'card', issuer: 'paysera', number: '5487963154' },
      { kind: 'card', issuer: 'vilniecio', number: '123456789' },
    ],
    async start() {
      const reader = createSimulatedCardReader(() => now);
      const cards = [
        { issuer: 'paysera', number: '5487963154' },
        { issuer: 'vilniecio', number: '123456789' },
      ] as const;
      return bench(reader, createManualTimers(), {
        plugIn: () => reader.setState('listening'),
        unplug: () => reader.setState('absent'),
        show: async (sample) => reader.tap(cards[sample]),
      });
    },
  },
];
