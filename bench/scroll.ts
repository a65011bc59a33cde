import { type Browser, chromium, type Page } from '@playwright/test';
import { plainChromium } from '../build/plain-chromium.ts';
import type { BenchResult } from './bench.ts';
import { rowCount, rowHeightPx } from './scroll-page/rows.ts';
import { buildPage, servePage } from './serve-page.ts';
import { inMs, median, percentile } from './statistics.ts';

/** Seven rows in each frame, the whole list in under half a minute: faster than a hand turns a wheel. */
const stepPx = 7 * rowHeightPx;
const rounds = 3;
const frameMs = 1_000 / 60;

/** Scrolls the page's list from its beginning to its end, a step for each frame; answers with the milliseconds between. */
function scrollThrough(page: Page): Promise<readonly number[]> {
  return page.evaluate(
    ({ step }) =>
      new Promise<readonly number[]>((resolve) => {
        const list = document.querySelector<HTMLElement>('.virtual-list');
        if (list === null) throw new Error('there is no list');
        const betweenMs: number[] = [];
        let last: number | null = null;
        list.scrollTop = 0;
        const frame = (at: number) => {
          if (last !== null) betweenMs.push(at - last);
          last = at;
          if (list.scrollTop + list.clientHeight >= list.scrollHeight - 1) {
            resolve(betweenMs);
          } else {
            list.scrollTop += step;
            requestAnimationFrame(frame);
          }
        };
        requestAnimationFrame(frame);
      }),
    { step: stepPx },
  );
}

/** A frame that took as long as three has cost two. */
const lostIn = (betweenMs: readonly number[]): number =>
  betweenMs.reduce((lost, ms) => lost + Math.max(0, Math.round(ms / frameMs) - 1), 0);

/** In how many of the steps no row stands in the middle of the list once the step has been painted. */
function countGaps(page: Page): Promise<{ readonly steps: number; readonly gaps: number }> {
  return page.evaluate(async (step) => {
    const list = document.querySelector<HTMLElement>('.virtual-list');
    if (list === null) throw new Error('there is no list');
    const { top, height } = list.getBoundingClientRect();
    const middle = top + height / 2;
    let [steps, gaps] = [0, 0];
    for (list.scrollTop = 0; list.scrollTop + list.clientHeight < list.scrollHeight - 1; list.scrollTop += step) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => setTimeout(resolve));
      steps += 1;
      const isThere = [...list.querySelectorAll('.record')].some((row) => {
        const box = row.getBoundingClientRect();
        return box.top <= middle && box.bottom >= middle;
      });
      gaps += isThere ? 0 : 1;
    }
    return { steps, gaps };
  }, 5 * stepPx);
}

async function openList(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(url);
  await page.locator('.record').first().waitFor();
  const lengthPx = await page.locator('.virtual-list').evaluate(({ scrollHeight }) => scrollHeight);
  if (lengthPx < rowCount * rowHeightPx) {
    throw new Error(`the list is ${lengthPx} px long: not all of its rows are in it`);
  }
  return page;
}

async function measurePage(browser: Browser, url: string): Promise<readonly number[]> {
  const page = await openList(browser, url);
  const betweenMs = await scrollThrough(page);
  await page.close();
  return betweenMs;
}

/** What scrolling through 10,000 statements costs, beside as many plain rows, one page after the other in each round. */
export async function measure(): Promise<BenchResult> {
  const served = await servePage(await buildPage('scroll-page', ['till.html', 'plain.html']));
  const browser = await chromium.launch({ ...plainChromium(), headless: !process.env.DISPLAY });
  const till: (readonly number[])[] = [];
  const plain: (readonly number[])[] = [];
  let gapsNote = '';
  try {
    for (let round = 0; round < rounds; round += 1) {
      till.push(await measurePage(browser, `${served.url}till.html`));
      plain.push(await measurePage(browser, `${served.url}plain.html`));
    }
    const { steps, gaps } = await countGaps(await openList(browser, `${served.url}till.html`));
    gapsNote = `Once more in steps of ${5 * stepPx} px: after ${gaps} of ${steps} no row stood in the middle of the list.`;
  } finally {
    await browser.close();
    served.close();
  }
  const row = (name: string, scrolled: readonly (readonly number[])[]): readonly string[] => {
    const between = scrolled.flat();
    const lost = scrolled.map(lostIn);
    const drawn = between.length / scrolled.length;
    return [
      name,
      drawn.toFixed(0),
      `${median(lost)} (${Math.min(...lost)} to ${Math.max(...lost)})`,
      `${((100 * median(lost)) / (drawn + median(lost))).toFixed(1)} %`,
      inMs(median(between)),
      inMs(percentile(between, 95)),
    ];
  };
  return {
    title: '10,000 statements scrolled through',
    rows: [
      ['', 'frames drawn', 'frames lost, median', 'of all', 'between two, median', 'p95'],
      row('the desk’s list of statements', till),
      row('an empty page with as many plain rows', plain),
    ],
    notes: [
      `From the first row to the last, ${stepPx} px in each frame, ${rounds} times each in the same Chromium, one page after the other.`,
      'A frame counts as lost for each sixtieth of a second by which the next one is late.',
      gapsNote,
    ],
  };
}
