import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from './fixtures.ts';
import { processesBelow } from './processes.ts';
import { connectAnew, runUntilItEnds, startOnChromium, type Till, tillTestEnvironment } from './start-till.ts';

async function killPage({ page, pid, output }: Pick<Till, 'page' | 'pid' | 'output'>): Promise<Page> {
  const renderers = processesBelow(pid).filter(({ command }) => command.includes('--type=renderer'));
  const crashed = page.waitForEvent('crash');
  for (const { pid: renderer } of renderers) {
    process.kill(renderer, 'SIGKILL');
  }
  await crashed;
  return (await connectAnew({ output })).page;
}

test(
  'a station is checked, its page killed and back, started twice, killed and started again',
  {
    tag: '@own-till',
  },
  async ({ till: { page, dataDir, output, pid, exited } }, testInfo) => {
    // Three tills one after the other.
    test.setTimeout(180_000);
    await page.getByTestId('dock-card-main').click();
    await expect(page.getByTestId('balance-EUR')).toBeVisible();
    await page.getByTestId('language').click();
    await page.getByTestId('language-lt').click();
    await page.keyboard.press('F10');
    await page.keyboard.press('.');

    const doctor = page.getByTestId('doctor');
    await expect(doctor).toHaveAttribute('data-looking', 'looked', { timeout: 20_000 });
    await expect(page.getByTestId('doctor-worst')).toHaveAttribute('data-verdict', 'care');
    await expect(page.getByTestId('check-journal')).toHaveAttribute('data-finding', 'journal.proven');
    await expect(page.getByTestId('check-people')).toHaveAttribute('data-finding', 'people.none');
    await expect(page.getByTestId('check-versions')).toHaveAttribute('data-finding', 'versions.development');
    await expect(page.getByTestId('check-lock')).toHaveAttribute('data-finding', 'lock.this');

    await page.keyboard.press('F9');
    const file = await page.getByTestId('bundle-file').textContent({ timeout: 20_000 });
    expect(file?.startsWith(dataDir)).toBe(true);
    const parts = Object.entries(unzipSync(readFileSync(file as string))).map(([name, data]) => [
      name,
      strFromU8(data),
    ]);
    expect(parts.map(([name]) => name)).toContain('logs/till.log');
    // Who was served a moment ago is in no part of it.
    expect(parts.map(([, text]) => text).join('\n')).not.toMatch(/22\.99|EVP|254101|7736/);

    const reborn = await killPage({ page, pid, output });
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

    // Started twice: the second one says so and gives way, and the first one's window comes forward.
    const environment = tillTestEnvironment(dataDir, {});
    const second = await runUntilItEnds(environment);
    expect(second.exitStatus).toBe(0);
    expect(second.output).toContain('already running: its window comes forward');
    await expect.poll(output).toContain('started a second time');
    await expect(reborn.getByTestId('waiting')).toBeVisible();

    // Killed: what it left behind stops nobody, and the check tells of it.
    process.kill(pid, 'SIGKILL');
    await exited;
    const next = await startOnChromium(environment);
    try {
      await expect(next.page.getByTestId('waiting')).toBeVisible({ timeout: 60_000 });
      expect(next.output()).toContain('"msg":"started"');
    } finally {
      await next.stop();
    }
  },
);
