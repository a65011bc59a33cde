// The customer's account on the desk: every operation, by keyboard; troubles through the simulator's faults.

import type { Page } from '@playwright/test';
import { loadAxe, violationsOf } from '../gallery/looks.ts';
import { test as base, expect } from './fixtures.ts';
import type { Till } from './start-till.ts';
import { typeByHand } from './type-by-hand.ts';

const languages = ['en', 'lt', 'ru'] as const;

const test = base.extend<{ desk: Till }>({
  desk: async ({ till }, use) => {
    await loadAxe(till.page);
    await use(till);
  },
});
test.use({ isShared: true, tillEnv: { TILL_SUPPORT_PHONE: '+370 5 000 0000' } });

async function serve(page: Page, card: string): Promise<void> {
  await page.getByTestId(`dock-card-${card}`).click();
  await expect(page.getByTestId('customer').locator('[data-testid^="balance-"]').first()).toBeVisible();
}

/** Spoils the answers of one operation of the simulated service; null ends that. */
async function spoil(page: Page, fault: string | null, operation: string | null = null): Promise<void> {
  await page.getByTestId('dock-answer-fault').selectOption(fault ?? '');
  if (operation !== null) {
    await page.getByTestId('dock-answer-operation').selectOption(operation);
  }
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}

const press = (page: Page, key: string) => page.keyboard.press(key);
const rowsOf = (page: Page, list: string) => page.getByTestId(`rows-${list}`).getByRole('option');

test('statements: the list, the rest of it while scrolling, details, search, filters', async ({ desk: { page } }) => {
  await serve(page, 'company');
  await press(page, 'F5');
  await expect(rowsOf(page, 'statements').first()).toBeFocused();
  await expect(page.getByTestId('details')).toContainText('Card payment');
  await press(page, 'ArrowDown');
  await expect(page.getByTestId('details')).toContainText('Transfer');
  // Whole lists: as many rows as the service says there are, at whatever minute the test runs.
  const whole = /^(\d+) of \1$/;
  await expect(page.getByTestId('list-count')).toHaveText(whole);

  await page.getByTestId('period-month').click();
  await expect(page.getByTestId('list-count')).toHaveText(/^[24]00 of 4\d\d$/);
  await rowsOf(page, 'statements').first().click();
  await press(page, 'End');
  await expect(page.getByTestId('list-count')).toHaveText(/^400 of 4\d\d$/);
  await press(page, 'End');
  await expect(page.getByTestId('list-count')).toHaveText(whole);

  await press(page, 'F3');
  await expect(page.getByTestId('statement-search')).toBeFocused();
  await typeByHand(page, 'nuom');
  await press(page, 'Enter');
  await expect(page.getByTestId('list-count')).toHaveText(whole);
  await expect(page.getByTestId('rows-statements')).toContainText('nuom');
  await page.getByTestId('direction-out').click();
  await expect(page.getByTestId('list-statements')).toContainText('No statements in this period');
  await page.getByTestId('direction-all').click();
  await press(page, 'Escape');
  await expect(page.getByTestId('customer')).toBeVisible();
});

test('statements: a slip is printed from the list and from one row, and trouble is a state of the printer', async ({
  desk: { page },
}) => {
  await serve(page, 'company');
  await press(page, 'F5');
  await expect(rowsOf(page, 'statements').first()).toBeVisible();
  await page.getByTestId('period-today').click();
  await expect(page.getByTestId('list-statements')).toHaveAttribute('data-state', 'read');
  await page.getByTestId('print-one').click();
  await expect(page.getByTestId('print-outcome')).toHaveAttribute('data-outcome', 'printed');
  await expect(page.getByTestId('paper')).toContainText('Account statement');
  await expect(page.getByTestId('rows-statements')).toBeVisible();
  await page.getByTestId('dock-fault-paper-out').click();
  await press(page, 'F9');
  await expect(page.getByTestId('print-outcome')).toHaveAttribute('data-outcome', 'not-printed');
  await page.getByTestId('dock-fault-paper-out').click();
  await expect(page.getByTestId('print-outcome')).toHaveAttribute('data-outcome', 'printed');
});

