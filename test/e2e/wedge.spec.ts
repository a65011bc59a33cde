import { expect, test } from './fixtures.ts';
import { scanByWedge } from './scan-by-wedge.ts';

test.use({ isShared: true });

test('a wedge scan finds the customer and no field and no listener of the page sees a key of it', async ({ till }) => {
  const { page } = till;
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seenKeys: seen });
    for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input'] as const) {
      window.addEventListener(type, (event) => seen.push(`${type} ${(event as KeyboardEvent).key ?? ''}`), true);
    }
  });
  await page.getByTestId('find').focus();
  await scanByWedge(page, '4820157736');
  await expect(page.getByTestId('balance-EUR')).toContainText('22.99');
  await expect(page.getByTestId('ticket')).toContainText('7736');
  const seen = await page.evaluate(() => (globalThis as unknown as { seenKeys: string[] }).seenKeys);
  expect(seen).toEqual([]);
});

test('control: the same probe hears what a person types', async ({ till }) => {
  const { page } = till;
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seenKeys: seen });
    window.addEventListener('input', () => seen.push('input'), true);
  });
  await page.getByTestId('find').pressSequentially('482', { delay: 120 });
  await expect(page.getByTestId('find')).toHaveValue('482');
  const seen = await page.evaluate(() => (globalThis as unknown as { seenKeys: string[] }).seenKeys);
  expect(seen).toHaveLength(3);
});

test('a product’s barcode leaves the customer and says what it was', async ({ till }) => {
  const { page } = till;
  await page.getByTestId('dock-card-main').click();
  await expect(page.getByTestId('balance-EUR')).toContainText('22.99');
  await scanByWedge(page, '9771234567003');
  await expect(page.getByTestId('rejected')).toHaveAttribute('data-code', 'scan.product-barcode');
  await expect(page.getByTestId('balance-EUR')).toContainText('22.99');
});

test('a scan while the amount is typed goes to the next customer, not into the amount', async ({ till }) => {
  const { page } = till;
  await page.getByTestId('dock-card-main').click();
  await expect(page.getByTestId('balance-EUR')).toBeVisible();
  await page.getByTestId('amount').pressSequentially('12', { delay: 120 });
  await scanByWedge(page, '0071200345');
  await expect(page.getByTestId('ticket')).toContainText('0345');
  await expect(page.getByTestId('customer')).toBeVisible();
  const shown = await page
    .getByTestId('amount')
    .evaluate((field) => (field as HTMLInputElement).value ?? field.textContent);
  expect(shown).not.toMatch(/0345|00712/);
});
