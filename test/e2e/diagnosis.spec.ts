import { readFileSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from './fixtures.ts';
import { processesBelow } from './processes.ts';

async function killPage(page: Page, pid: number, output: () => string): Promise<Page> {
  const renderers = processesBelow(pid).filter(({ command }) => command.includes('--type=renderer'));
  const crashed = page.waitForEvent('crash');
  for (const { pid: renderer } of renderers) {
    process.kill(renderer, 'SIGKILL');
  }
  await crashed;
  const address = /DevTools listening on (ws:\/\/\S+)/.exec(output())?.[1] as string;
  const again = await chromium.connectOverCDP(address);
  const [reborn] = again.contexts().flatMap((context) => context.pages());
  if (reborn === undefined) throw new Error('the window has no page any more');
  return reborn;
}

test(
  'the station is checked and a diagnosis saved; a page that is killed there is back there, in its language',
  {
    tag: '@own-till',
  },
  async ({ till: { page, dataDir, output, pid } }, testInfo) => {
    await page.getByTestId('dock-card-main').click();
    await expect(page.getByTestId('balance-EUR')).toBeVisible();
    await page.getByTestId('language').click();
    await page.getByTestId('language-lt').click();
    await page.keyboard.press('F10');
    await page.getByTestId('more-doctor').click();

    const doctor = page.getByTestId('doctor');
    await expect(doctor).toHaveAttribute('data-looking', 'looked', { timeout: 20_000 });
    await expect(page.getByTestId('doctor-worst')).toHaveAttribute('data-verdict', 'care');
    await expect(page.getByTestId('check-journal')).toHaveAttribute('data-finding', 'journal.proven');
    await expect(page.getByTestId('check-people')).toHaveAttribute('data-finding', 'people.none');
    await expect(page.getByTestId('check-versions')).toHaveAttribute('data-finding', 'versions.development');
    await expect(page.getByTestId('check-lock')).toHaveAttribute('data-finding', 'lock.this');

    await page.screenshot({ path: '/tmp/dx-lt.png' });
    await page.keyboard.press('F9');
    const file = await page.getByTestId('bundle-file').textContent({ timeout: 20_000 });
    expect(file?.startsWith(dataDir)).toBe(true);
    const parts = Object.entries(unzipSync(readFileSync(file as string))).map(([name, data]) => [
      name,
      strFromU8(data),
    ]);
    expect(parts.map(([name]) => name)).toContain('logs/till.log');
    await page.screenshot({ path: '/tmp/dx-lt-saved.png' });
    for (const l of ['ru', 'en']) {
      await page.getByTestId('language').click();
      await page.getByTestId(`language-${l}`).click();
      await page.screenshot({ path: `/tmp/dx-${l}.png` });
    }
    await page.getByTestId('language').click();
    await page.getByTestId('language-lt').click();
    // Who was served a moment ago is in no part of it.
    expect(parts.map(([, text]) => text).join('\n')).not.toMatch(/22\.99|EVP|254101|7736/);

    const reborn = await killPage(page, pid, output);
    await expect(reborn.getByTestId('doctor')).toBeVisible();
    // Measured by the till itself, from the death of the page's process to the page that stands where it was.
    const back = /"durationMs":(\d+),"msg":"page back"/;
    await expect.poll(() => back.test(output())).toBe(true);
    testInfo.annotations.push({ type: 'page back after, ms', description: back.exec(output())?.[1] ?? '' });
    await expect(reborn.locator('html')).toHaveAttribute('lang', 'lt');
    await expect(reborn.locator('body')).not.toContainText(/22[.,]99|EVP|254101/);
    await reborn.keyboard.press('Escape');
    await expect(reborn.getByTestId('waiting')).toBeVisible();
    await expect(reborn.getByTestId('customer')).toHaveCount(0);
  },
);