test('statements: what the customer does not permit is named with its possible causes; a stale list is never shown', async ({
  desk: { page },
}) => {
  await serve(page, 'company');
  await spoil(page, '403 forbidden', 'statements');
  await press(page, 'F5');
  await expect(page.getByTestId('error')).toHaveAttribute('data-code', 'wallet.access-revoked');
  await expect(page.getByTestId('error-facts')).toContainText('statements');
  await spoil(page, null);
  await page.getByTestId('read-list-again').click();
  await expect(rowsOf(page, 'statements').first()).toBeVisible();
  // The next scan wins over any panel.
  await serve(page, 'main');
  await expect(page.getByTestId('list-statements')).toHaveCount(0);
  await expect(page.getByTestId('wallet')).toContainText('254101');
});

test('personal data are shown for a moment and hidden again, of the customer and of a row', async ({
  desk: { page },
}) => {
  await serve(page, 'company');
  await press(page, 'F4');
  await expect(page.getByTestId('name')).toHaveText('UAB „Rūta ir pavyzdžiai“');
  await expect(page.getByTestId('recorded')).toBeVisible();
  await press(page, 'F4');
  await expect(page.getByTestId('name')).toHaveText('UAB „R••• i••• p•••“');
  await press(page, 'F6');
  await expect(page.getByTestId('party')).toContainText('•••');
  await press(page, 'F4');
  await expect(page.getByTestId('party')).not.toContainText('•••');
  await press(page, 'Escape');
  expect(await page.locator('body').innerText()).not.toContain('Пример');
});

test('pending payments: cancelled with consent, kept without it; a lost answer is checked and never called failed', async ({
  desk: { page },
}) => {
  await serve(page, 'company');
  await press(page, 'F6');
  await page.getByTestId('direction-out').click();
  await rowsOf(page, 'payments').filter({ hasText: '64.90' }).click();
  await press(page, 'Delete');
  await expect(page.getByTestId('payment-change')).toHaveAttribute('data-state', 'consenting');
  await expect(page.getByTestId('payment-change')).toContainText('64.90');
  await press(page, '2');
  await expect(page.getByTestId('details')).toContainText('64.90');

  await spoil(page, 'answer-lost', 'cancel-payment');
  await rowsOf(page, 'payments').filter({ hasText: '64.90' }).click();
  await press(page, 'Delete');
  await press(page, '1');
  await expect(page.getByTestId('payment-change')).toHaveAttribute('data-state', 'unknown', { timeout: 15_000 });
  await expect(page.getByTestId('payment-change')).not.toContainText(/fail/i);
  await spoil(page, null);
  await page.getByTestId('payment-change').focus();
  await press(page, '2');
  await expect(rowsOf(page, 'payments').filter({ hasText: '64.90' })).toHaveCount(0);
});

test('pending payments: accepted by the customer’s password, which leaves no trace in the page', async ({
  desk: { page },
}) => {
  await serve(page, 'company');
  await press(page, 'F6');
  await page.getByTestId('direction-in').click();
  await rowsOf(page, 'payments').first().click();
  await press(page, 'Enter');
  await expect(page.getByTestId('payment-password')).toBeFocused();
  await typeByHand(page, 'klaida');
  await press(page, 'Enter');
  await expect(page.getByTestId('payment-change')).toHaveAttribute('data-code', 'api.invalid-parameters');
  await press(page, 'Escape');
  await rowsOf(page, 'payments').first().click();
  await press(page, 'Enter');
  await expect(page.getByTestId('payment-password')).toHaveValue('');
  await typeByHand(page, 'pavasaris');
  await press(page, 'Enter');
  await expect(page.getByTestId('payment-change')).toHaveAttribute('data-state', 'done');
  const values = await page
    .locator('input')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  expect(values.join(' ')).not.toContain('pavasaris');
  await press(page, 'Escape');
  await expect(page.getByTestId('list-payments')).toContainText('No payments are pending');
});

test('reserved funds, favourites and the description by keys alone', async ({ desk: { page } }) => {
  await serve(page, 'many-currencies');
  await press(page, 'F7');
  await expect(rowsOf(page, 'reservations')).toHaveCount(2);
  await press(page, 'F10');
  await press(page, '5');
  await expect(rowsOf(page, 'favourites')).toHaveCount(3);
  await press(page, 'F10');
  await press(page, '6');
  await expect(page.getByTestId('description')).toBeFocused();
  await typeByHand(page, 'Knygoms');
  await spoil(page, 'answer-lost', 'set-description');
  await page.getByTestId('description').focus();
  await press(page, 'Enter');
  await expect(page.getByTestId('description-state')).toHaveAttribute('data-state', 'done', { timeout: 15_000 });
  await spoil(page, null);
  await press(page, 'Escape');
  await expect(page.getByTestId('customer')).toContainText('Knygoms');
});

