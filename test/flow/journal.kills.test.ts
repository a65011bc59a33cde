import { describe, expect, test } from 'vitest';
import { killBreaks, runKills } from './journal-kills.ts';

// A sample; `npm run proof` kills its way through a thousand operations.
const operations = 15;
/** A kill must hit a gap of a few milliseconds for a control to show; it ends with the first that does. */
const mostForControl = 400;

describe('a till that is killed at random points of what it does', () => {
  test('loses no entry, repeats no change and no print, and has settled all once it runs again', {
    timeout: 120_000,
  }, async () => {
    const { violations, seen } = await runKills({ operations, seed: 20261124 });
    expect(violations).toEqual([]);
    expect(seen.kills).toBeGreaterThan(1);
  });

  test.each(killBreaks)('would be noticed if it did %s', { timeout: 240_000 }, async (breaking) => {
    const { violations } = await runKills({ operations: mostForControl, seed: 20261124, breaking });
    expect(violations.length).toBeGreaterThan(0);
  });
});
