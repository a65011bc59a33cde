// Goes through the gallery and looks at each screen; shared by the test, which takes a sample, and the proof.
import { type Browser, chromium, type Page } from '@playwright/test';
import { buildGallery, serveGallery } from '../../build/gallery-pages.ts';
import { plainChromium } from '../../build/plain-chromium.ts';
import { sayNothing, type TellProgress } from '../progress.ts';
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
  return openBuiltGallery(browser);
}

async function openBuiltGallery(browser: Browser): Promise<OpenGallery> {
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
  {
    breaking = null,
    seen = () => undefined,
  }: { readonly breaking?: GalleryBreak | null; readonly seen?: () => void } = {},
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
    seen();
  }
  return wrong;
}

const controlScreens = 3;
/** Side by side, each in a browser of its own. */
const galleriesAtOnce = 2;

interface GalleryProof {
  readonly locale: string;
  readonly breaking: GalleryBreak | null;
  readonly tell?: TellProgress;
}

/** Every screen in every theme and size, in one language; with the screens spoilt, the first few of them. */
export async function proveTheGallery({ locale, breaking, tell = sayNothing }: GalleryProof) {
  await buildGallery();
  const browsers = await Promise.all(Array.from({ length: galleriesAtOnce }, () => chromium.launch(plainChromium())));
  try {
    const open = await Promise.all(browsers.map(openBuiltGallery));
    const list = open[0]?.list ?? [];
    const all = everyCombination(breaking === null ? list : list.slice(0, controlScreens), [locale]);
    let done = 0;
    const seen = () => tell(++done, all.length);
    const found = await Promise.all(
      open.map(({ page }, part) => {
        const own = all.filter((_, index) => index % galleriesAtOnce === part);
        return lookAround(page, own, { breaking, seen });
      }),
    );
    await Promise.all(open.map(({ close }) => close()));
    return { runs: done, seen: { screens: list.length }, violations: found.flat() };
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
  }
}
