import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { projectDir } from '../../build/paths.ts';
import { usualRoles } from '../../shared/domain/roles.ts';
import { startOnChromium, tillTestEnvironment } from './start-till.ts';

const [rasaPin, onaPin] = ['274916', '381650'];

function addOperator(env: Record<string, string>, argv: readonly string[], pin: string): void {
  const cli = path.join(projectDir, 'electron', 'cli.ts');
  const added = spawnSync(process.execPath, [cli, 'operator', 'add', ...argv], { env, input: `${pin}\n` });
  expect(added.status, added.stdout.toString()).toBe(0);
}

test('a station with operators is locked: a scan does nothing, a PIN unlocks, F12 locks, handing over keeps the shift', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'wallet-till-lock-'));
  const env = tillTestEnvironment(dataDir, {});
  addOperator(env, ['--name', 'Rasa P.', '--role', 'cashier'], rasaPin);
  addOperator(env, ['--name', 'Ona V.', '--role', 'supervisor'], onaPin);
  const till = await startOnChromium(env);
  const { page } = till;
  try {
    await expect(page.getByTestId('lock')).toBeVisible();
    await expect(page.getByRole('note').first()).toBeVisible(); // the training band stands above the lock, too
    const answer = await page.evaluate(() =>
      window.till.call('customer/identify', { identifier: { kind: 'wallet', walletId: 14471 as never } }),
    );
    expect(answer).toMatchObject({ ok: false, error: { code: 'operator.locked' } });

    await page.getByRole('button', { name: /Rasa P\./ }).click();
    await page.getByTestId('pin').fill('111222');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('lock-problem')).toContainText('4');
    await expect(page.getByTestId('pin')).toHaveValue('');
    await page.screenshot({ path: test.info().outputPath('lock-wrong.png') });

    await page.getByTestId('pin').fill(rasaPin);
    await page.getByTestId('unlock').click();
    await expect(page.getByTestId('waiting')).toBeVisible();
    expect(await page.content()).not.toContain(rasaPin);

    await page.keyboard.press('F12');
    await expect(page.getByTestId('lock')).toContainText('Rasa P.');
    await page.evaluate(() => window.tillTraining?.call('training/tap-card', { id: 'main' }));
    await expect(page.getByTestId('lock')).toBeVisible();
    await page.getByRole('button', { name: 'Somebody else?' }).click();
    await page.getByRole('button', { name: /Ona V\./ }).click();
    await page.getByTestId('pin').fill(onaPin);
    await page.keyboard.press('Enter');
    // Nothing of the card that was tapped meanwhile: the desk waits.
    await expect(page.getByTestId('waiting')).toBeVisible();
    await page.keyboard.press('F12');
    await expect(page.getByTestId('lock')).toContainText('(Rasa P.)');
    await page.screenshot({ path: test.info().outputPath('lock.png') });
  } finally {
    await till.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});

test('what a role does not allow passes on a supervisor’s PIN, once; Esc leaves it undone, and the next scan wins', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'wallet-till-override-'));
  const env = tillTestEnvironment(dataDir, {
    TILL_ROLES: JSON.stringify({ ...usualRoles, cashier: ['serve'] }),
  });
  addOperator(env, ['--name', 'Rasa P.', '--role', 'cashier'], rasaPin);
  addOperator(env, ['--name', 'Ona V.', '--role', 'supervisor'], onaPin);
  const till = await startOnChromium(env);
  const { page } = till;
  const tap = (id: string) => page.evaluate((card) => window.tillTraining?.call('training/tap-card', { id: card }), id);
  const print = async () => {
    await page.keyboard.press('F9');
    await page.keyboard.press('F9');
  };
  try {
    await page.getByRole('button', { name: /Rasa P\./ }).click();
    await page.getByTestId('pin').fill(rasaPin);
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('waiting')).toBeVisible();
    await expect(page.getByTestId('lock-here')).toContainText('Rasa P.');

    await tap('main');
    await expect(page.getByTestId('customer')).toBeVisible();
    await print();
    const dialog = page.getByTestId('override');
    await expect(dialog).toContainText('printing');
    await page.screenshot({ path: test.info().outputPath('override.png') });
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(page.getByTestId('print-outcome')).toHaveCount(0); // the desk is as it was

    await expect(page.getByTestId('wallet')).toContainText('254101');
    await tap('cyrillic');
    await expect(page.getByTestId('wallet')).not.toContainText('254101');
    await print();
    await expect(dialog).toBeVisible();
    await tap('main');
    await expect(dialog).toBeHidden();
    await expect(page.getByTestId('wallet')).toContainText('254101');

    await print();
    await dialog.getByTestId('pin').fill(onaPin);
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('print-outcome')).toContainText('Printed', { timeout: 20_000 });
    await page.getByTestId('lock-here').click();
    await expect(page.getByTestId('lock')).toBeVisible();
  } finally {
    await till.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
