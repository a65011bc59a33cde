import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { findRelatedByEar, relateByEar, relateByKeys, relateByTouch } from './kiosk-card-steps.ts';
import { chooseByEar, giveVoices, hear, takeHeard } from './kiosk-ears.ts';
import { doIt, kioskDisplay, screen, setAnswerFault, setFault, tapCard } from './kiosk-hands.ts';
import { typeByHand } from './type-by-hand.ts';

test.use({
  isShared: true,
  tillEnv: { TILL_FACE: 'kiosk', TILL_KIOSK_MOVEMENTS: 'true', TILL_SUPPORT_PHONE: '+370 5 000 0000' },
});

const typeOnPad = async (page: Page, signs: readonly string[]) => {
  for (const sign of signs) await page.getByTestId(`key-${sign}`).click();
};

// Its wrong codes end in a wait, which the till keeps whatever else starts over.
test('by touch: every task, what can go wrong with it, and the way back @own-till', async ({ till: { page } }) => {
  test.setTimeout(120_000);
  await page.setViewportSize(kioskDisplay);
  await screen(page, 'attract');
  await doIt(page, 'language-en');
  await screen(page, 'present');
  await tapCard(page, 'main');
  await expect(page.getByTestId('balance-EUR')).toContainText('22.99');

  await test.step('the balance is hidden from whoever stands beside', async () => {
    await page.getByTestId('hide').click();
    await expect(page.locator('body')).not.toContainText('22.99');
    await page.getByTestId('hide').click();
    await expect(page.getByTestId('balance-EUR')).toContainText('22.99');
  });

  await test.step('enough: what is no amount, yes, no', async () => {
    await doIt(page, 'enough');
    await typeOnPad(page, ['1', '2', 'separator', '5']);
    await doIt(page, 'ask');
    await expect(page.locator('[data-code="amount.malformed"]')).toBeVisible();
    await typeOnPad(page, ['0']);
    await doIt(page, 'ask');
    await expect(page.getByTestId('answer')).toHaveAttribute('data-answer', 'yes');
    await doIt(page, 'another-amount');
    await typeOnPad(page, ['9', '9', '9']);
    await doIt(page, 'ask');
    await expect(page.getByTestId('answer')).toHaveAttribute('data-answer', 'no');
    await doIt(page, 'balance');
  });

  await test.step('an amount that the service does not answer is asked for again', async () => {
    await setAnswerFault(page, { fault: 'html-page', operation: 'sufficient-amount' });
    await doIt(page, 'enough');
    await typeOnPad(page, ['5']);
    await doIt(page, 'ask');
    await expect(page.getByTestId('not-answered')).toBeVisible();
    await setAnswerFault(page, null);
    await doIt(page, 'another-amount');
    await typeOnPad(page, ['5']);
    await doIt(page, 'ask');
    await expect(page.getByTestId('answer')).toHaveAttribute('data-answer', 'yes');
    await doIt(page, 'balance');
  });

  await test.step('movements', async () => {
    await setAnswerFault(page, { fault: '403 forbidden', operation: 'statements' });
    await doIt(page, 'movements');
    await screen(page, 'movements-failed');
    await setAnswerFault(page, null);
    await doIt(page, 'balance');
    await doIt(page, 'movements');
    await screen(page, 'movements');
    await expect(page.getByTestId('movements')).not.toHaveAttribute('aria-busy', 'true');
    await doIt(page, 'balance');
  });

  await test.step('the receipt, and a printer without paper that does not end the session', async () => {
    await doIt(page, 'print');
    await screen(page, 'printed');
    await expect(page.getByTestId('receipt-text')).toContainText('22.99');
    await setFault(page, 'paper-out', true);
    await doIt(page, 'print');
    await expect(page.getByTestId('not-printed')).toHaveAttribute('data-code', 'printer.paper-out');
    await doIt(page, 'show-receipt');
    await expect(page.getByTestId('receipt-text')).toContainText('22.99');
    await setFault(page, 'paper-out', false);
    await doIt(page, 'balance');
    await expect(page.getByTestId('balance-EUR')).toContainText('22.99');
  });

  await test.step('a card is related', () => relateByTouch(page));

  await test.step('another language at any moment', async () => {
    for (const [language, title] of [
      ['lt', 'Jūsų likutis'],
      ['ru', 'Ваш баланс'],
      ['en', 'Your balance'],
    ] as const) {
      await page.getByTestId('access-language').click();
      await expect(page.locator('body')).not.toContainText(/22[.,]99/);
      await doIt(page, `language-${language}`);
      await expect(page.locator('h1')).toHaveText(title);
    }
  });

  await test.step('goodbye: nothing is left, and everything is as usual for the next', async () => {
    await page.getByTestId('access-text').click();
    await page.getByTestId('pick-size-4').click();
    await page.getByTestId('pick-contrast').click();
    await page.getByTestId('close-panel').click();
    await expect(page.locator('html')).toHaveAttribute('data-size', '4');
    await doIt(page, 'finish');
    await screen(page, 'goodbye');
    await expect(page.locator('body')).not.toContainText('22.99');
    await doIt(page, 'start');
    await screen(page, 'attract');
    await expect(page.locator('html')).toHaveAttribute('data-size', '1');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  });

  await test.step('a revoked grant, an unreachable service, and the way back by itself', async () => {
    await tapCard(page, 'revoked');
    await expect(page.locator('[data-code="wallet.access-revoked"]')).toBeVisible();
    await setFault(page, 'network-cut', true);
    await tapCard(page, 'main');
    await screen(page, 'error');
    await doIt(page, 'finish');
    await doIt(page, 'start');
    await expect(page.getByTestId('out-of-order')).toHaveAttribute('data-part', 'link');
    await expect(page.getByTestId('out-of-order')).toContainText('+370 5 000 0000');
    await setFault(page, 'network-cut', false);
    await expect(page.getByTestId('attract')).toBeVisible({ timeout: 15_000 });
  });
});

