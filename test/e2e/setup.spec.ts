import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { startWalletSimulator, type WalletSimulator } from '../../simulator/wallet/server.ts';
import { loadAxe, violationsOf } from '../gallery/looks.ts';
import { startOnChromium, tillTestEnvironment } from './start-till.ts';

const test = base.extend<{ dataDir: string; wallet: WalletSimulator }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  dataDir: async ({}, use) => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'wallet-till-setup-'));
    await use(dataDir);
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  wallet: async ({}, use) => {
    // What a shop's own test server would be.
    const wallet = await startWalletSimulator();
    await use(wallet);
    await wallet.close();
  },
});

/** Every file below a folder but the key's own, as one text. */
function everythingIn(folder: string, but: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== but)
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

const outcome = (page: Page) => page.getByTestId('setup-trial');

test('a training station becomes a live one by the keyboard, in three languages, without a file edited', async ({
  dataDir,
  wallet,
}) => {
  test.setTimeout(180_000);
  const first = await startOnChromium(tillTestEnvironment(dataDir, {}));
  const { page } = first;
  await loadAxe(page);
  await expect(page.getByTestId('waiting')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('band.png') });
  await page.locator('.strip .chip').first().click();
  await page.getByTestId('check-again').click();
  await expect(page.getByTestId('chip-cause')).toBeVisible();
  // What closes it for a screen reader stands beside the dialog, which axe takes for content outside every region.
  expect((await violationsOf(page)).filter((violation) => !violation.startsWith('region'))).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('cause.png') });
  await page.keyboard.press('Escape');
  await page.getByTestId('open-setup').press('Enter');
  await expect(page.getByTestId('setup')).toBeVisible();

  const fill = async (key: string) => {
    await page.getByTestId('setup-client-id').fill(wallet.clientId);
    await page.getByTestId('setup-mac-key').fill(key);
    await page.getByTestId('setup-mac-key').press('Enter');
  };
  await page.getByTestId('setup-advanced').press('Enter');
  await page.getByTestId('setup-api-url').fill('http://shop.example/rest/v1');
  await fill(wallet.macKey);
  await expect(outcome(page)).toHaveAttribute('data-outcome', 'settings.insecure-url');
  // What was sent is no longer there to be read.
  await expect(page.getByTestId('setup-mac-key')).toHaveValue('');

  await page.getByTestId('setup-api-url').fill(wallet.url);
  await fill('another-key');
  await expect(outcome(page)).toHaveAttribute('data-outcome', 'refused');
  wallet.setFault({ kind: 'clock-skew', seconds: 600 });
  await fill(wallet.macKey);
  await expect(outcome(page)).toHaveAttribute('data-outcome', 'clock-off');
  await expect(outcome(page)).toContainText(/\b(599|600|601)\b/);
  wallet.setFault(null);
  await wallet.setNetwork(false);
  await fill(wallet.macKey);
  await expect(outcome(page)).toHaveAttribute('data-outcome', 'api.connection-refused');
  await wallet.setNetwork(true);

  for (const locale of ['lt', 'ru', 'en'] as const) {
    await page.getByTestId('language').click();
    await page.getByTestId(`language-${locale}`).click();
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    expect(await violationsOf(page), locale).toEqual([]);
    await page.screenshot({ path: test.info().outputPath(`credentials-${locale}.png`) });
  }

  // From a file, as a provider hands it out.
  const keyFile = path.join(dataDir, 'from-the-provider.txt');
  writeFileSync(keyFile, `${wallet.macKey}\n`);
  await page.getByTestId('setup-key-file').setInputFiles(keyFile);
  await expect(page.getByTestId('setup-mac-key')).toHaveValue(wallet.macKey);
  rmSync(keyFile);
  await page.getByTestId('setup-test').press('Enter');
  await expect(outcome(page)).toHaveAttribute('data-outcome', 'accepted');
  await page.screenshot({ path: test.info().outputPath('accepted.png') });
  await page.getByTestId('setup-next').press('Enter');

  await page.getByTestId('setup-name').fill('Kiosk Square 1');
  await page.getByTestId('setup-phone').fill('not a phone');
  await page.getByTestId('setup-next').press('Enter');
  await expect(page.getByTestId('setup-phone')).toHaveAttribute('aria-invalid', 'true');
  await page.getByTestId('setup-phone').fill('+370 600 00000');
  expect(await violationsOf(page)).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('station.png') });
  await page.getByTestId('setup-phone').press('Enter');
  await expect(page.getByTestId('setup-summary')).toContainText('Kiosk Square 1');
  expect(await violationsOf(page)).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('summary.png') });
  await page.getByTestId('setup-go-live').press('Enter');
  expect(await first.exited).toBe(0);
  await first.stop();

  expect(statSync(path.join(dataDir, 'mac-key')).mode & 0o777).toBe(0o600);
  expect(everythingIn(dataDir, 'mac-key')).not.toContain(wallet.macKey);
  expect(first.output()).not.toContain(wallet.macKey);

  // What the restart starts: the same folder, nothing in the environment.
  const second = await startOnChromium(tillTestEnvironment(dataDir, {}));
  await expect(second.page.getByTestId('test-server-banner')).toBeVisible();
  await expect(second.page.getByTestId('training-banner')).toHaveCount(0);
  await expect(second.page.locator('.strip')).toContainText('Kiosk Square 1');
  await second.stop();
});
