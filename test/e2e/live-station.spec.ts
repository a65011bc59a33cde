import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import { paperText } from '../../simulator/printer/paper-text.ts';
import { type PrinterSimulator, startPrinterSimulator } from '../../simulator/printer/server.ts';
import { startWalletSimulator, type WalletSimulator } from '../../simulator/wallet/server.ts';
import { scanByWedge } from './scan-by-wedge.ts';
import { runUntilItEnds, startOnChromium, type Till, tillTestEnvironment } from './start-till.ts';

interface LiveStation {
  readonly till: Omit<Till, 'dataDir'>;
  readonly wallet: WalletSimulator;
  readonly paper: PrinterSimulator;
}

/** A station in live mode against servers of this test: what a shop's own test server would be. */
const test = base.extend<{ dataDir: string; station: LiveStation }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  dataDir: async ({}, use) => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'wallet-till-live-'));
    await use(dataDir);
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  },
  station: async ({ dataDir }, use) => {
    const wallet = await startWalletSimulator();
    const paper = await startPrinterSimulator();
    const keyFile = path.join(dataDir, 'mac-key');
    writeFileSync(keyFile, `${wallet.macKey}\n`, { mode: 0o600 });
    const till = await startOnChromium(
      tillTestEnvironment(dataDir, {
        TILL_MODE: 'live',
        TILL_API_URL: wallet.url,
        TILL_CLIENT_ID: wallet.clientId,
        TILL_MAC_KEY_FILE: keyFile,
        TILL_PRINTER: `tcp://${paper.host}:${paper.port}`,
      }),
    );
    await use({ till, wallet, paper });
    await till.stop();
    await Promise.all([wallet.close(), paper.close()]);
  },
});

test('a live station on another server says so, has no dock and prints without showing the text', async ({
  station,
}) => {
  const { page } = station.till;
  await expect(page.getByTestId('test-server-banner')).toBeVisible();
  await expect(page.getByTestId('training-banner')).toHaveCount(0);
  expect(await page.evaluate(() => 'tillTraining' in globalThis)).toBe(false);

  await scanByWedge(page, '6100450092');
  await expect(page.getByTestId('balance-EUR')).toContainText('84.50');
  await page.keyboard.press('F9');
  await expect(page.getByTestId('print-outcome')).toHaveAttribute('data-outcome', 'printed');
  const printed = paperText(station.paper.paper).join('\n');
  expect(printed).toContain('TEST SERVER');
  expect(printed).toContain('Your balance');
  await expect(page.locator('body')).not.toContainText('Your balance');
});

test('no channel of the training dock is there to be called', async ({ station }) => {
  const { page } = station.till;
  const answer = await page.evaluate(() => {
    const { till } = globalThis as unknown as { till: { call(name: string, input: unknown): Promise<unknown> } };
    return till.call('training/read-state', {}).then(
      () => 'answered',
      () => 'refused',
    );
  });
  expect(answer).toBe('refused');
});

test('live mode without credentials does not start, and never trains instead', async ({ dataDir }) => {
  const { exitStatus, output } = await runUntilItEnds(tillTestEnvironment(dataDir, { TILL_MODE: 'live' }));
  expect(exitStatus).toBe(7);
  expect(output).toContain('credentials.missing');
});

test('credentials without live mode do not start either', async ({ dataDir }) => {
  const { exitStatus, output } = await runUntilItEnds(
    tillTestEnvironment(dataDir, { TILL_CLIENT_ID: 'abc', TILL_MAC_KEY: 'very-secret-key' }),
  );
  expect(exitStatus).toBe(2);
  expect(output).toContain('settings.mode-conflict');
  expect(output).not.toContain('very-secret-key');
});

test('a key that others can read is refused, and its content not shown', async ({ dataDir }) => {
  const keyFile = path.join(dataDir, 'mac-key');
  writeFileSync(keyFile, 'very-secret-key');
  chmodSync(keyFile, 0o644);
  const { exitStatus, output } = await runUntilItEnds(
    tillTestEnvironment(dataDir, {
      TILL_MODE: 'live',
      TILL_CLIENT_ID: 'abc',
      TILL_MAC_KEY_FILE: keyFile,
    }),
  );
  expect(exitStatus).toBe(7);
  expect(output).toContain('credentials.exposed');
  expect(output).not.toContain('very-secret-key');
});

const unreadable: readonly (readonly [string, Record<string, string>, string])[] = [
  ['a keyring where there is none', { TILL_SECRET_STORE: 'keyring' }, 'credentials.keyring-unavailable'],
  ['a credential of systemd outside a unit', { TILL_SECRET_STORE: 'systemd' }, 'credentials.unreadable'],
  [
    'a credential that the unit was not given',
    { TILL_SECRET_STORE: 'systemd', CREDENTIALS_DIRECTORY: tmpdir() },
    'credentials.missing',
  ],
  ['a file that is not there', { TILL_MAC_KEY_FILE: '/nowhere/mac-key' }, 'credentials.unreadable'],
];

for (const [what, variables, sentence] of unreadable) {
  test(`a live station whose secret is ${what} stops with a sentence, and never trains instead`, async ({
    dataDir,
  }) => {
    const { exitStatus, output } = await runUntilItEnds(
      tillTestEnvironment(dataDir, {
        TILL_MODE: 'live',
        TILL_CLIENT_ID: 'abc',
        // Whatever would let it come in some other way.
        TILL_API_URL: 'http://127.0.0.1:9/rest/v1',
        ...variables,
      }),
    );
    expect(exitStatus).toBe(7);
    expect(output).toContain(`(${sentence})`);
    expect(output).not.toContain('DevTools listening');
  });
}

test('a width that the printer does not have is refused at start, with what is allowed', async ({ dataDir }) => {
  const { exitStatus, output } = await runUntilItEnds(tillTestEnvironment(dataDir, { TILL_RECEIPT_WIDTH: '64' }));
  expect(exitStatus).toBe(2);
  expect(output).toContain('TILL_RECEIPT_WIDTH');
  expect(output).toContain('42');
});

test('a data folder that cannot be used is refused at start, by its own name', async ({ dataDir }) => {
  writeFileSync(path.join(dataDir, 'training'), '');
  const { exitStatus, output } = await runUntilItEnds(tillTestEnvironment(dataDir, {}));
  expect(exitStatus).toBe(2);
  expect(output).toContain('TILL_DATA_DIR');
});
