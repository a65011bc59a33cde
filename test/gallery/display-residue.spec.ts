import path from 'node:path';
import { expect, test } from '@playwright/test';
import { distDir } from '../../build/paths.ts';
import { runDisplayResidue } from './residue-display.ts';

// Two customers; `npm run proof -- residue` takes many.

const folder = path.join(distDir, 'renderer');

test('nothing of a customer is left in the page on their side, and the code not even until they go', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const run = { customers: 2, lookedForBefore: 1, breaking: null, folder } as const;
  const { violations, seen } = await runDisplayResidue(browser, run);
  expect(violations).toEqual([]);
  expect(seen).toEqual({ foundBefore: 2, finished: 1, 'next-card': 1 });
});

test('a page that kept what it was told and what was typed would be seen', async ({ browser }) => {
  test.setTimeout(120_000);
  const run = { customers: 1, lookedForBefore: 0, breaking: 'keep-state', folder } as const;
  const { violations } = await runDisplayResidue(browser, run);
  expect(violations.filter((found) => found.startsWith('after the code, heap'))).not.toEqual([]);
  expect(violations.filter((found) => found.startsWith('after the customer, heap'))).not.toEqual([]);
});
