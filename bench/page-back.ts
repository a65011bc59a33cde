import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { startOnChromium, type Till, tillTestEnvironment } from '../test/e2e/start-till.ts';
import type { BenchResult } from './bench.ts';
import { inMs, median, percentile } from './statistics.ts';

const tills = 5;
/** The third within a minute ends a till. */
const crashesOfOne = 2;

type Running = Omit<Till, 'dataDir'>;

/** Milliseconds since the epoch at which this page's first words were painted: nothing stands in it before them. */
async function paintedAt(page: Page): Promise<number> {
  await page.locator('main').waitFor();
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list, observer) => {
          const [painted] = list.getEntriesByName('first-contentful-paint');
          if (painted === undefined) return;
          observer.disconnect();
          resolve(performance.timeOrigin + painted.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
}

async function pageOf({ output }: Running): Promise<Page> {
  const address = /DevTools listening on (ws:\/\/\S+)/.exec(output())?.[1] ?? '';
  const browser = await chromium.connectOverCDP(address);
  const [page] = browser.contexts().flatMap((context) => context.pages());
  if (page === undefined) throw new Error('the window has no page any more');
  return page;
}

/** From loading the page anew, in a process that is there, to its paint. */
async function startPlainly(page: Page): Promise<number> {
  const began = Date.now();
  await page.reload();
  return (await paintedAt(page)) - began;
}

/** From the crash of the page's process to the paint of the page that main brought back. */
async function killAndComeBack(till: Running, page: Page): Promise<{ readonly page: Page; readonly tookMs: number }> {
  const crashed = page.waitForEvent('crash');
  const devtools = await page.context().newCDPSession(page);
  const began = Date.now();
  // It never answers: its process is gone.
  devtools.send('Page.crash').catch(() => undefined);
  await crashed;
  const again = await pageOf(till);
  return { page: again, tookMs: (await paintedAt(again)) - began };
}

/** How long a queue looks at nothing when the page's process dies, beside a plain start of the same page. */
export async function measure(): Promise<BenchResult> {
  const plain: number[] = [];
  const back: number[] = [];
  for (let round = 0; round < tills; round += 1) {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'till-page-back-'));
    const till = await startOnChromium(tillTestEnvironment(dataDir, {}));
    try {
      let { page } = till;
      await paintedAt(page);
      for (let crash = 0; crash < crashesOfOne; crash += 1) {
        plain.push(await startPlainly(page));
        const came = await killAndComeBack(till, page);
        page = came.page;
        back.push(came.tookMs);
      }
    } finally {
      await till.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  }
  const ratios = back.map((took, index) => took / (plain[index] ?? 1));
  return {
    title: 'A page whose process died, until it is painted again',
    rows: [
      ['', 'median', 'p95'],
      ['crashed, brought back by main, painted', inMs(median(back)), inMs(percentile(back, 95))],
      ['a plain start of the same page', inMs(median(plain)), inMs(percentile(plain, 95))],
      ['ratio, round by round', median(ratios).toFixed(2), percentile(ratios, 95).toFixed(2)],
    ],
    notes: [
      `${back.length} crashes of the page’s process in ${tills} training tills, each after a plain start of the same page.`,
      'The clock is the system’s, from the crash to the first words that the page’s own timing says were painted.',
    ],
  };
}
