// Relating a card at the kiosk: by touch, by keys, by ear.
import { expect, type Page } from '@playwright/test';
import { chooseByEar, hear } from './kiosk-ears.ts';
import { doIt, lastCode, screen, setAnswerFault, tapCard } from './kiosk-hands.ts';
import { typeByHand } from './type-by-hand.ts';

/** A person's pace, whatever the machine's: each sign is seen before the next. Together they could be taken for a scan. */
async function typeCode(page: Page, code: string): Promise<void> {
  for (const [before, sign] of [...code].entries()) {
    await page.keyboard.press(sign, { delay: 90 });
    await expect(page.getByTestId('code')).toContainText('•'.repeat(before + 1));
  }
}

/** Somebody else's card, a lost answer that is looked up, wrong codes up to our own wait, and later. */
export async function relateByTouch(page: Page): Promise<void> {
  await doIt(page, 'relate-card');
  await screen(page, 'card-presenting');
  await tapCard(page, 'company');
  await screen(page, 'card-chosen');
  await expect(page.locator('body')).toContainText('•••• 0017');
  await page.getByTestId('issuer-vilniecio').click();
  await page.getByTestId('issuer-paysera').click();
  await doIt(page, 'relate');
  await expect(page.getByTestId('card-refused')).toHaveAttribute('data-code', 'card.already-assigned');

  await doIt(page, 'another-card');
  await setAnswerFault(page, { fault: 'answer-lost', operation: 'relate-card' });
  await tapCard(page, 'free');
  await screen(page, 'card-chosen');
  await doIt(page, 'relate');
  await screen(page, 'card-code');
  await setAnswerFault(page, null);

  for (const left of ['2 attempts are left', '1 attempt is left', '0 attempts are left']) {
    for (const sign of ['X', 'Y']) await page.getByTestId(`key-${sign}`).click();
    await expect(page.getByTestId('code')).toContainText('••');
    await page.getByTestId('key-delete').click();
    await doIt(page, 'confirm');
    await expect(page.locator('[data-code="card.invalid-code"]')).toContainText(left);
    await expect(page.getByTestId('code')).not.toContainText('•');
  }
  await page.getByTestId('pad-digits').click();
  await page.getByTestId('key-7').click();
  await doIt(page, 'confirm');
  await expect(page.getByTestId('card-code-wait')).toHaveAttribute('data-code', 'card.code-wait');
  await expect(page.getByTestId('card-code-wait')).toContainText('This wait of 10 minutes is ours');
  await doIt(page, 'later');
  await expect(page.getByTestId('card-done')).toHaveAttribute('data-how', 'later');
  await doIt(page, 'balance');
}

/** With keys alone: related and confirmed. */
export async function relateByKeys(page: Page, reach: (testId: string) => Promise<void>): Promise<void> {
  await reach('do-relate-card');
  await page.keyboard.press('Enter');
  await screen(page, 'card-presenting');
  await tapCard(page, 'free');
  await screen(page, 'card-chosen');
  await reach('do-relate');
  await page.keyboard.press('Enter');
  await screen(page, 'card-code');
  await typeCode(page, await lastCode(page));
  await page.keyboard.press('Enter', { delay: 90 });
  await expect(page.getByTestId('card-done')).toHaveAttribute('data-how', 'confirmed');
  await page.keyboard.press('Escape');
  await screen(page, 'balance');
}

const heard = {
  en: {
    relate: /Relate a card/,
    hold: /Hold the new card/,
    question: /Relate this card\?/,
    this: /Relate this card$/,
    code: /Type the code from/,
    letters: /Letters, one by one/,
    noMore: /No more letters/,
    signs: /6 signs typed/,
    confirm: /Confirm the card/,
    wrong: /That is not the code\. 2 attempts are left/,
    done: /The card is confirmed/,
    taken: /is related already/,
    haveCode: /I have a code for it/,
    notCome: /The code has not come/,
    later: /Confirm later/,
    doneLater: /To be confirmed later/,
  },
  lt: {
    relate: /Susieti kortelę/,
    hold: /Naują kortelę priglauskite/,
    question: /Susieti šią kortelę\?/,
    this: /Susieti šią kortelę$/,
    code: /Įveskite kodą iš/,
    letters: /Raidės po vieną/,
    noMore: /Raidžių daugiau nėra/,
    signs: /įvesti 6 ženklai/,
    confirm: /Patvirtinti kortelę/,
    wrong: /Kodas neteisingas\. Liko 2 bandymai/,
    done: /Kortelė patvirtinta/,
    taken: /jau susieta/,
    haveCode: /Turiu jos kodą/,
    notCome: /Kodo negavau/,
    later: /Patvirtinti vėliau/,
    doneLater: /Patvirtinsite vėliau/,
  },
  ru: {
    relate: /Привязать карту/,
    hold: /Приложите новую карту/,
    question: /Привязать эту карту\?/,
    this: /Привязать эту карту$/,
    code: /Введите код из/,
    letters: /Буквы по одной/,
    noMore: /Букв больше нет/,
    signs: /введено 6 знаков/,
    confirm: /Подтвердить карту/,
    wrong: /Код неверный\. Осталось 2 попытки/,
    done: /Карта подтверждена/,
    taken: /уже привязана/,
    haveCode: /У меня есть код/,
    notCome: /Код не пришёл/,
    later: /Подтвердить позже/,
    doneLater: /Подтвердите позже/,
  },
} as const;
type Language = keyof typeof heard;

async function presentByEar(page: Page, language: Language): Promise<void> {
  const said = heard[language];
  await chooseByEar(page, said.relate);
  await hear(page, said.hold);
  await tapCard(page, 'free');
  await hear(page, said.question);
  await chooseByEar(page, said.this);
}

/** With eyes closed: a wrong code, then the right one letter by letter; it is counted aloud, never read out as typed. */
export async function relateByEar(page: Page, language: Language): Promise<void> {
  const said = heard[language];
  await presentByEar(page, language);
  await hear(page, said.code);
  await typeByHand(page, 'QQ');
  await chooseByEar(page, said.confirm);
  await hear(page, said.wrong);
  await chooseByEar(page, said.letters);
  const code = await lastCode(page);
  for (const letter of code) await chooseByEar(page, new RegExp(`: ${letter}$`), 27);
  await hear(page, said.signs);
  await page.keyboard.press('Escape');
  await hear(page, said.code);
  await chooseByEar(page, said.confirm);
  const all = await hear(page, said.done);
  expect(new Set(all.map(({ lang }) => lang.slice(0, 2)))).toEqual(new Set([language]));
  await page.keyboard.press('Escape');
}

/** With eyes closed: a card that is somebody's already, whose code can be given later. */
export async function findRelatedByEar(page: Page, language: Language): Promise<void> {
  const said = heard[language];
  await presentByEar(page, language);
  await hear(page, said.taken);
  await chooseByEar(page, said.haveCode);
  await hear(page, said.code);
  await chooseByEar(page, said.notCome);
  await hear(page, said.notCome);
  await chooseByEar(page, said.later);
  await hear(page, said.doneLater);
  await page.keyboard.press('Escape');
}
