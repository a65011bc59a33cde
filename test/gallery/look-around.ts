// Goes through the gallery and looks at each screen; shared by the test, which takes a sample, and the proof.
import { type Browser, chromium, type Page } from '@playwright/test';
import { buildGallery, serveGallery } from '../../build/gallery-pages.ts';
import { plainChromium } from '../../build/plain-chromium.ts';
import { locales } from '../../shared/domain/locale.ts';
import { type Combination, everyCombination, type Listed } from './combinations.ts';
import { cutWordsOf, loadAxe, violationsOf } from './looks.ts';

/** Ways to spoil the screens, each of which must be seen. */
export const galleryBreaks = ['narrow-boxes', 'nameless-buttons'] as const;
export type GalleryBreak = (typeof galleryBreaks)[number];

export interface OpenGallery {
  readonly page: Page;
  readonly list: readonly Listed[];
  readonly close: () => Promise<void>;
}

export async function openGallery(browser: Browser): Promise<OpenGallery> {
  await buildGallery();
  const served = await serveGallery();
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  await page.clock.setFixedTime('2026-03-14T12:04:30+02:00');
  await page.goto(served.url);
  await page.waitForFunction(() => 'gallery' in window);
  await loadAxe(page);
  const list = await page.evaluate(() => window.gallery.list);
  const close = async () => {
    await page.close();
    served.close();
  };
  return { page, list, close };
}

export async function show(page: Page, { name, locale, theme, size }: Combination): Promise<void> {
  const [width = 0, height = 0] = size.split('x').map(Number);
  await page.setViewportSize({ width, height });
  await page.evaluate((choice) => window.gallery.show(choice as never), { screen: name, locale, theme });
}

async function spoil(page: Page, breaking: GalleryBreak): Promise<void> {
  await page.evaluate((how) => {
    if (how === 'narrow-boxes') {
      for (const title of document.querySelectorAll<HTMLElement>('h1, h2, b')) {
        title.style.cssText = 'display: block; inline-size: 8px; overflow: hidden; white-space: nowrap';
      }
    } else {
      for (const button of document.querySelectorAll('button')) {
        button.removeAttribute('aria-label');
        button.replaceChildren();
      }
    }
  }, breaking);
}

/** What is wrong on these screens, each line with where it was seen. */
export async function lookAround(
  page: Page,
  combinations: readonly Combination[],
  breaking: GalleryBreak | null = null,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const combination of combinations) {
    await show(page, combination);
    if (breaking !== null) await spoil(page, breaking);
    const found = [
      ...(await violationsOf(page, { hiddenByModal: true })),
      ...(await cutWordsOf(page)).map((words) => `cut off: ${words}`),
    ];
    wrong.push(...found.map((what) => `${Object.values(combination).join(' ')}: ${what}`));
  }
  return wrong;
}

const controlScreens = 3;

/** Every screen in every language, theme and size; with the screens spoilt, the first few of them. */
export async function proveTheGallery(breaking: GalleryBreak | null) {
  const browser = await chromium.launch(plainChromium());
  try {
    const { page, list } = await openGallery(browser);
    const all = everyCombination(breaking === null ? list : list.slice(0, controlScreens), locales);
    return { runs: all.length, seen: { screens: list.length }, violations: await lookAround(page, all, breaking) };
  } finally {
    await browser.close();
  }
}
