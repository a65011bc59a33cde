import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { paperText } from '../../simulator/printer/paper-text.ts';
import { type PrinterSimulator, startPrinterSimulator } from '../../simulator/printer/server.ts';
import { startWalletSimulator, type WalletSimulator } from '../../simulator/wallet/server.ts';
import { everythingIn } from '../everything-in.ts';
import { loadAxe, violationsOf } from '../gallery/looks.ts';
import { processesBelow } from './processes.ts';
import { scanByWedge } from './scan-by-wedge.ts';
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

const outcome = (page: Page) => page.getByTestId('setup-trial');

/** The gallery looks at each step in three languages; here it is which one comes. */
async function isAt(page: Page, step: string): Promise<void> {
  await expect(page.getByTestId('setup')).toHaveAttribute('data-step', step);
  await page.screenshot({ path: test.info().outputPath(`${step}.png`) });
}

/** What the system tells everybody of the till's processes and this user of their variables. */
function whatProcessesSay(pid: number): string {
  return processesBelow(pid)
    .flatMap((child) => [child.command, readFileSync(`/proc/${child.pid}/environ`, 'latin1')])
    .join('\n');
}

const pin = '274916';

test('a training station becomes a live one by the keyboard, without a file edited', async ({ dataDir, wallet }) => {
  test.setTimeout(240_000);
  const begunMs = performance.now();
  const paper = await startPrinterSimulator();
  const first = await startOnChromium(tillTestEnvironment(dataDir, {}));
  const { page } = first;
  await loadAxe(page);
  await expect(page.getByTestId('waiting')).toBeVisible();
  await page.locator('.strip .chip').first().click();
  await page.getByTestId('check-again').click();
  await expect(page.getByTestId('chip-cause')).toBeVisible();
  // What closes it for a screen reader stands beside the dialog, which axe takes for content outside every region.
  expect((await violationsOf(page)).filter((violation) => !violation.startsWith('region'))).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByTestId('open-setup').press('Enter');

  const fill = async (key: string) => {
    await page.getByTestId('setup-client-id').fill(wallet.clientId);
    await page.getByTestId('setup-mac-key').fill(key);
    await page.getByTestId('setup-mac-key').press('Enter');
  };
  // Where the key will be is chosen knowingly: nothing is tried before.
  await fill(wallet.macKey);
  await expect(page.getByTestId('setup-store-say')).toHaveAttribute('data-wrong', 'true');
  await page.getByTestId('setup-store-file').click();
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
  wallet.setFault({ kind: 'error', status: 403, code: 'forbidden', on: 'wallet' });
  await fill(wallet.macKey);
  await expect(outcome(page)).toHaveAttribute('data-outcome', 'not-enabled');
  wallet.setFault(null);
  await wallet.setNetwork(false);
  await fill(wallet.macKey);
  await expect(outcome(page)).toHaveAttribute('data-outcome', 'api.connection-refused');
  await wallet.setNetwork(true);
  await isAt(page, 'credentials');
  // The fallback with a key that everybody knows is not offered where there is no keyring.
  await expect(page.getByTestId('setup-store-keyring')).toHaveCount(0);
  await expect(page.getByTestId('setup-store-say')).toContainText('0600');

  // From a file, as a provider hands it out; its content does not pass through the page.
  const keyFile = path.join(dataDir, 'from-the-provider.txt');
  writeFileSync(keyFile, `${wallet.macKey}\n`);
  await page.getByTestId('setup-from-file').click();
  await page.getByTestId('setup-mac-key').fill(path.join(dataDir, 'not-there.txt'));
  await page.getByTestId('setup-test').press('Enter');
  await expect(outcome(page)).toHaveAttribute('data-outcome', 'credentials.unreadable');
  await page.getByTestId('setup-mac-key').fill(keyFile);
  await page.getByTestId('setup-test').press('Enter');
  await expect(outcome(page)).toHaveAttribute('data-outcome', 'accepted');
  rmSync(keyFile);
  await page.getByTestId('setup-next').press('Enter');

  await page.getByTestId('printer-address').fill(`${paper.host}:${paper.port}`);
  await page.getByTestId('printer-address').press('Enter');
  await expect(page.getByTestId('check-answer')).toHaveAttribute('data-state', 'ready');
  await page.keyboard.press('F9');
  await expect(page.getByTestId('test-page')).toHaveAttribute('data-outcome', 'printed');
  await page.getByTestId('save-printer').click();
  await expect(page.getByTestId('setup-printer-chosen')).toContainText(`tcp://${paper.host}:${paper.port}`);
  await isAt(page, 'printer');
  await page.getByTestId('setup-next').press('Enter');

  await expect(page.getByTestId('setup-reader-keyboard-wedge')).toHaveAttribute('data-state', 'listening');
  await expect(page.getByTestId('setup-reader-hid-scanner')).toBeVisible();
  await expect(page.getByTestId('listening')).toHaveAttribute('data-on', 'true');
  await scanByWedge(page, '6100450092');
  await expect(page.getByTestId('shown-reading')).toHaveAttribute('data-became', 'identifier');
  await page.getByTestId('setup-use-contactless-reader').check();
  await isAt(page, 'readers');
  await page.getByTestId('setup-next').press('Enter');

  await page.getByTestId('setup-shop').fill('Corner Shop');
  await page.getByTestId('setup-name').fill('Square 1');
  await page.getByTestId('setup-phone').fill('not a phone');
  await page.getByTestId('setup-width').fill('64');
  await page.getByTestId('setup-next').press('Enter');
  await expect(page.getByTestId('setup-phone')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByTestId('setup-width')).toHaveAttribute('aria-invalid', 'true');
  await page.getByTestId('setup-phone').fill('+370 600 00000');
  await page.getByTestId('setup-width').fill('40');
  await page.getByTestId('setup-operations').press('Enter');
  await page.getByTestId('setup-operation-card.relate').uncheck();
  await isAt(page, 'station');
  await page.getByTestId('setup-phone').press('Enter');

  await page.getByTestId('setup-supervisor').fill('Rasa P.');
  for (const [one, other, said] of [
    [pin, '274917', 'setup-pin-note'],
    ['123456', '123456', 'operator.pin-too-short'],
  ] as const) {
    await page.getByTestId('setup-pin').fill(one);
    await page.getByTestId('setup-pin-again').fill(other);
    await page.getByTestId('setup-pin-again').press('Enter');
    await (said === 'setup-pin-note'
      ? expect(page.getByTestId('setup-pin')).toHaveAttribute('aria-invalid', 'true')
      : expect(outcome(page)).toHaveAttribute('data-outcome', said));
    await expect(page.getByTestId('setup-pin')).toHaveValue('');
  }
  await isAt(page, 'people');
  await page.getByTestId('setup-pin').fill(pin);
  await page.getByTestId('setup-pin-again').fill(pin);
  await page.getByTestId('setup-pin-again').press('Enter');

  await expect(page.getByTestId('setup-summary')).toContainText('Corner Shop');
  await expect(page.getByTestId('setup-summary')).toContainText('Rasa P.');
  await isAt(page, 'summary');
  expect(await page.content()).not.toContain(pin);
  const said = whatProcessesSay(first.pid);
  expect(said).toContain('--type=renderer');
  await page.getByTestId('setup-go-live').press('Enter');
  expect(await first.exited).toBe(0);
  await first.stop();
  // All of it with every mistake tried, and still far from ten minutes.
  expect(performance.now() - begunMs).toBeLessThan(600_000);

  expect(statSync(path.join(dataDir, 'mac-key')).mode & 0o777).toBe(0o600);
  for (const secret of [wallet.macKey, pin]) {
    expect(everythingIn(dataDir, ['mac-key'])).not.toContain(secret);
    expect(first.output()).not.toContain(secret);
    expect(said).not.toContain(secret);
  }

  // What the restart starts: the same folder, nothing in the environment.
  const second = await startOnChromium(tillTestEnvironment(dataDir, {}));
  await goLiveTogether(second.page, wallet, paper);
  expect(whatProcessesSay(second.pid)).not.toContain(wallet.macKey);
  await second.stop();
  await paper.close();
});

