import { expect, test } from '@playwright/test';
import { locales } from '../../shared/domain/locale.ts';
import { pairwise } from './combinations.ts';
import { galleryBreaks, lookAround, type OpenGallery, openGallery } from './look-around.ts';

// Pairs of screen, language, theme and size; `npm run proof` takes every combination.

let gallery: OpenGallery;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  gallery = await openGallery(browser);
});

test.afterAll(() => gallery.close());

test('every screen keeps its words in sight and gives axe-core nothing to find', async () => {
  test.setTimeout(8 * 60_000);
  const list = process.env.PROOF_ALL === '1' ? gallery.list : gallery.list.filter(({ isOneOfMany }) => !isOneOfMany);
  const combinations = pairwise(list, locales);
  expect(await lookAround(gallery.page, combinations)).toEqual([]);
  expect(combinations.length).toBeGreaterThanOrEqual(list.length * locales.length);
});

for (const breaking of galleryBreaks) {
  test(`spoilt screens would be seen: ${breaking}`, async () => {
    const usual = { name: 'desk/balance', locale: 'en', theme: 'light', size: '1366x768' };
    expect(await lookAround(gallery.page, [usual], { breaking })).not.toEqual([]);
  });
}
