import { createScanRouter } from '../electron/services/scan-router.ts';
import type { Reading } from '../shared/domain/reading.ts';
import { readScan } from '../shared/domain/scan-rules.ts';
import type { BenchResult } from './bench.ts';
import { median, percentile } from './statistics.ts';

const scans = 10_000;
const rounds = 31;
const warmUps = 5;

/** Ten thousand scans of all sorts, from three readers in turn. */
const readings: readonly Reading[] = Array.from({ length: scans }, (_, index): Reading => {
  const at = index * 1_000;
  const digits = String(1_000_000_000 + index);
  switch (index % 4) {
    case 0:
      return { reader: 'hid-scanner', at, content: { kind: 'text', text: `]C1${digits}` } };
    case 1:
      return { reader: 'keyboard-wedge', at, content: { kind: 'text', text: `WAL-${digits}` } };
    case 2:
      return { reader: 'stripe-reader', at, content: { kind: 'stripe', number: digits } };
    default:
      return { reader: 'hid-scanner', at, content: { kind: 'text', text: ']E04770000000015' } };
  }
});

interface Round {
  readonly routedMs: number;
  readonly bareMs: number;
}

let identified = 0;
const count = ({ content }: Reading): void => {
  identified += readScan(content).ok ? 1 : 0;
};

function measureRound(): Round {
  const router = createScanRouter({ act: count, refuse: () => {} });
  const startedAt = performance.now();
  for (const reading of readings) {
    router.take(reading);
  }
  const routedAt = performance.now();
  for (const reading of readings) {
    count(reading);
  }
  return { routedMs: routedAt - startedAt, bareMs: performance.now() - routedAt };
}

const inUs = (ms: number): string => `${((ms / scans) * 1_000).toFixed(2)} µs`;

/** Ten thousand scans through the router and the local rules, beside the rules alone in the same run. */
export async function measure(): Promise<BenchResult> {
  const all = Array.from({ length: warmUps + rounds }, measureRound).slice(warmUps);
  const routed = all.map(({ routedMs }) => routedMs);
  const bare = all.map(({ bareMs }) => bareMs);
  const ratios = all.map(({ routedMs, bareMs }) => routedMs / bareMs);
  const expected = (2 * (warmUps + rounds) * scans * 3) / 4;
  if (identified !== expected) {
    throw new Error(`${identified} scans identified somebody, it should be ${expected}`);
  }
  return {
    title: '10,000 scans through the router',
    rows: [
      ['', 'each scan, median', 'each scan, p95', 'ratio to the rules alone, median'],
      ['local rules alone', inUs(median(bare)), inUs(percentile(bare, 95)), '1.00'],
      ['router and local rules', inUs(median(routed)), inUs(percentile(routed, 95)), median(ratios).toFixed(2)],
    ],
    notes: [
      `${rounds} rounds of ${scans} scans from three readers: cards, wallets' codes, stripes and products in equal parts.`,
      'The rules alone: each reading is understood at once, without looking for repetitions, dialogs and prints.',
    ],
  };
}
