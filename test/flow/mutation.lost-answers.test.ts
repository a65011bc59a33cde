import { describe, expect, test } from 'vitest';
import { lostAnswerBreaks, runLostAnswers, trialNames } from './mutation-lost-answers.ts';

// A sample; `npm run proof` runs a thousand of each.
const runs = 24;

describe('a change whose connection is reset at a random byte', () => {
  test.each(trialNames)('%s: is never sent twice, and never told as failed when it happened', async (trial) => {
    const report = await runLostAnswers({ trial, runs, seed: 20261120 });
    expect(report.violations).toEqual([]);
    // Both sides of the cut were met, or the sample would show nothing.
    expect(report.happened).toBeGreaterThan(0);
    expect(report.happened).toBeLessThan(runs);
  });

  test.each(lostAnswerBreaks)('would be noticed if %s', async (breaking) => {
    const report = await runLostAnswers({ trial: 'card.relate', runs, seed: 20261120, breaking });
    expect(report.violations.length).toBeGreaterThan(0);
  });
});
