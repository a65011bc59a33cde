// `app`: the life of the till's main process.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { launchOptions } from './launch-options.ts';
import { Notifier, preventable } from './notifier.ts';
import { acquireSingleInstanceLock } from './single-instance.ts';
import { strict } from './strict.ts';
import type { App, AppEvents } from './surface.ts';

/** dist/chromium-host (or build/chromium-host) is two below the project. */
const appDir = path.join(import.meta.dirname, '..', '..');
const manifest = JSON.parse(readFileSync(path.join(appDir, 'package.json'), 'utf8')) as {
  readonly name: string;
  readonly productName?: string;
  readonly version: string;
};
const productName = manifest.productName ?? manifest.name;

export const appEvents = new Notifier<AppEvents>();

/** What has to end before the process does: the window closes, Chromium ends. */
const endings: (() => Promise<void> | void)[] = [];
export function beforeExit(ending: () => Promise<void> | void): void {
  endings.push(ending);
}

let isReady = false;
let isQuitting = false;
let userDataDir: string | null = null;

const ready = new Promise<void>((resolve) => {
  // Later than the app's first synchronous code, which Electron also lets run before it is ready.
  setImmediate(() => {
    isReady = true;
    resolve();
    appEvents.emit('ready');
  });
});

function appDataDir(): string {
  if (process.platform === 'win32') return process.env.APPDATA ?? path.join(homedir(), 'AppData', 'Roaming');
  return process.env.XDG_CONFIG_HOME ?? path.join(homedir(), '.config');
}

function directory(name: Parameters<App['getPath']>[0]): string {
  switch (name) {
    case 'userData':
      return userDataDir ?? path.join(appDataDir(), productName);
    case 'logs':
      return path.join(directory('userData'), 'logs');
    case 'appData':
      return appDataDir();
    case 'home':
      return homedir();
    case 'temp':
      return tmpdir();
  }
}

let startsAnew = false;

function exit(exitCode = 0): void {
  appEvents.emit('quit', preventable(), exitCode);
  // A till under test is started anew by its test, which would lose sight of it otherwise.
  if (startsAnew && !launchOptions.showBrowserLog) {
    spawn(process.execPath, [path.join(import.meta.dirname, 'till-entry.js')], {
      stdio: 'inherit',
      detached: true,
    }).unref();
  }
  process.exit(exitCode);
}

function isPrevented(name: 'before-quit' | 'will-quit'): boolean {
  const event = preventable();
  appEvents.emit(name, event);
  return event.defaultPrevented;
}

async function endAndExit(): Promise<void> {
  for (const ending of endings) await ending();
  // Prevented by an app that has something to finish: it quits or exits by itself when it is done.
  isQuitting = !isPrevented('will-quit');
  if (isQuitting) exit(0);
}

/** Electron's order: before-quit, the windows close, will-quit, quit. */
function quit(): void {
  if (isQuitting || isPrevented('before-quit')) return;
  isQuitting = true;
  void endAndExit();
}

/** The last window closed, by the user or with Chromium: an app that does not say otherwise ends. */
export function allWindowsClosed(): void {
  if (!isQuitting && !appEvents.emit('window-all-closed')) quit();
}

export const app: App = strict<App>('app', {
  ...appEvents.subscription(),
  isPackaged: false,
  name: productName,
  whenReady: () => ready,
  isReady: () => isReady,
  quit,
  exit,
  relaunch() {
    startsAnew = true;
  },
  getName: () => productName,
  getVersion: () => manifest.version,
  getAppPath: () => appDir,
  getLocale: () => (process.env.LANG ?? 'en-US').split('.')[0]?.replace('_', '-') ?? 'en-US',
  getPath(name) {
    const dir = directory(name);
    mkdirSync(dir, { recursive: true });
    return dir;
  },
  setPath(_name, dir) {
    if (!path.isAbsolute(dir)) throw new Error('Path must be absolute');
    userDataDir = dir;
  },
  setAppUserModelId() {},
  enableSandbox() {},
  commandLine: {
    appendSwitch(name) {
      launchOptions.appSwitches = [...launchOptions.appSwitches, name];
    },
  },
  requestSingleInstanceLock: () =>
    acquireSingleInstanceLock(directory('userData'), () =>
      appEvents.emit('second-instance', preventable(), [], process.cwd()),
    ),
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, quit);
