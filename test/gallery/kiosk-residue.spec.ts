import path from 'node:path';
import { expect, test } from '@playwright/test';
import { distDir } from '../../build/paths.ts';
import { residueBreaks, runResidue } from './residue.ts';

// A few customers; `npm run proof -- residue` takes two hundred.

const folder = path.join(distDir, 'renderer');

test('nothing of a customer is left in the kiosk’s page, and what is late for one is dropped', async ({ browser }) => {
  test.setTimeout(240_000);
  const { violations, seen } = await runResidue(browser, { customers: 3, lookedForBefore: 1, breaking: null, folder });
  expect(violations).toEqual([]);
  expect(seen).toEqual({
    foundBefore: 1,
    lateAnswers: 3,
    lateDropped: 3,
    finished: 1,
    'walked-away': 1,
    'next-card': 1,
  });
});

for (const breaking of residueBreaks) {
  test(`a page without its guard would be seen: ${breaking}`, async ({ browser }) => {
    test.setTimeout(240_000);
    const { violations } = await runResidue(browser, { customers: 1, lookedForBefore: 0, breaking, folder });
    expect(violations).not.toEqual([]);
  });
}
