import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { sentCode } from './sent-code.ts';
import { typeByHand } from './type-by-hand.ts';

const stateOf = (page: Page) => page.getByTestId('card-panel');

/** What stands in the files of a folder; the browser that lost its till may still be taking some of its own away. */
function everythingIn(folder: string): string {
  const texts = readdirSync(folder, { recursive: true, withFileTypes: true }).map(({ parentPath, name }) => {
    try {
      return readFileSync(path.join(parentPath, name), 'latin1');
    } catch {
      return '';
    }
  });
  return texts.join();
}

async function openFlow(page: Page): Promise<void> {
  await page.getByTestId('dock-card-main').click();
  await expect(page.getByTestId('balance-EUR')).toBeVisible();
  await page.keyboard.press('F8');
  await expect(stateOf(page)).toHaveAttribute('data-state', 'choosing');
}

test('a card is related and confirmed by keyboard, after a wrong code, a lost answer and a card that is taken', async ({
  till: { page },
}) => {
  test.setTimeout(120_000);
  await openFlow(page);
  await page.keyboard.press('1');
  await expect(page.getByTestId('card-number')).toBeFocused();
  await expect(page.getByTestId('card-awaited')).toBeVisible();

  // Somebody else's card, scanned: it is the new card here and switches no customer.
  await page.getByTestId('dock-card-company').click();
  await expect(stateOf(page)).toContainText('0017');
  // A finger was on the dock: the keyboard is the field's again.
  await expect(page.getByTestId('card-number')).toBeFocused();
  await page.keyboard.press('Enter', { delay: 90 });
  await expect(page.getByTestId('card-error')).toHaveAttribute('data-code', 'card.already-assigned');

  // The number on the face, typed; the answer is lost, and looked up.
  await page.getByTestId('dock-answer-fault').selectOption('answer-lost');
  await page.getByTestId('dock-answer-operation').selectOption('relate-card');
  // A finger on an empty place: what is typed then is still the card's number.
  await page.getByTestId('customer').click({ position: { x: 5, y: 300 } });
  await expect(page.getByTestId('card-number')).not.toBeFocused();
  await typeByHand(page, '5487963154');
  await page.keyboard.press('Enter', { delay: 90 });
  await expect(stateOf(page)).toHaveAttribute('data-state', 'code');
  await page.getByTestId('dock-answer-fault').selectOption('');

  // No code has come: what else there is to do, and the way back to typing it.
  await page.keyboard.press('F3');
  await expect(page.getByTestId('card-code-not-arrived')).toBeVisible();
  await expect(stateOf(page)).toContainText('254789');
  await page.keyboard.press('1');
  await expect(page.getByTestId('card-code')).toBeFocused();
  await typeByHand(page, 'ne123');
  await page.keyboard.press('Enter', { delay: 90 });
  await expect(page.getByTestId('card-error')).toHaveAttribute('data-code', 'card.invalid-code');
  await expect(page.getByTestId('card-code')).toHaveValue('');
  // Looks that are chosen in the strip give the keyboard back to the code.
  await page.getByTestId('theme').click();
  await page.getByTestId('theme-dark').click();
  await expect(page.getByTestId('card-code')).toBeFocused();

  const code = await sentCode(page);
  expect(code).not.toBe('');
  await typeByHand(page, code);
  await page.keyboard.press('Enter', { delay: 90 });
  await expect(page.getByTestId('card-done')).toHaveAttribute('data-how', 'confirmed');
  await page.keyboard.press('Enter', { delay: 90 });
  await expect(page.getByTestId('balance-EUR')).toBeVisible();

  // The card leads to its own wallet now.
  await page.getByTestId('dock-card-free').click();
  await expect(page.getByTestId('customer')).toContainText('254789');
});

