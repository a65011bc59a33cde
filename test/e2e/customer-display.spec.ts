import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { sentCode } from './sent-code.ts';
import { findDisplay, type Till } from './start-till.ts';
import { typeByHand } from './type-by-hand.ts';

/** Keeps every text that ever stands on the page, attributes and fields included. */
async function remember(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const seen = new Set<string>();
    const look = () => {
      seen.add(document.documentElement.outerHTML);
      for (const field of document.querySelectorAll('input')) {
        seen.add(field.value);
      }
    };
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    look();
    Object.assign(globalThis, { everSeen: () => [...seen].join('\n') });
  });
  return () => page.evaluate(() => (globalThis as unknown as { everSeen: () => string }).everSeen());
}

/** Opens the window from the dock, where it is not open yet. */
async function openDisplay(till: Till): Promise<Page> {
  const key = till.page.getByTestId('dock-display');
  await expect(till.page.getByTestId('waiting')).toBeVisible();
  if ((await key.getAttribute('aria-pressed')) === 'false') {
    await key.click();
  }
  const display = await findDisplay(till);
  await expect(display.getByTestId('display-greeting')).toBeVisible();
  return display;
}

/** Names and numbers of the sample customer and of the card that is related. */
const marks = ['14471', '254789', '22.99', '98.00', '3154', 'EVP', '•••', '0101'];

test('the customer sees a greeting, an amount, yes and no, types the code and is sent off; nothing of theirs is ever there', async ({
  till,
}) => {
  test.setTimeout(120_000);
  const { page } = till;
  const display = await openDisplay(till);
  await expect(display.getByTestId('training-banner')).toBeVisible();
  const everShown = await remember(display);
  const everAtDesk = await remember(page);

  await page.getByTestId('dock-card-main').click();
  await expect(display.getByTestId('display-serving')).toBeVisible();
  await expect(page.getByTestId('balance-EUR')).toBeVisible();
  await typeByHand(page, '12.50');
  await page.keyboard.press('Enter', { delay: 90 });
  await expect(display.getByTestId('display-answered')).toHaveAttribute('data-answer', 'yes');
  await expect(display.getByTestId('display-answered')).toContainText('12.50');
  // The next amount is not asked about yet: the last one's answer is not its.
  await typeByHand(page, '9');
  await expect(display.getByTestId('display-serving')).toBeVisible();
  await typeByHand(page, '999');
  await page.keyboard.press('Enter', { delay: 90 });
  await expect(display.getByTestId('display-answered')).toHaveAttribute('data-answer', 'no');

  await page.keyboard.press('F8');
  await page.keyboard.press('1');
  await expect(page.getByTestId('card-number')).toBeFocused();
  await typeByHand(page, '5487963154');
  await page.keyboard.press('Enter', { delay: 90 });
  await expect(page.getByTestId('card-code-on-display')).toBeVisible();
  await expect(page.getByTestId('card-code')).toHaveCount(0);
  await expect(display.getByTestId('display-code-field')).toBeFocused();
  await display.getByTestId('language-lt').click();
  await expect(display.locator('html')).toHaveAttribute('lang', 'lt');

  // By the keys on the screen, letters too, and wrong. What they look like comes after what all pages share.
  await expect(display.getByTestId('code-key-7')).toHaveCSS('border-top-style', 'solid');
  await display.getByTestId('code-key-7').click();
  await display.getByTestId('code-page').click();
  await display.getByTestId('code-key-B').click();
  await expect(display.getByTestId('display-code-field')).toHaveValue('7B');
  await display.getByTestId('code-confirm').click();
  await expect(display.getByTestId('display-code')).toHaveAttribute('data-problem', 'wrong');
  await expect(display.getByTestId('display-code-field')).toHaveValue('');
  await expect(page.getByTestId('card-error')).toHaveAttribute('data-code', 'card.invalid-code');

  // By a keypad, which is a keyboard.
  const code = await sentCode(page);
  expect(code).not.toBe('');
  await typeByHand(display, code);
  await display.keyboard.press('Enter', { delay: 90 });
  await expect(display.getByTestId('display-card-confirmed')).toBeVisible();
  await expect(page.getByTestId('card-done')).toHaveAttribute('data-how', 'confirmed');
  const atDesk = await everAtDesk();

  await page.keyboard.press('Enter', { delay: 90 });
  await expect(page.getByTestId('balance-EUR')).toBeVisible();
  // The next scan, and an end: the one before is gone from the display, the language with them.
  await page.getByTestId('dock-card-company').click();
  await expect(display.getByTestId('display-serving')).toBeVisible();
  await expect(display.locator('html')).toHaveAttribute('lang', 'en');
  expect(await display.evaluate(() => document.body.innerText)).not.toContain('99');
  await page.getByTestId('finish').click();
  await expect(display.getByTestId('display-goodbye')).toBeVisible();

  const seen = await everShown();
  expect(marks.filter((mark) => seen.includes(mark))).toEqual([]);
  expect(marks.filter((mark) => !atDesk.includes(mark))).toEqual([]);
});

test('each page has its own names and hears its own events; neither can pass for the other', async ({ till }) => {
  const { page } = till;
  const display = await openDisplay(till);
  const ask = async (where: Page, bridge: string, name: string) =>
    where.evaluate(
      async ([key = '', call]) => {
        const bridges = globalThis as unknown as Record<string, { call(n: unknown, i: unknown): Promise<unknown> }>;
        return bridges[key] === undefined
          ? 'no bridge'
          : bridges[key].call(call, {}).then(
              () => 'answered',
              () => 'refused',
            );
      },
      [bridge, name],
    );
  expect(await ask(display, 'till', 'station/read')).toBe('no bridge');
  expect(await ask(display, 'tillDisplay', 'station/read')).toBe('refused');
  expect(await ask(display, 'tillDisplay', 'display/read')).toBe('answered');
  expect(await ask(page, 'till', 'display/read')).toBe('refused');
  expect(await ask(page, 'tillDisplay', 'display/read')).toBe('no bridge');
  const listen = (where: Page, bridge: string, name: string) =>
    where.evaluate(
      ([key = '', event]) => {
        const bridges = globalThis as unknown as Record<string, { on(n: unknown, l: () => void): () => void }>;
        try {
          bridges[key]?.on(event, () => undefined)();
          return 'heard';
        } catch {
          return 'refused';
        }
      },
      [bridge, name],
    );
  expect(await listen(display, 'tillDisplay', 'customer/balance-read')).toBe('refused');
  expect(await listen(display, 'tillDisplay', 'display/view-changed')).toBe('heard');
  expect(await listen(page, 'till', 'display/view-changed')).toBe('refused');

  // Closed like any window, it is gone and can be opened again.
  await display.close();
  await expect(page.getByTestId('dock-display')).toHaveAttribute('aria-pressed', 'false');
  await page.getByTestId('dock-display').click();
  await expect((await findDisplay(till)).getByTestId('display-greeting')).toBeVisible();
});
