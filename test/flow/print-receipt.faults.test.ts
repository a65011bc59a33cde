import { describe, expect, test } from 'vitest';
import { runPrintFaults } from './print-faults.ts';
import { printGuards } from './print-guards.ts';

// A sample; `npm run proof` runs a thousand.
const runs = 120;

describe('a receipt with a fault at a random byte', () => {
  test('is never told as printed when it is not, never comes out twice and never later', async () => {
    const report = await runPrintFaults({ runs, seed: 20261120 });
    expect(report.violations).toEqual([]);
    // Every outcome was met, or the sample would show nothing.
    expect(Object.values(report.seen).every((count) => count > 0)).toBe(true);
  });

  test.each(printGuards)('would be noticed if the guard were left out: %s', async (breaking) => {
    const report = await runPrintFaults({ runs, seed: 20261120, breaking });
    expect(report.violations.length).toBeGreaterThan(0);
  });
});
