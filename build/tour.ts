// npm run tour: pictures of every screen in the three languages, for docs/tour.md. Look at them before you commit them.
// `npm run tour -- PATTERN` takes those of screens whose names match, and of screens that have none yet.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { locales } from '../shared/domain/locale.ts';
import { buildGallery, serveGallery } from './gallery-pages.ts';
import { requireNode24 } from './node-24.ts';
import { projectDir } from './paths.ts';
import { plainChromium } from './plain-chromium.ts';

const tourDir = path.join(projectDir, 'docs', 'tour');
/** The same moment in every picture, so that a new picture differs only where the screen does. */
const pictureTime = '2026-03-14T12:04:30+02:00';
/** The longer side of a picture, in pixels: enough to read, little to keep. */
const pictureSidePx = 480;

async function takePicture(page: Page, size: string, file: string): Promise<void> {
  const [width = 0, height = 0] = size.split('x').map(Number);
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 40,
    clip: { x: 0, y: 0, width, height, scale: Math.min(1, pictureSidePx / Math.max(width, height)) },
  });
  await session.detach();
  writeFileSync(file, Buffer.from(data, 'base64'));
}

const fileOf = (name: string, locale: string) => path.join(tourDir, `${name.replace('/', '-')}-${locale}.webp`);

function pageOf(names: readonly string[]): string {
  const faces = [...new Set(names.map((name) => name.split('/')[0] ?? ''))];
  const title = (name: string) => name.slice(name.indexOf('/') + 1).replaceAll('-', ' ');
  const picture = (name: string, locale: string) =>
    `![${title(name)}, ${locale}](tour/${name.replace('/', '-')}-${locale}.webp)`;
  const rows = (face: string) =>
    names
      .filter((name) => name.startsWith(`${face}/`))
      .map((name) => `| ${title(name)} | ${locales.map((locale) => picture(name, locale)).join(' | ')} |`);
  const sections = faces.map(
    (face) =>
      `## ${face}\n\n| | ${locales.join(' | ')} |\n| --- | ${'--- | '.repeat(locales.length)}\n${rows(face).join('\n')}`,
  );
  return `# Tour\n\nEvery screen in three languages, written by \`npm run tour\` from the gallery (\`npm run gallery\`), where each also stands in every\ntheme and size. Names and figures are made up.\n\n${sections.join('\n\n')}\n`;
}

requireNode24();
await buildGallery();
const served = await serveGallery();
const browser = await chromium.launch(plainChromium());
try {
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  await page.clock.setFixedTime(pictureTime);
  await page.goto(served.url);
  await page.waitForFunction(() => 'gallery' in window);
  // One look of many says no more here; it stands in the gallery.
  const list = (await page.evaluate(() => window.gallery.list)).filter(({ isOneOfMany }) => !isOneOfMany);
  const [pattern] = process.argv.slice(2);
  if (pattern === undefined) rmSync(tourDir, { recursive: true, force: true });
  const isWanted = (name: string) =>
    new RegExp(pattern ?? '').test(name) || locales.some((locale) => !existsSync(fileOf(name, locale)));
  let taken = 0;
  mkdirSync(tourDir, { recursive: true });
  for (const { name, sizes } of list.filter((exhibit) => isWanted(exhibit.name))) {
    const [size = '1366x768'] = sizes;
    const [width = 0, height = 0] = size.split('x').map(Number);
    await page.setViewportSize({ width, height });
    for (const locale of locales) {
      await page.evaluate((choice) => window.gallery.show(choice as never), { screen: name, locale, theme: 'light' });
      await takePicture(page, size, fileOf(name, locale));
      taken += 1;
    }
  }
  writeFileSync(path.join(projectDir, 'docs', 'tour.md'), pageOf(list.map(({ name }) => name)));
  console.log(`${list.length} screens, ${taken} pictures taken anew in docs/tour`);
} finally {
  await browser.close();
  served.close();
}