test('what fails is named where it was asked for, and works again once the service does', async ({
  desk: { page },
}) => {
  test.setTimeout(120_000);
  await serve(page, 'many-currencies');
  for (const [operation, list, open] of [
    ['reservation-statements', 'reservations', () => press(page, 'F7')],
    ['pending-payments', 'payments', () => press(page, 'F6')],
    ['favourites', 'favourites', () => press(page, 'F10').then(() => press(page, '5'))],
  ] as const) {
    await spoil(page, '500 internal_server_error', operation);
    await open();
    await expect(page.getByTestId(`list-${list}`).getByTestId('error'), operation).toHaveAttribute(
      'data-code',
      'api.server-error',
    );
    await spoil(page, null);
    await page.getByTestId('read-list-again').click();
    await expect(page.getByTestId(`list-${list}`)).toHaveAttribute('data-state', 'read');
  }
  await press(page, 'Escape');

  await spoil(page, '403 forbidden', 'delete-description');
  await press(page, 'F10');
  await press(page, '6');
  await page.getByTestId('description-clear').click();
  await expect(page.getByTestId('description-state')).toHaveAttribute('data-state', 'refused');
  await spoil(page, null);
});

test('payments: what the service refuses stays pending; the list’s field gives Esc back to the list', async ({
  desk: { page },
}) => {
  await serve(page, 'company');
  await press(page, 'F6');
  await page.getByTestId('direction-out').click();
  const rows = rowsOf(page, 'payments');
  const before = await rows.count();
  await spoil(page, '403 forbidden', 'cancel-payment');
  await rows.first().click();
  await press(page, 'Delete');
  await press(page, '1');
  await expect(page.getByTestId('payment-change')).toHaveAttribute('data-state', 'refused');
  await spoil(page, null);
  await page.getByTestId('payment-change').focus();
  await press(page, 'Escape');
  await expect(rows).toHaveCount(before);
  await press(page, 'Escape');

  await press(page, 'F5');
  await expect(rowsOf(page, 'statements').first()).toBeVisible();
  await press(page, 'F3');
  await expect(page.getByTestId('statement-search')).toBeFocused();
  await press(page, 'Escape');
  await expect(page.getByTestId('statement-search')).not.toBeFocused();
  await expect(page.getByTestId('list-statements')).toBeVisible();
  await press(page, 'Escape');
  await expect(page.getByTestId('list-statements')).toHaveCount(0);

  // The key that opens the map closes it, and the whole of it is in sight.
  await press(page, 'F1');
  await expect(page.getByTestId('key-map').getByRole('button')).toBeInViewport({ ratio: 1 });
  await press(page, 'F1');
  await expect(page.getByTestId('key-map')).toHaveCount(0);
});

test('several people are found at once and one of them is served; a broken line is named', async ({
  desk: { page },
}) => {
  await press(page, 'Escape');
  await press(page, 'Escape');
  await expect(page.getByTestId('waiting')).toBeVisible();
  await press(page, 'F10');
  await expect(page.getByTestId('more-panel')).toBeVisible();
  await press(page, '7');
  await expect(page.getByTestId('several')).toBeFocused();
  await typeByHand(page, '861234567');
  await press(page, 'Control+Enter');
  await expect(page.getByTestId('several-panel')).toContainText('Line 1: That is the local form');
  await page.getByTestId('several').fill('irina@example.com\n37060000001\nnobody@example.com');
  await press(page, 'Control+Enter');
  await expect(page.getByTestId('several-count')).toHaveText('Found: 2 of 3');
  await page.getByTestId('serve-30001').click();
  await expect(page.getByTestId('wallet')).toContainText('30001');
});

test('axe-core finds nothing wrong with any list open, in any language', async ({ desk: { page } }) => {
  test.setTimeout(180_000);
  for (const language of languages) {
    await page.getByTestId('language').click();
    await page.getByTestId(`language-${language}`).click();
    await serve(page, 'company');
    for (const [key, list] of [
      ['F5', 'statements'],
      ['F7', 'reservations'],
      ['F6', 'payments'],
    ] as const) {
      await press(page, key);
      await expect(page.getByTestId(`list-${list}`)).toHaveAttribute('data-state', 'read');
      expect(await violationsOf(page), `${list} in ${language}`).toEqual([]);
    }
    await press(page, 'F10');
    expect(await violationsOf(page), `more in ${language}`).toEqual([]);
  }
});