test('nothing that a page says finds a customer, and five unknown cards let the reader rest', {
  tag: '@own-till',
}, async ({ till: { page } }) => {
  await screen(page, 'attract');
  const answers = await page.evaluate(async () => {
    const room = globalThis as unknown as {
      tillKiosk: { call(name: string, input: unknown): Promise<unknown> };
      till?: unknown;
    };
    const identifier = { kind: 'card', issuer: 'paysera', number: '4820157736' };
    const ask = (name: string) =>
      room.tillKiosk.call(name, { identifier, text: '4820157736' }).then(
        () => 'answered',
        () => 'refused',
      );
    return {
      desk: typeof room.till,
      identify: await ask('customer/identify'),
      wedge: await ask('reader/wedge-scanned'),
    };
  });
  expect(answers).toEqual({ desk: 'undefined', identify: 'refused', wedge: 'refused' });
  // At a person's pace, and on the first screen: no field takes it.
  await typeByHand(page, '4820157736');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('balance')).toHaveCount(0);

  for (let card = 1; card <= 4; card += 1) {
    await tapCard(page, 'nobody');
    await expect(page.locator('[data-code="wallet.not-found"]')).toBeVisible();
    await page.waitForTimeout(750); // the same card sooner than this is one tap
  }
  await tapCard(page, 'nobody');
  await screen(page, 'resting');
  await page.waitForTimeout(750);
  await tapCard(page, 'main');
  await expect(page.getByTestId('balance')).toHaveCount(0);
  await screen(page, 'resting');
});

test('who walks away: the data is taken out of the page, then the session ends', { tag: '@own-till' }, async ({
  till: { page },
}) => {
  await screen(page, 'attract');
  await page.clock.install();
  await tapCard(page, 'main');
  await expect(page.getByTestId('balance-EUR')).toContainText('22.99');
  await page.clock.runFor(20_500);
  await screen(page, 'veil');
  expect(await page.content()).not.toContain('22.99');
  await doIt(page, 'go-on');
  await expect(page.getByTestId('balance-EUR')).toContainText('22.99');
  await page.clock.runFor(20_500);
  await screen(page, 'veil');
  await page.clock.runFor(30_500);
  await screen(page, 'attract');
  expect(await page.content()).not.toContain('22.99');
});

test('a touch acts only where it began and ended, and a held key once', async ({ till: { page } }) => {
  await page.setViewportSize(kioskDisplay);
  await screen(page, 'attract');
  await tapCard(page, 'main');
  await expect(page.getByTestId('balance-EUR')).toBeVisible();
  const box = await page.getByTestId('do-enough').boundingBox();
  if (box === null) throw new Error('no slab');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x, 400);
  await page.mouse.up();
  await screen(page, 'balance');
  await page.mouse.move(middle.x, 400);
  await page.mouse.down();
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.up();
  await screen(page, 'balance');

  await doIt(page, 'enough');
  await page.getByTestId('key-7').focus();
  await page.keyboard.down('Enter');
  await page.keyboard.down('Enter');
  await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await expect(page.getByTestId('amount')).toHaveText('EUR7');
});

