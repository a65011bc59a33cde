import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { distDir } from '../build/paths.ts';
import { plainChromium } from '../build/plain-chromium.ts';
import { startOnChromium, tillTestEnvironment } from '../test/e2e/start-till.ts';
import type { BenchResult } from './bench.ts';
import { buildPage, servePage } from './serve-page.ts';
import { inMs, median, percentile } from './statistics.ts';

const rounds = 60;
/** A till asks the service 60 times a minute at most, two for each scan. */
const scanRounds = 24;
const warmUps = 4;
/** Slower than any scanner, and slower than two frames: no input waits for the one before. */
const pauseMs = 120;

type Cause = 'keydown' | 'click' | 'scan';

/** Waits in the page for one input of a kind; answers how long after it the next frame had been painted. */
function inputToPaint(page: Page, cause: Cause): Promise<number> {
  return page.evaluate(
    (name) =>
      new Promise<number>((resolve) => {
        const untilPainted = (sinceMs: number) =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - sinceMs);
            port2.postMessage(null);
          });
        if (name === 'scan' && 'till' in window) {
          new PerformanceObserver((list, observer) => {
            const mark = list.getEntriesByName('scan-received').at(-1);
            if (mark === undefined) return;
            observer.disconnect();
            untilPainted(mark.startTime);
          }).observe({ entryTypes: ['mark'] });
        } else {
          addEventListener(name, (event) => untilPainted(event.timeStamp), { once: true, capture: true });
        }
      }),
    cause,
  );
}

async function measureInput(page: Page, cause: Cause, act: (round: number) => Promise<void>): Promise<number[]> {
  const taken: number[] = [];
  const wanted = cause === 'scan' ? scanRounds : rounds;
  for (let round = 0; round < warmUps + wanted; round += 1) {
    const painted = inputToPaint(page, cause);
    await page.waitForTimeout(pauseMs);
    await act(round);
    taken.push(await painted);
  }
  return taken.slice(warmUps);
}

interface Inputs {
  readonly key: readonly number[];
  readonly tap: readonly number[];
  readonly scan: readonly number[];
}

async function measureTill(): Promise<Inputs> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'wallet-till-bench-'));
  const till = await startOnChromium(tillTestEnvironment(dataDir, {}));
  try {
    const { page } = till;
    const cards = ['cyrillic', 'main'];
    const scan = await measureInput(page, 'scan', (round) =>
      page.getByTestId(`dock-card-${cards[round % cards.length]}`).click(),
    );
    await page.getByTestId('balance-EUR').waitFor();
    // Writing and wiping in turn, so that the field never fills.
    const key = await measureInput(page, 'keydown', (round) =>
      page.keyboard.press(round % 2 === 0 ? '7' : 'Backspace'),
    );
    const seven = page.locator('.pad button').first();
    const tap = await measureInput(page, 'click', async (round) => {
      await seven.click();
      if (round % 6 === 5) {
        await page.keyboard.press('Delete');
      }
    });
    return { key, tap, scan };
  } finally {
    await till.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measureEmptyPage(): Promise<Inputs> {
  const served = await servePage(await buildPage('empty-page'));
  const browser = await chromium.launch({ ...plainChromium(), headless: !process.env.DISPLAY });
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(served.url);
    const key = await measureInput(page, 'keydown', () => page.keyboard.press('7'));
    const tap = await measureInput(page, 'click', () => page.locator('#tap').click());
    const scan = await measureInput(page, 'scan', () =>
      page.evaluate(() => void dispatchEvent(new CustomEvent('scan'))),
    );
    return { key, tap, scan };
  } finally {
    await browser.close();
    served.close();
  }
}

function sizeOf(extension: string): string {
  const assets = path.join(distDir, 'renderer', 'assets');
  const files = readdirSync(assets).filter((name) => name.endsWith(extension));
  const bytes = files.reduce((sum, name) => sum + statSync(path.join(assets, name)).size, 0);
  return `${Math.round(bytes / 1024)} KiB in ${files.length} file${files.length === 1 ? '' : 's'}`;
}

/** From an input to the frame that shows what it did, beside a page in which React changes one word. */
export async function measure(): Promise<BenchResult> {
  const [till, empty] = [await measureTill(), await measureEmptyPage()];
  const row = (name: string, input: keyof Inputs): readonly string[] => [
    name,
    inMs(median(till[input])),
    inMs(percentile(till[input], 95)),
    inMs(median(empty[input])),
    inMs(percentile(empty[input], 95)),
    (median(till[input]) / median(empty[input])).toFixed(2),
  ];
  return {
    title: 'From an input to the painted frame',
    rows: [
      ['', 'the till, median', 'the till, p95', 'an empty React page, median', 'p95', 'ratio of the medians'],
      row('a scan, from its arrival in the page to its ticket', 'scan'),
      row('a tap on the pad', 'tap'),
      row('a key', 'key'),
    ],
    notes: [
      `${rounds} of each and ${scanRounds} scans, one after the other, in the same Chromium; the clock starts with the browser's own time of the input.`,
      `The till's page: script ${sizeOf('.js')}, style ${sizeOf('.css')}, not compressed.`,
    ],
  };
}
