// Starts the built till for tests and measurements.
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { _electron, type Browser, chromium, type ElectronApplication, expect, type Page } from '@playwright/test';
import { tillEnvironment } from '../../build/chromium-host/environment.ts';
import { displayOfWorker } from '../../build/displays.ts';
import { findElectron } from '../../build/electron-binary.ts';
import { hostDir, projectDir } from '../../build/paths.ts';

export interface Till {
  readonly page: Page;
  readonly dataDir: string;
  /** Exit status, once the till has ended; null when a signal ended it. */
  readonly exited: Promise<number | null>;
  /** What the till has written so far, both streams. */
  readonly output: () => string;
  /** Ends the till as a signal would, and waits until it has. */
  readonly stop: () => Promise<void>;
  /** Its main process. */
  readonly pid: number;
  /** Only on real Electron: specs marked `@electron` use it. */
  readonly electron: ElectronApplication | null;
}

/** Addresses of the till's own page on either host. */
const tillPage = /^(app:\/\/till|https:\/\/till\.app\.invalid)\/index\.html/;
/** The one on the customer's side of a desk. */
const displayPage = /^(app:\/\/till|https:\/\/till\.app\.invalid)\/display\.html/;
const startTimeoutMs = 30_000;

/** What a till under test inherits: nothing of this station's own settings, but `tillEnv`. */
export function tillTestEnvironment(
  dataDir: string,
  tillEnv: Readonly<Record<string, string>>,
): Record<string, string> {
  const inherited = Object.entries(tillEnvironment(process.env)).filter(([name]) => !name.startsWith('TILL_'));
  const display = displayOfWorker(process.env);
  return {
    ...Object.fromEntries(inherited),
    ...(display === undefined ? {} : { DISPLAY: display }),
    TILL_DATA_DIR: dataDir,
    ...tillEnv,
  };
}

function recordOutput(child: ChildProcess): { read: () => string; waitFor: (pattern: RegExp) => Promise<string> } {
  let text = '';
  const watchers = new Set<() => void>();
  const grow = (chunk: Buffer) => {
    text += chunk.toString('utf8');
    for (const watcher of watchers) watcher();
  };
  child.stdout?.on('data', grow);
  child.stderr?.on('data', grow);
  const waitFor = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(text)?.[1];
        if (found === undefined) return;
        watchers.delete(look);
        resolve(found);
      };
      watchers.add(look);
      child.once('exit', (code) => reject(new Error(`the till ended with ${code} before it had a window:\n${text}`)));
      look();
    });
  return { read: () => text, waitFor };
}

async function findPage(pages: () => Page[], address = tillPage): Promise<Page> {
  await expect.poll(() => pages().some((page) => address.test(page.url())), { timeout: startTimeoutMs }).toBe(true);
  return pages().find((page) => address.test(page.url())) as Page;
}

/** The second window of a till, once it is there. */
export function findDisplay({ page, electron }: Pick<Till, 'page' | 'electron'>): Promise<Page> {
  return findPage(() => electron?.windows() ?? page.context().pages(), displayPage);
}

/** Makes a training till's page as it comes up at a start, with the sample customers as they were. */
export async function beginAnew(page: Page): Promise<void> {
  const came = page.waitForEvent('domcontentloaded');
  // Not awaited in the page: the page that asks is the one that goes.
  await page.evaluate(() => void window.tillTraining?.call('training/start-over', {}));
  await came;
  await page.locator('main').waitFor({ timeout: startTimeoutMs });
}

/** The built till on chromium-host, through the one entry that opens a debugging port; `nodeFlags` are Node's own. */
export async function startOnChromium(
  env: Record<string, string>,
  nodeFlags: readonly string[] = [],
): Promise<Omit<Till, 'dataDir'>> {
  const child = spawn(process.execPath, [...nodeFlags, path.join(hostDir, 'test-entry.js')], { env, cwd: projectDir });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const output = recordOutput(child);
  const end = async () => {
    child.kill('SIGTERM');
    await exited;
  };
  try {
    const address = await output.waitFor(/DevTools listening on (ws:\/\/\S+)/);
    const browser = await chromium.connectOverCDP(address);
    const page = await findPage(() => browser.contexts().flatMap((context) => context.pages()));
    const stop = async () => {
      await browser.close().catch(() => undefined);
      await end();
    };
    return { page, exited, stop, output: output.read, pid: child.pid ?? 0, electron: null };
  } catch (error) {
    // A till that did not come up must not stay behind, and its Chromium with it.
    await end();
    throw error;
  }
}

/** The page of a till on chromium-host whose page crashed or was ended: what Playwright held of it never answers again. */
export async function connectAnew({ output }: Pick<Till, 'output'>): Promise<{ browser: Browser; page: Page }> {
  const address = /DevTools listening on (ws:\/\/\S+)/.exec(output())?.[1] as string;
  const browser = await chromium.connectOverCDP(address);
  const [page] = browser.contexts().flatMap((context) => context.pages());
  if (page === undefined) {
    throw new Error('the window has no page any more');
  }
  return { browser, page };
}

/** A till on chromium-host that ends by itself: with which status, and what it said. */
export async function runUntilItEnds(env: Record<string, string>) {
  const child = spawn(process.execPath, [path.join(hostDir, 'till-entry.js')], { env, cwd: projectDir });
  const output = recordOutput(child);
  const exitStatus = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { exitStatus, output: output.read() };
}

export async function startOnElectron(env: Record<string, string>): Promise<Omit<Till, 'dataDir'>> {
  const rootFlags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const electron = await _electron.launch({
    executablePath: findElectron() ?? '',
    args: [projectDir, ...rootFlags],
    cwd: projectDir,
    env,
  });
  const child = electron.process();
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const output = recordOutput(child);
  const page = await findPage(() => electron.windows());
  const stop = async () => {
    await electron.close().catch(() => undefined);
    await exited;
  };
  return { page, exited, stop, output: output.read, pid: child.pid ?? 0, electron };
}
