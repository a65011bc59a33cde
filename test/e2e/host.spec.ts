// The development host itself: how it starts Chromium, what it leaves, and what it does not open.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { tillEnvironment } from '../../build/chromium-host/environment.ts';
import { hostDir } from '../../build/paths.ts';
import { expect, test } from './fixtures.ts';
import { listeningPorts, processesBelow, variablesOf } from './processes.ts';
import { connectAnew } from './start-till.ts';

test.use({ isShared: true });

const isBrowser = ({ command }: { command: string }) =>
  command.includes('--user-data-dir') && !command.includes('--type=');
const isPage = ({ command }: { command: string }) => command.includes('--type=renderer');

/** The till as `npm start` starts it, with everything in its way that might be taken for a wish to be debugged. */
function startNormally(dataDir: string): { till: ChildProcess; exited: Promise<number | null> } {
  const temptations = {
    CHROMIUM_FLAGS: '--remote-debugging-port=9222',
    CHROMIUM_USER_FLAGS: '--remote-debugging-port=9222',
  };
  const args = [
    path.join(hostDir, 'till-entry.js'),
    '--remote-debugging-port=9222',
    '--remote-debugging-address=0.0.0.0',
  ];
  const env = { ...tillEnvironment(process.env), ...temptations, TILL_DATA_DIR: dataDir };
  const till = spawn(process.execPath, args, { env, stdio: 'ignore' });
  return { till, exited: new Promise((resolve) => till.once('exit', resolve)) };
}

const waitForPage = (pid: number) =>
  expect.poll(() => processesBelow(pid).some(isPage), { timeout: 30_000 }).toBe(true);

test('no port is open, whatever the environment and the arguments say', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'wallet-till-host-'));
  const { till, exited } = startNormally(dataDir);
  await waitForPage(till.pid as number);
  const browsers = processesBelow(till.pid as number);
  expect(listeningPorts(browsers.map(({ pid }) => pid))).toEqual([]);
  expect(browsers.filter(({ command }) => command.includes('debugging-port'))).toEqual([]);
  till.kill('SIGTERM');
  expect(await exited).toBe(0);
  rmSync(dataDir, { recursive: true });
});

test('control: the test’s own entry does open one, on which the same look finds it', async ({ till: { pid } }) => {
  expect(listeningPorts(processesBelow(pid).map((process) => process.pid))).toHaveLength(1);
});

test('Chromium is told nothing of the till, is sandboxed for everyone but root, and keeps its profile with the till', async ({
  till: { pid, dataDir },
}) => {
  const browser = processesBelow(pid).find(isBrowser);
  expect(variablesOf(pid)).toContain('TILL_DATA_DIR');
  const names = variablesOf(browser?.pid ?? 0);
  expect(names).toContain('PATH');
  expect(names.filter((name) => /^(TILL_|NODE_|npm_)|proxy/i.test(name))).toEqual([]);
  expect(browser?.command.includes('--no-sandbox')).toBe(process.getuid?.() === 0);
  expect(browser?.command).toContain(`--user-data-dir=${dataDir}`);
});

test('closing the window ends the till with 0 and leaves no process behind', { tag: '@own-till' }, async ({
  till: { page, pid, exited },
}) => {
  const browsers = processesBelow(pid).filter(isBrowser);
  await page.close();
  expect(await exited).toBe(0);
  await expect.poll(() => browsers.filter((browser) => existsSync(`/proc/${browser.pid}/exe`))).toEqual([]);
});

test('a signal ends the till with 0', { tag: '@own-till' }, async ({ till: { pid, exited } }) => {
  process.kill(pid, 'SIGTERM');
  expect(await exited).toBe(0);
});

test('a second till in the same folder ends at once, and the first one stays', async ({ till: { page, dataDir } }) => {
  const { till: second, exited } = startNormally(dataDir);
  expect(await exited).toBe(0);
  expect(processesBelow(second.pid as number)).toEqual([]);
  await expect(page.getByTestId('waiting')).toBeVisible();
});

test('a window that the page opens is closed before it shows anything', async ({ till: { page } }) => {
  // Without an opener, in a process of its own: two debuggers, the host's and the test's, would stop one they share.
  await page.evaluate(() => void window.open('https://example.invalid/', '_blank', 'noopener'));
  await expect.poll(() => page.context().pages().length).toBe(1);
});

test('the page cannot be left for an address that needs no request', async ({ till: { page } }) => {
  const before = page.url();
  await page.evaluate(() => {
    location.href = 'about:blank';
  });
  await expect(page.getByTestId('waiting')).toBeVisible();
  expect(page.url()).toBe(before);
});

test('the page’s own world has neither the host’s binding nor its receiver', async ({ till: { page } }) => {
  const found = await page.evaluate(() =>
    Object.getOwnPropertyNames(globalThis).filter((name) => /^till(?!$|Training$)/.test(name)),
  );
  expect(found).toEqual([]);
});

test('a page that crashed comes back empty, and no dump of it is written', { tag: '@own-till' }, async ({
  till: { page, dataDir, output },
}) => {
  await page.getByTestId('dock-card-main').click();
  await expect(page.getByTestId('customer')).toBeVisible();
  const devtools = await page.context().newCDPSession(page);
  // It never answers: its page is gone.
  devtools.send('Page.crash').catch(() => undefined);
  await page.waitForEvent('crash');

  const { browser: again, page: reborn } = await connectAnew({ output });
  await expect(reborn.getByTestId('waiting')).toBeVisible();
  await expect(reborn.getByTestId('customer')).toHaveCount(0);
  await again.close();
  expect(dumpsBelow(dataDir)).toEqual([]);
  expect(dumpsBelow(path.join(homedir(), '.config', 'chromium'))).toEqual([]);
});

test('a page that crashes again and again is not brought back for ever: the till says so and ends', {
  tag: '@own-till',
}, async ({ till: { page, output, exited } }) => {
  await expect(page.getByTestId('waiting')).toBeVisible();
  for (const _ of ['first', 'second', 'third']) {
    const { browser, page: current } = await connectAnew({ output });
    await expect(current.getByTestId('waiting')).toBeVisible();
    const devtools = await current.context().newCDPSession(current);
    const crashed = current.waitForEvent('crash');
    devtools.send('Page.crash').catch(() => undefined);
    await crashed;
    await browser.close();
  }
  expect(await exited).toBe(1);
  expect(output()).toContain('The till’s window keeps crashing');
});

function dumpsBelow(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.dmp'));
}
