import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const supportPhone = '+370 5 000 0000';
test.use({ isShared: true, tillEnv: { TILL_SUPPORT_PHONE: supportPhone } });

const languages = ['en', 'lt', 'ru'] as const;

async function speak(page: Page, language: (typeof languages)[number]): Promise<void> {
  await page.getByTestId('language').click();
  await page.getByTestId(`language-${language}`).click();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

async function press(page: Page, fault: string): Promise<void> {
  await page.getByTestId(`dock-fault-${fault}`).click();
}

for (const [fault, code] of [
  ['network-cut', 'api.connection-refused'],
  ['service-error', 'api.server-error'],
] as const) {
  test(`${fault}: told in three languages with what to do next, and over when its cause is`, async ({
    till: { page },
  }) => {
    await press(page, fault);
    await page.getByTestId('dock-card-main').click();
    const error = page.getByTestId('error');
    await expect(error).toHaveAttribute('data-code', code);
    const sentences = new Set<string>();
    for (const language of languages) {
      await speak(page, language);
      const text = (await error.textContent()) ?? '';
      expect(text).toContain(supportPhone);
      sentences.add(text);
    }
    expect(sentences.size).toBe(languages.length);
    await press(page, fault);
    // The focus is on the dock's button, where Enter means that button: back to the desk first.
    await error.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('balance-EUR')).toContainText(/22[.,]99/);
  });
}

test('a slow service is waited for, and the desk says that it works', async ({ till: { page } }) => {
  await press(page, 'slow-3s');
  await page.getByTestId('dock-card-main').click();
  await expect(page.getByTestId('ticket')).toBeVisible();
  await expect(page.getByTestId('balance-EUR')).toContainText('22.99', { timeout: 9_000 });
});

test('a card that nobody owns hides whoever was there and says what it is', async ({ till: { page } }) => {
  await page.getByTestId('dock-card-main').click();
  await expect(page.getByTestId('balance-EUR')).toContainText('22.99');
  await page.getByTestId('dock-card-nobody').click();
  await expect(page.getByTestId('error')).toHaveAttribute('data-code', 'wallet.not-found');
  await expect(page.getByTestId('customer')).toHaveCount(0);
  await expect(page.locator('main')).not.toContainText(/22[.,]99|EVP|254101/);
});

test('a revoked grant shows no money and lists what may be missing', async ({ till: { page } }) => {
  await page.getByTestId('dock-card-revoked').click();
  await expect(page.getByTestId('error')).toHaveAttribute('data-code', 'wallet.access-revoked');
});

test('a receipt that this client may not have turns the key off and says why', async ({ till: { page } }) => {
  await page.getByTestId('dock-card-no-receipt').click();
  await expect(page.getByTestId('customer')).toBeVisible();
  await page.getByTestId('print').click();
  await expect(page.locator('[data-code="receipt.not-enabled"]')).toBeVisible();
  await expect(page.getByTestId('print')).toHaveAttribute('aria-disabled', 'true');
});

for (const [fault, code] of [
  ['paper-out', 'printer.paper-out'],
  ['cover-open', 'printer.cover-open'],
  ['printer-off', 'printer.absent'],
  ['printer-in-use', 'printer.in-use'],
  ['printer-silent', 'printer.silent'],
] as const) {
  test(`printer, ${fault}: not printed, the customer stays, and it prints once that is over`, async ({
    till: { page },
  }) => {
    await page.getByTestId('dock-card-main').click();
    await expect(page.getByTestId('balance-EUR')).toContainText('22.99');
    await press(page, fault);
    await page.getByTestId('print').click();
    await expect(page.getByTestId('print-outcome')).toHaveAttribute('data-outcome', 'not-printed', { timeout: 15_000 });
    await expect(page.locator(`[data-code="${code}"]`).first()).toBeVisible();
    await expect(page.getByTestId('balance-EUR')).toContainText('22.99');
    await press(page, fault);
    await page.getByTestId('print').click();
    await expect(page.getByTestId('print-outcome')).toHaveAttribute('data-outcome', 'printed', { timeout: 15_000 });
  });
}

test('the dock spoils the answers of one operation, and only of that', async ({ till: { page } }) => {
  await page.getByTestId('dock-answer-fault').selectOption('html-page');
  await page.getByTestId('dock-answer-operation').selectOption('sufficient-amount');
  await page.getByTestId('dock-card-main').click();
  await expect(page.getByTestId('balance-EUR')).toContainText('22.99');
  await page.getByTestId('amount').pressSequentially('12', { delay: 120 });
  await page.getByTestId('enough').click();
  await expect(page.getByTestId('error')).toHaveAttribute('data-code', 'api.not-json');
  await page.getByTestId('dock-answer-fault').selectOption('');
  await page.getByTestId('ask-again').click();
  await expect(page.getByTestId('answer')).toHaveAttribute('data-answer', 'yes');
});

test.describe('a station whose settings switch operations off', () => {
  test.use({ isShared: false, tillEnv: { TILL_OPERATIONS: 'wallet.read,wallet.find,balance.read' } });

  test('draws what they do as off, with the reason', async ({ till: { page } }) => {
    await page.getByTestId('dock-card-main').click();
    await expect(page.getByTestId('balance-EUR')).toContainText('22.99');
    await expect(page.getByTestId('print')).toHaveAttribute('aria-disabled', 'true');
    await page.getByTestId('amount').pressSequentially('12', { delay: 120 });
    await expect(page.getByTestId('enough')).toHaveAttribute('aria-disabled', 'true');
  });
});
