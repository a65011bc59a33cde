import { describe, expect, test } from 'vitest';
import { powerBreaks, runPowerCuts } from './journal-power-cuts.ts';

// A sample; `npm run proof` cuts the power at every page of 250 commits.
const commits = 8;

describe('a station whose power goes while the journal writes', { timeout: 60_000 }, () => {
  test('has all that was said to be written, nothing in part, and a chain that holds and goes on', () => {
    const { violations, runs } = runPowerCuts({ commits, seed: 20261124 });
    expect(violations).toEqual([]);
    expect(runs).toBeGreaterThan(commits * 4);
  });

  test.each(powerBreaks)('would be seen to have lost something: %s', (breaking) => {
    expect(runPowerCuts({ commits, seed: 20261124, breaking }).violations).not.toEqual([]);
  });
});
