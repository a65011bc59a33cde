import { expect, type Page, test } from '@playwright/test';
import { buildGallery, serveGallery } from '../../build/gallery-pages.ts';
import { locales } from '../../shared/domain/locale.ts';
import { type Combination, everyCombination, pairwise } from './combinations.ts';
import { cutWordsOf, loadAxe, violationsOf } from './looks.ts';

// Pairs of screen, language, theme and size; GALLERY_ALL=1 takes every combination (`npm run proof`).
const takesAll = process.env.GALLERY_ALL === '1';

let page: Page;
let close: () => void;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  await buildGallery();
  const served = await serveGallery();
  close = served.close;
  page = await browser.newPage({ reducedMotion: 'reduce' });
  await page.clock.setFixedTime('2026-03-14T12:04:30+02:00');
  await page.goto(served.url);
  await page.waitForFunction(() => 'gallery' in window);
  await loadAxe(page);
});

test.afterAll(() => close());

async function show({ name, locale, theme, size }: Combination): Promise<void> {
  const [width = 0, height = 0] = size.split('x').map(Number);
  await page.setViewportSize({ width, height });
  await page.evaluate((choice) => window.gallery.show(choice as never), { screen: name, locale, theme });
}

const listOf = () => page.evaluate(() => window.gallery.list);

test('every screen keeps its words in sight and gives axe-core nothing to find', async () => {
  test.setTimeout(takesAll ? 60 * 60_000 : 8 * 60_000);
  const list = await listOf();
  const combinations = takesAll ? everyCombination(list, locales) : pairwise(list, locales);
  const wrong: string[] = [];
  for (const combination of combinations) {
    await show(combination);
    const found = [...(await violationsOf(page)), ...(await cutWordsOf(page)).map((words) => `cut off: ${words}`)];
    wrong.push(...found.map((what) => `${Object.values(combination).join(' ')}: ${what}`));
  }
  expect(wrong).toEqual([]);
  expect(combinations.length).toBeGreaterThanOrEqual(list.length * locales.length);
});

test('words that are cut off and pictures without words would be seen', async () => {
  await show({ name: 'desk/waiting', locale: 'en', theme: 'light', size: '1366x768' });
  await page.evaluate(() => {
    const box = document.createElement('p');
    box.style.cssText = 'overflow: hidden; inline-size: 40px; white-space: nowrap';
    box.textContent = 'longer than its box';
    document.querySelector('main')?.append(box, document.createElement('img'));
  });
  expect(await cutWordsOf(page)).toContain('longer than its box');
  expect(await violationsOf(page)).toContainEqual(expect.stringContaining('image-alt'));
});