test('by keyboard alone: the whole visit', async ({ till: { page } }) => {
  await screen(page, 'attract');
  const reach = async (testId: string) => {
    for (let step = 0; step < 25; step += 1) {
      await page.keyboard.press('Tab');
      if (await page.getByTestId(testId).evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`Tab never came to ${testId}`);
  };
  await reach('do-language-en');
  await page.keyboard.press('Enter');
  await screen(page, 'present');
  await tapCard(page, 'main');
  await expect(page.getByTestId('balance-EUR')).toBeVisible();
  await reach('do-enough');
  await page.keyboard.press('Enter');
  await screen(page, 'amount-entry');
  await typeByHand(page, '12.50');
  await page.keyboard.press('Enter', { delay: 90 });
  await expect(page.getByTestId('answer')).toHaveAttribute('data-answer', 'yes');
  await page.keyboard.press('Escape');
  await reach('do-movements');
  await page.keyboard.press('Enter');
  await screen(page, 'movements');
  await page.keyboard.press('Escape');
  await relateByKeys(page, reach);
  await reach('do-print');
  await page.keyboard.press('Enter');
  await screen(page, 'printed');
  await reach('access-text');
  await page.keyboard.press('Enter');
  await screen(page, 'easier-panel');
  await page.keyboard.press('Escape');
  await reach('do-finish');
  await page.keyboard.press('Enter');
  await screen(page, 'goodbye');
});

/** What is heard in each language on the way through everything. */
const words = {
  en: {
    card: /Hold your card/,
    balance: /22\.99 euros at disposal/,
    yes: /^Yes$/,
    no: /^No$/,
    goodbye: /Everything is cleared/,
  },
  lt: {
    card: /Priglauskite kortelę/,
    balance: /Disponuojama 22,99 euro/,
    yes: /^Taip$/,
    no: /^Ne$/,
    goodbye: /Viską išvalėme/,
  },
  ru: { card: /Приложите карту/, balance: /Доступно 22,99 евро/, yes: /^Да$/, no: /^Нет$/, goodbye: /всё очистили/ },
} as const;
const names = {
  en: {
    enough: /enough for an amount/,
    ask: /Is it enough\?$/,
    another: /Another amount/,
    moves: /Latest movements/,
    balance: /Balance$/,
    print: /Print receipt/,
    show: /Show the receipt here/,
    finish: /Finish and clear/,
  },
  lt: {
    enough: /pakanka pasirinktai/,
    ask: /Ar pakanka\?$/,
    another: /Kita suma/,
    moves: /Paskutinės operacijos/,
    balance: /Likutis$/,
    print: /Spausdinti kvitą/,
    show: /Rodyti kvitą ekrane/,
    finish: /Baigti ir išvalyti/,
  },
  ru: {
    enough: /Хватит ли на нужную сумму/,
    ask: /Хватит ли\?$/,
    another: /Другая сумма/,
    moves: /Последние операции/,
    balance: /Баланс$/,
    print: /Напечатать чек/,
    show: /Показать чек на экране/,
    finish: /Завершить и очистить/,
  },
} as const;

test('with eyes closed, by keys alone: every task in every language, from what is heard', async ({
  till: { page },
}) => {
  test.setTimeout(180_000);
  await screen(page, 'attract');
  await giveVoices(page, ['en-GB', 'lt-LT', 'ru-RU']);
  for (const language of ['en', 'lt', 'ru'] as const) {
    const said = words[language];
    const choose = (name: keyof (typeof names)['en']) => chooseByEar(page, names[language][name]);
    await page.keyboard.press('F8');
    await hear(page, /Tap your card/);
    // From the first screen each language is a choice by its own name.
    await chooseByEar(page, { en: /English/, lt: /Lietuvių/, ru: /Русский/ }[language]);
    await hear(page, said.card);
    await tapCard(page, 'main');
    const balance = await hear(page, said.balance);
    expect(new Set(balance.map(({ lang }) => lang.slice(0, 2)))).toEqual(new Set([language]));
    // The screen is dark, and nothing of the customer is on it.
    await screen(page, 'voice');
    expect(await page.locator('body').textContent()).not.toMatch(/22[.,]99/);

    await choose('enough');
    await takeHeard(page);
    await typeByHand(page, '12.5');
    await choose('ask');
    await hear(page, /12[.,]50/); // an example of what an amount is
    await typeByHand(page, '0');
    await choose('ask');
    await hear(page, said.yes);
    await choose('another');
    await typeByHand(page, '999');
    await choose('ask');
    await hear(page, said.no);
    await choose('balance');
    await hear(page, said.balance);

    await choose('moves');
    await hear(page, /none in the last year|operacijų nebuvo|операций не было/);
    await choose('balance');
    await hear(page, said.balance);

    // There is one card to be related; for the languages after the first it is related already.
    await (language === 'en' ? relateByEar : findRelatedByEar)(page, language);
    await hear(page, said.balance);

    await choose('print');
    await hear(page, /22[.,]99 EUR/); // the receipt's own words
    await setFault(page, 'paper-out', true);
    await page.keyboard.press('Escape');
    await hear(page, said.balance);
    await choose('show');
    await hear(page, /22[.,]99 EUR/);
    await setFault(page, 'paper-out', false);
    await choose('finish');
    const last = await hear(page, said.goodbye);
    expect(new Set(last.map(({ lang }) => lang.slice(0, 2)))).toEqual(new Set([language]));
    await page.keyboard.press('Escape');
    await screen(page, 'attract');
  }
});

test('a language without a voice says so on the screen, and another one speaks', async ({ till: { page } }) => {
  await screen(page, 'attract');
  await giveVoices(page, ['lt-LT']);
  await page.getByTestId('access-voice').click();
  await screen(page, 'voice-missing');
  await expect(page.getByTestId('voice-missing')).toContainText('speech-dispatcher');
  await doIt(page, 'language');
  await doIt(page, 'language-lt');
  await hear(page, /Priglauskite kortelę/);
});
