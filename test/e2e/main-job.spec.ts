import { expect, test } from './fixtures.ts';

test.use({ isShared: true });

test('a card is tapped, the balance seen, an amount checked, the receipt printed, and nothing is left', async ({
  till,
}) => {
  const { page } = till;
  await expect(page.getByTestId('training-banner')).toBeVisible();
  await page.getByTestId('dock-card-main').click();

  await expect(page.getByTestId('balance-EUR')).toContainText('22.99');
  await expect(page.getByTestId('balance-USD')).toContainText('1.00');
  await expect(page.getByTestId('reserved-USD')).toContainText('98.00');
  await expect(page.getByTestId('ticket')).toContainText('7736');

  await page.getByTestId('amount').press('1');
  await page.keyboard.press('2', { delay: 90 });
  await page.keyboard.press('Enter', { delay: 90 });
  await expect(page.getByTestId('answer')).toHaveAttribute('data-answer', 'yes');

  await page.getByTestId('print').click();
  await expect(page.getByTestId('print-outcome')).toHaveAttribute('data-outcome', 'printed');
  await expect(page.getByTestId('paper').first()).toContainText('22.99');
  await expect(page.getByTestId('paper').first()).toContainText('TRAINING');

  await page.getByTestId('finish').click();
  await expect(page.getByTestId('waiting')).toBeVisible();
  await page.getByTestId('dock-take-paper').click();
  await expect(page.locator('body')).not.toContainText(/22[.,]99|EVP|7736|254101/);
});

test('balances are converted on demand and the total is told', async ({ till }) => {
  const { page } = till;
  await page.getByTestId('dock-card-main').click();
  await expect(page.getByTestId('balance-USD')).toBeVisible();
  await page.getByTestId('convert').click();
  await expect(page.getByTestId('customer')).toContainText('0.75');
  await expect(page.getByTestId('customer')).toContainText('23.74');
});

test('an amount beyond the balance is answered with no', async ({ till }) => {
  const { page } = till;
  await page.getByTestId('dock-card-main').click();
  await expect(page.getByTestId('balance-EUR')).toBeVisible();
  await page.getByTestId('amount').pressSequentially('99,99', { delay: 90 });
  await page.getByTestId('enough').click();
  await expect(page.getByTestId('answer')).toHaveAttribute('data-answer', 'no');
});

test('the next scan ends the customer before', async ({ till }) => {
  const { page } = till;
  await page.getByTestId('dock-card-main').click();
  await expect(page.getByTestId('balance-EUR')).toContainText('22.99');
  await page.getByTestId('dock-card-company').click();
  await expect(page.getByTestId('customer')).toBeVisible();
  await expect(page.getByTestId('balance-EUR')).not.toContainText('22.99');
});

test('a customer is found by what is typed, with the format held against the rule first', async ({ till }) => {
  const { page } = till;
  const find = page.getByTestId('find');
  await page.getByTestId('find-kind-phone').click();
  await find.pressSequentially('866612345', { delay: 90 });
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('waiting')).toContainText('370');
  await find.fill('');
  await find.pressSequentially('37066612345', { delay: 90 });
  await page.keyboard.press('Enter', { delay: 90 });
  await expect(page.getByTestId('customer')).toContainText('14471');
});

test('a customer is found by everything that the service takes', async ({ till: { page } }) => {
  test.setTimeout(120_000);
  const find = page.getByTestId('find');
  for (const [kind, typed, wallet] of [
    ['email', 'zydrune@example.lt', '30001'],
    ['wallet', '30002', '30002'],
    ['company-code', '900000001', '31001'],
    ['card', '4820157736', '254101'],
    ['user', '5003', '30003'],
  ] as const) {
    await page.getByTestId(`find-kind-${kind}`).click();
    await find.fill(typed);
    await find.press('Enter');
    await expect(page.getByTestId('wallet'), kind).toContainText(wallet);
    await page.getByTestId('finish').click();
    await expect(page.getByTestId('waiting')).toBeVisible();
  }
  // A barcode comes from a scanner; what a shop's client may not search by is said, and nobody is shown.
  await page.getByTestId('dock-barcode').fill('WT0030003D');
  await page.getByTestId('dock-scan').click();
  await expect(page.getByTestId('wallet')).toContainText('30003');
  await page.getByTestId('finish').click();
  await page.getByTestId('find-kind-person-code').click();
  await find.fill('40000000004');
  await find.press('Enter');
  await expect(page.getByTestId('error')).toBeVisible();
  await expect(page.getByTestId('customer')).toHaveCount(0);
});

test('the width of the receipt is the printer’s, and more than that is refused', async ({ till }) => {
  const { page } = till;
  await page.getByTestId('dock-card-main').click();
  await expect(page.getByTestId('balance-EUR')).toBeVisible();
  await page.keyboard.press('F10');
  await page.getByTestId('more-receipt').click();
  const width = page.getByTestId('receipt-width');
  await expect(width).toHaveValue('42');
  await width.fill('48');
  await width.press('Tab');
  await expect(page.locator('[data-code="receipt.width-exceeds-printer"]')).toBeVisible();
  await width.fill('32');
  await page.getByTestId('receipt-locale-ru').click();
  await page.keyboard.press('F9');
  await expect(page.getByTestId('print-outcome')).toHaveAttribute('data-outcome', 'printed');
  await expect(page.getByTestId('paper').first()).toContainText('баланс');
});

test('a choice in the strip gives the keyboard back to the work', async ({ till: { page } }) => {
  await page.getByTestId('dock-card-main').click();
  await expect(page.getByTestId('amount')).toBeFocused();
  await page.getByTestId('language').click();
  await page.getByTestId('language-lt').click();
  await expect(page.getByTestId('amount')).toBeFocused();
  await page.getByTestId('theme').focus();
  await page.keyboard.press('Enter', { delay: 90 });
  await page.keyboard.press('ArrowDown', { delay: 90 });
  await page.keyboard.press('Enter', { delay: 90 });
  await expect(page.getByTestId('amount')).toBeFocused();
  // Whoever leaves the menu without a choice stays where they were.
  await page.getByTestId('language').focus();
  await page.keyboard.press('Enter', { delay: 90 });
  await expect(page.getByTestId('language-ru')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('language')).toBeFocused();
});

test('a lesson that starts over finds nothing of the one before', async ({ till: { page } }) => {
  await page.getByTestId('dock-card-main').click();
  await expect(page.getByTestId('balance-EUR')).toContainText('22.99');
  await page.getByTestId('print').click();
  await expect(page.getByTestId('print-outcome')).toHaveAttribute('data-outcome', 'printed');
  await page.getByTestId('language').click();
  await page.getByTestId('language-lt').click();
  await page.getByTestId('dock-fault-paper-out').click();
  await page.getByTestId('dock-fault-network-cut').click();
  await page.getByTestId('dock-start-over').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByTestId('waiting')).toBeVisible();
  await expect(page.getByTestId('paper')).not.toContainText('TRAINING');
  // The same card, at once: it is another lesson, and no second reading of the one before.
  await page.getByTestId('dock-card-main').click();
  await expect(page.getByTestId('balance-EUR')).toContainText('22.99');
  await page.getByTestId('print').click();
  await expect(page.getByTestId('print-outcome')).toHaveAttribute('data-outcome', 'printed');
});