const newKey = 'Another-Key/0123456789abcdefghij';

/** The live station: locked, opened by its first supervisor, printing, and given another key while it runs. */
async function goLiveTogether(page: Page, wallet: WalletSimulator, paper: PrinterSimulator): Promise<void> {
  await expect(page.getByTestId('test-server-banner')).toBeVisible();
  await expect(page.getByTestId('training-banner')).toHaveCount(0);
  // Only one works here: nobody has to be chosen.
  await expect(page.getByTestId('lock')).toContainText('Rasa P.');
  await page.getByTestId('pin').fill(pin);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('waiting')).toBeVisible();
  await expect(page.locator('.strip')).toContainText('Corner Shop');
  await expect(page.locator('.strip')).toContainText('Square 1');
  await scanByWedge(page, '6100450092');
  await expect(page.getByTestId('balance-EUR')).toContainText('84.50');
  await page.keyboard.press('F9');
  await expect(page.getByTestId('print-outcome')).toHaveAttribute('data-outcome', 'printed');
  expect(paperText(paper.paper).join('\n')).toContain('TEST SERVER');

  wallet.setClientKeys([wallet.macKey, newKey]);
  await page.getByTestId('open-devices').click();
  await expect(page.getByTestId('devices-key')).toBeVisible();
  await page.keyboard.press('F7');
  await page.getByTestId('key-mac-key').fill('a-wrong-key');
  await page.getByTestId('key-replace').click();
  await expect(page.getByTestId('key-error')).toHaveAttribute('data-code', 'api.unauthorized');
  await page.getByTestId('key-mac-key').fill(newKey);
  await page.getByTestId('key-mac-key').press('Enter');
  await expect(page.getByTestId('key-done')).toBeVisible();
  await expect(page.getByTestId('key-mac-key')).toHaveValue('');
  // The old one is gone: what is answered now was signed with the new one.
  wallet.setClientKeys([newKey]);
  await scanByWedge(page, '6100450092');
  await expect(page.getByTestId('balance-EUR')).toContainText('84.50');
}
