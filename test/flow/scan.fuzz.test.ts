import { describe, expect, test } from 'vitest';
import { runScanFuzz, scanGuards } from './scan-fuzz.ts';

// A sample; `npm run proof` makes a hundred thousand scans.
const scans = 4_000;
const seed = 20261120;

describe('scanners, people, dialogs and prints at one desk', () => {
  test('lose, split, leak and mix up no scan, and change no typing', async () => {
    const report = await runScanFuzz({ scans, seed });
    expect(report.violations).toEqual([]);
    // Every outcome was met, or the sample would show nothing.
    expect(Object.keys(report.seen).toSorted()).toEqual(['acted', 'refused', 'repeated', 'stories']);
    expect(Object.values(report.seen).every((count) => count > 0)).toBe(true);
  });

  test.each(scanGuards)('would be noticed if a guard were left out: %s', async (breaking) => {
    const report = await runScanFuzz({ scans: 500, seed, breaking });
    expect(report.violations.length).toBeGreaterThan(0);
  });
});
