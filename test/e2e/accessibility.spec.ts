import type { Page } from '@playwright/test';
import { loadAxe, violationsOf } from '../gallery/looks.ts';
import { expect, test } from './fixtures.ts';
import { typeByHand } from './type-by-hand.ts';

const languages = ['en', 'lt', 'ru'] as const;
test.use({ isShared: true, tillEnv: { TILL_SUPPORT_PHONE: '+370 5 000 0000' } });

const outcomeOf = (page: Page) => page.getByTestId('print-outcome');
const tap = (page: Page, card: string) => page.getByTestId(`dock-card-${card}`).click();
const pressFault = (page: Page, fault: string) => page.getByTestId(`dock-fault-${fault}`).click();

/** Every state that a desk can stand in while somebody reads it, each reached from the one before. */
const states: readonly (readonly [name: string, reach: (page: Page) => Promise<void>])[] = [
  ['waiting', (page) => expect(page.getByTestId('waiting')).toBeVisible()],
  [
    'the key map',
    async (page) => {
      await page.keyboard.press('F1');
      await expect(page.getByTestId('key-map')).toBeVisible();
    },
  ],
  [
    'identified',
    async (page) => {
      await page.keyboard.press('Escape');
      await tap(page, 'main');
      await expect(page.getByTestId('balance-EUR')).toBeVisible();
    },
  ],
  [
    'answered yes',
    async (page) => {
      await typeByHand(page, '12');
      await page.keyboard.press('Enter');
      await expect(page.getByTestId('answer')).toHaveAttribute('data-answer', 'yes');
    },
  ],
  [
    'answered no',
    async (page) => {
      await typeByHand(page, '99');
      await page.keyboard.press('Enter');
      await expect(page.getByTestId('answer')).toHaveAttribute('data-answer', 'no');
    },
  ],
  [
    'choosing the receipt',
    async (page) => {
      await page.keyboard.press('F10');
      await expect(page.getByTestId('more-panel')).toBeVisible();
      await page.keyboard.press('1');
      await expect(page.getByTestId('receipt-panel')).toBeVisible();
    },
  ],
  [
    'printed',
    async (page) => {
      await page.keyboard.press('F9');
      await expect(outcomeOf(page)).toHaveAttribute('data-outcome', 'printed');
    },
  ],
  [
    'out of paper',
    async (page) => {
      await pressFault(page, 'paper-out');
      await page.keyboard.press('F9');
      await expect(outcomeOf(page)).toHaveAttribute('data-outcome', 'not-printed');
    },
  ],
  [
    'nobody found',
    async (page) => {
      await page.keyboard.press('Escape');
      await tap(page, 'nobody');
      await expect(page.getByTestId('error')).toHaveAttribute('data-code', 'wallet.not-found');
    },
  ],
  [
    'service unreachable',
    async (page) => {
      await pressFault(page, 'network-cut');
      await tap(page, 'company');
      await expect(page.getByTestId('error')).toHaveAttribute('data-code', 'api.connection-refused');
    },
  ],
];

for (const language of languages) {
  test(`axe-core finds nothing wrong in any state, and finds what was put in: ${language}`, async ({
    till: { page },
  }) => {
    test.setTimeout(180_000);
    await loadAxe(page);
    await page.getByTestId('language').click();
    await page.getByTestId(`language-${language}`).click();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    for (const [name, reach] of states) {
      await reach(page);
      expect(await violationsOf(page), name).toEqual([]);
    }
    await page.evaluate(() => {
      const image = document.createElement('img');
      image.id = 'without-words';
      document.querySelector('main')?.append(image);
    });
    expect(await violationsOf(page)).toEqual(['image-alt: #without-words']);
  });
}

test('the whole job goes by keyboard alone: find by phone, ask, print, finish', async ({ till: { page } }) => {
  await expect(page.getByTestId('waiting')).toBeVisible();
  await page.keyboard.press('F2');
  await expect(page.getByTestId('find')).toBeFocused();
  await typeByHand(page, '37066612345');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('balance-EUR')).toContainText('22.99');
  await expect(page.getByTestId('amount')).toBeFocused();
  await typeByHand(page, '12.50');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('answer')).toHaveAttribute('data-answer', 'yes');
  await page.keyboard.press('F9');
  await expect(outcomeOf(page)).toHaveAttribute('data-outcome', 'printed');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('waiting')).toBeVisible();
});

const stopsInOrder = [
  'amount',
  'currencies',
  'pad',
  'keep',
  'reveal',
  'convert',
  'ledger-scroll',
  'keys',
  'dock',
  'strip',
];

/** The part of the desk in which the keyboard is; runs in the page. */
function stopOf(): string {
  const parts = '.amount, .currencies, .pad, .keep, .reveal, .convert, .ledger-scroll, .keys, .dock, .strip';
  return document.activeElement?.closest(parts)?.classList[0] ?? 'nowhere';
}

test('Tab goes through what is being done, then the balance, the keys, the dock and the strip', async ({
  till: { page },
}) => {
  await expect(page.getByTestId('waiting')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByTestId('find')).toBeFocused();
  await tap(page, 'main');
  await expect(page.getByTestId('balance-EUR')).toBeVisible();
  const stops: string[] = [];
  while (stops.at(-1) !== 'strip' && stops.length < 30) {
    stops.push(await page.evaluate(stopOf));
    await page.keyboard.press('Tab');
  }
  expect(stops.filter((stop, index) => stop !== stops[index - 1])).toEqual(stopsInOrder);
});

test('Enter never prints, not even on the key that does, and a held key acts once', async ({ till: { page } }) => {
  await tap(page, 'main');
  await expect(page.getByTestId('balance-EUR')).toBeVisible();
  await typeByHand(page, '12');
  await page.getByTestId('print').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('answer')).toHaveAttribute('data-answer', 'yes');
  await expect(outcomeOf(page)).toHaveCount(0);

  await page.keyboard.down('F10');
  await expect(page.getByTestId('more-panel')).toBeVisible();
  // The keyboard repeats a key that is held: a second time would close the panel again.
  await page.keyboard.down('F10');
  await page.keyboard.down('F10');
  await page.keyboard.up('F10');
  await expect(page.getByTestId('more-panel')).toBeVisible();

  // The looks chosen in the strip are the page's at once, and the customer stays.
  await page.getByTestId('theme').click();
  await page.getByTestId('theme-contrast').click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast');
  await expect(page.getByTestId('balance-EUR')).toBeVisible();
});

test('a card that nobody owns leaves the keyboard to typing: the next number is looked for', async ({
  till: { page },
}) => {
  await tap(page, 'nobody');
  await expect(page.getByTestId('error')).toHaveAttribute('data-code', 'wallet.not-found');
  await typeByHand(page, '37066612345');
  await expect(page.getByTestId('find')).toHaveValue('37066612345');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('balance-EUR')).toContainText('22.99');
});