test('a code can wait: confirm later, and come back with the wallet’s number or the card; the next customer’s scan wins', async ({
  till: { page },
}) => {
  test.setTimeout(120_000);
  await openFlow(page);
  await page.keyboard.press('1');
  await expect(page.getByTestId('card-number')).toBeFocused();
  await page.getByTestId('dock-card-free').click();
  await expect(stateOf(page)).toContainText('3154');
  await page.getByTestId('card-go').click();
  await expect(stateOf(page)).toHaveAttribute('data-state', 'code');
  await page.keyboard.press('F8');
  await expect(page.getByTestId('card-done')).toHaveAttribute('data-how', 'later');
  await page.keyboard.press('Escape');

  // By the number of the card's own wallet, as where the service hides it; Esc goes back one step.
  await page.keyboard.press('F8');
  await page.keyboard.press('2');
  await page.getByTestId('card-by-wallet').click();
  await expect(page.getByTestId('card-number')).toBeFocused();
  await typeByHand(page, '254789');
  await page.keyboard.press('Enter', { delay: 90 });
  await expect(stateOf(page)).toHaveAttribute('data-state', 'code');
  await page.keyboard.press('Escape');
  await expect(stateOf(page)).toHaveAttribute('data-state', 'choosing');
  await page.keyboard.press('2');
  await expect(page.getByTestId('card-number')).toBeFocused();
  // By the other reader: the same card on the same one within a moment would be one scan.
  await page.getByTestId('dock-barcode').fill('5487963154');
  await page.getByTestId('dock-scan').click();
  await expect(stateOf(page)).toContainText('3154');
  await page.getByTestId('card-go').click();
  await expect(stateOf(page)).toHaveAttribute('data-state', 'code');
  // Past the card's own step a scan is the next customer again.
  await page.getByTestId('dock-card-company').click();
  await expect(page.getByTestId('card-panel')).toHaveCount(0);
  await expect(page.getByTestId('ticket')).toContainText('0017');
});

// Its wrong codes end in a wait, which the till keeps whatever else starts over.
test('a code whose answer is lost is unclear, a wait is called ours, and a till killed while one is typed kept nothing of it', {
  tag: '@own-till',
}, async ({ till: { page, pid, exited, dataDir } }) => {
  test.setTimeout(120_000);
  await openFlow(page);
  await page.keyboard.press('1');
  await expect(page.getByTestId('card-number')).toBeFocused();
  await typeByHand(page, '5487963154');
  await page.keyboard.press('Enter', { delay: 90 });
  await expect(page.getByTestId('card-code')).toBeFocused();

  await page.getByTestId('dock-answer-fault').selectOption('answer-lost');
  await page.getByTestId('dock-answer-operation').selectOption('confirm-card');
  await page.getByTestId('card-code').focus();
  await typeByHand(page, 'ne123');
  await page.keyboard.press('Enter', { delay: 90 });
  await expect(page.getByTestId('card-once-more')).toBeVisible({ timeout: 15_000 });
  await expect(stateOf(page)).not.toContainText(/fail/i);
  await page.getByTestId('dock-answer-fault').selectOption('');
  await page.getByTestId('card-once-more').click();
  await expect(page.getByTestId('card-code')).toBeFocused();

  for (const wrong of ['ne124', 'ne125', 'ne126']) {
    const error = page.getByTestId('card-error');
    if ((await error.count()) > 0 && !(await page.getByTestId('card-confirm').isEnabled())) break;
    await typeByHand(page, wrong);
    await page.keyboard.press('Enter', { delay: 90 });
    await expect(error).toBeVisible();
    await expect(page.getByTestId('card-code')).toHaveValue('');
  }
  // The last try says the wait at once, and that it is ours; only later is offered, and in sight.
  await expect(page.getByTestId('card-error')).toContainText(/Our own wait/);
  await expect(page.getByTestId('card-confirm')).toBeDisabled();
  await expect(page.getByTestId('card-later')).toBeInViewport({ ratio: 1 });

  // What leads back after a restart is in test/flow/card-relation.kill.test.ts.
  await typeByHand(page, 'slaptas7');
  process.kill(pid, 'SIGKILL');
  await exited;
  const kept = everythingIn(dataDir);
  expect(kept).toContain('card.relate');
  expect(kept).not.toContain('slaptas7');
  expect(kept).not.toContain('5487963154');
});
