import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { scanByWedge } from './scan-by-wedge.ts';

const scanInDock = async (page: Page, text: string) => {
  await page.getByTestId('dock-barcode').fill(text);
  await page.getByTestId('dock-scan').click();
};

test('a technician sees every device, tries the printer, looks at a scan and teaches the till a scanner', async ({
  till: { page },
}) => {
  test.setTimeout(120_000);
  await page.getByTestId('dock-card-main').click();
  await expect(page.getByTestId('balance-EUR')).toBeVisible();

  // Whoever was served is let go first.
  await page.getByTestId('open-devices').click();
  await expect(page.getByTestId('devices')).toBeVisible();
  await expect(page.getByTestId('balance-EUR')).toHaveCount(0);
  await expect(page.getByTestId('device-printer')).toHaveAttribute('data-state', 'ok');

  // States are pushed.
  await page.getByTestId('dock-fault-paper-out').click();
  await expect(page.getByTestId('device-printer')).toHaveAttribute('data-state', 'care');
  await page.keyboard.press('F9');
  await expect(page.getByTestId('test-page')).toHaveAttribute('data-outcome', 'not-printed');
  await expect(page.getByTestId('devices-error')).toHaveAttribute('data-code', 'printer.paper-out');
  await page.getByTestId('dock-fault-paper-out').click();
  await expect(page.getByTestId('device-printer')).toHaveAttribute('data-state', 'ok');
  await page.keyboard.press('F9');
  await expect(page.getByTestId('test-page')).toHaveAttribute('data-outcome', 'printed');
  await expect(page.getByTestId('paper').first()).toContainText('ĄČĘĖĮŠŲŪŽ');

  // What arrives is shown by its form and acts on nobody.
  await page.keyboard.press('F6');
  await expect(page.getByTestId('listening')).toHaveAttribute('data-on', 'true');
  await scanInDock(page, '5487963154');
  await expect(page.getByTestId('raw')).toHaveText('••••••3154');
  await expect(page.getByTestId('became')).toContainText('•••• 3154');
  await expect(page.getByTestId('devices')).not.toContainText('548796');
  await expect(page.getByTestId('devices')).toBeVisible();

  // A keyboard scanner, key by key.
  await scanByWedge(page, '4820157736');
  await expect(page.getByTestId('raw')).toContainText('••••••7736');
  await expect(page.getByTestId('raw')).toContainText('Enter');

  // Three scans teach; the fourth tries; what was kept holds at once.
  await page.keyboard.press('F4');
  await page.getByTestId('expected').fill('5487963154');
  await page.getByTestId('start-learning').click();
  for (let taken = 0; taken < 3; taken += 1) await scanInDock(page, '#5487963154');
  await expect(page.getByTestId('learnt-front')).toHaveText('#');
  await scanInDock(page, '#4820157736');
  await expect(page.getByTestId('became')).toContainText('•••• 7736');
  await page.getByTestId('keep-learnt').click();
  await expect(page.getByTestId('saved')).toHaveAttribute('data-holds', 'now');

  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('waiting')).toBeVisible();
  await scanInDock(page, '#4820157736');
  await expect(page.getByTestId('balance-EUR')).toContainText('22.99');
});

test('a printer is found, tried and used by keyboard alone; one that is not simulated is refused in training', async ({
  till: { page },
}) => {
  await expect(page.getByTestId('waiting')).toBeVisible();
  await page.getByTestId('open-devices').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('F3');
  await page.getByTestId('printer-address').focus();
  await page.keyboard.type('192.0.2.7', { delay: 90 });
  await page.keyboard.press('Enter', { delay: 90 });
  await expect(page.getByTestId('devices-error')).toHaveAttribute('data-code', 'printer.not-simulated');

  await page.getByTestId('found-printer').focus();
  await page.keyboard.press('Space');
  await expect(page.getByTestId('check-answer')).toHaveAttribute('data-state', 'ready');
  await page.keyboard.press('F9');
  await expect(page.getByTestId('test-page')).toHaveAttribute('data-outcome', 'printed');
  await page.getByTestId('save-printer').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('saved')).toBeVisible();

  // The next customer's scan brings the desk back.
  await page.getByTestId('dock-card-main').click();
  await expect(page.getByTestId('balance-EUR')).toBeVisible();
});
