// npm run pictures: takes the README's pictures from the running till, in a real window (needs a display).
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startOnChromium, tillTestEnvironment } from '../test/e2e/start-till.ts';
import { projectDir } from './paths.ts';

const folder = path.join(projectDir, 'docs', 'pictures');
mkdirSync(folder, { recursive: true });
const dataDir = mkdtempSync(path.join(tmpdir(), 'wallet-till-pictures-'));
const settings = { TILL_STATION_NAME: 'Till 3, Pilies g. 12', TILL_SUPPORT_PHONE: '+370 5 000 0000' };
const till = await startOnChromium(tillTestEnvironment(dataDir, settings));
try {
  const { page } = till;
  await page.getByTestId('dock-card-many-currencies').click();
  await page.getByTestId('balance-EUR').waitFor();
  // At a person's pace: faster than this the till takes it for a scanner.
  await page.getByTestId('amount').pressSequentially('12.50', { delay: 120 });
  await page.keyboard.press('Enter', { delay: 120 });
  await page.getByTestId('answer').waitFor();
  await page.screenshot({ path: path.join(folder, 'till.png') });
  // Two currencies: a receipt that fits its panel whole.
  await page.getByTestId('dock-card-cyrillic').click();
  await page.getByTestId('balance-PLN').waitFor();
  await page.getByTestId('print').click();
  await page.locator('[data-outcome="printed"]').waitFor();
  // Beside the dock there is room for the upper half of the paper only.
  await page.keyboard.press('F11');
  const paper = await page.getByTestId('paper').first().boundingBox();
  const bar = await page.getByTestId('print').boundingBox();
  if (paper === null || bar === null) throw new Error('the paper is not on the screen');
  // The paper's blank end hangs behind the key bar.
  const height = Math.min(paper.height, bar.y - 16 - paper.y);
  await page.screenshot({ path: path.join(folder, 'receipt.png'), clip: { ...paper, height } });
} finally {
  await till.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
