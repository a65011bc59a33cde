import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { startOnChromium, tillTestEnvironment } from './start-till.ts';

const pin = '381650';

test('the office shows, prints, closes and saves the shift, and the first supervisor is added in it', async () => {
  test.setTimeout(120_000);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'wallet-till-office-'));
  const till = await startOnChromium(tillTestEnvironment(dataDir, {}));
  const { page } = till;
  try {
    await page.getByTestId('dock-card-main').click();
    await expect(page.getByTestId('balance-EUR')).toBeVisible();
    await page.keyboard.press('F10');
    await page.keyboard.press('0');

    // Whoever was served is let go first; what was done for them is counted.
    await expect(page.getByTestId('report')).toContainText('Customers identified, done');
    await expect(page.getByTestId('balance-EUR')).toHaveCount(0);
    await page.keyboard.press('F9');
    await expect(page.getByTestId('report-printed')).toBeVisible();
    await expect(page.getByTestId('paper').first()).toContainText('Shift report (X)');

    // A close is confirmed first, and leaves its number behind.
    await page.getByTestId('close-day').click();
    await expect(page.getByTestId('report-panel')).toContainText('No. 1');
    await page.getByTestId('close-day-yes').click();
    await expect(page.getByTestId('day-closed')).toContainText('No. 1');
    await page.screenshot({ path: test.info().outputPath('closed.png') });
    await page.getByTestId('report-save').click();
    const file = (await page.getByTestId('report-saved').locator('b').textContent()) ?? '';
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain('wallet.find');
    await page.getByTestId('report-now').click();
    await expect(page.getByTestId('report')).not.toContainText('Customers identified');
    await page.getByTestId('close-number').fill('1');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('report')).toContainText('Customers identified, done');

    await page.keyboard.press('F5');
    await expect(page.getByTestId('no-staff')).toBeVisible();
    await page.keyboard.press('F9');
    await page.getByTestId('staff-name').fill('Ona V.');
    await page.getByTestId('staff-pin').fill(pin);
    await page.getByTestId('staff-pin-again').fill('381651');
    await page.getByTestId('staff-add-submit').click();
    await expect(page.getByTestId('staff-pin')).toHaveValue('');
    await expect(page.getByTestId('member')).toHaveCount(0);
    await page.getByTestId('staff-pin').fill(pin);
    await page.getByTestId('staff-pin-again').fill(pin);
    await page.getByTestId('staff-add-submit').click();

    // The first operator gives the station its lock, and only the PIN opens it.
    await expect(page.getByTestId('lock')).toBeVisible();
    expect(await page.content()).not.toContain(pin);
    await page.getByTestId('pin').fill(pin);
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('waiting')).toBeVisible();
    await page.getByTestId('open-office').click();
    await page.getByTestId('office-staff').click();
    await expect(page.getByTestId('member')).toContainText('Ona V.');
    await page.screenshot({ path: test.info().outputPath('staff.png') });
  } finally {
    await till.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
