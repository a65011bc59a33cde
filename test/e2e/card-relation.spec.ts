import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { sentCode } from './sent-code.ts';
import { typeByHand } from './type-by-hand.ts';

const stateOf = (page: Page) => page.getByTestId('card-panel');

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
  await page.getByTestId('card-number').focus();
  await page.keyboard.press('Enter', { delay: 90 });
  await expect(page.getByTestId('card-error')).toHaveAttribute('data-code', 'card.already-assigned');

  // The number on the face, typed; the answer is lost, and looked up.
  await page.getByTestId('dock-answer-fault').selectOption('answer-lost');
  await page.getByTestId('dock-answer-operation').selectOption('relate-card');
  await page.getByTestId('card-number').focus();
  await typeByHand(page, '5487963154');
  await page.keyboard.press('Enter', { delay: 90 });
  await expect(stateOf(page)).toHaveAttribute('data-state', 'code');
  await page.getByTestId('dock-answer-fault').selectOption('');

  await page.getByTestId('card-code').focus();
  await typeByHand(page, 'ne123');
  await page.keyboard.press('Enter', { delay: 90 });
  await expect(page.getByTestId('card-error')).toHaveAttribute('data-code', 'card.invalid-code');
  await expect(page.getByTestId('card-code')).toHaveValue('');

  const code = await sentCode(page);
  expect(code).not.toBe('');
  await page.getByTestId('card-code').focus();
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
