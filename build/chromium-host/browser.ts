// Starts the installed Chromium, with one window and nothing that a till has no use for.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { DevtoolsPipe } from './devtools-pipe.ts';
import { browserEnvironment } from './environment.ts';
import { launchOptions } from './launch-options.ts';

// Debian's /usr/bin/chromium is a script that reads flags from files and the environment; the binary takes ours only.
const places = [
  '/usr/lib/chromium/chromium',
  '/usr/lib/chromium-browser/chromium-browser',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The installed Chromium's binary, or null. */
export function findChromium(): string | null {
  return places.find((place) => existsSync(place)) ?? null;
}

const quietFlags = [
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--noerrdialogs',
  '--password-store=basic',
  '--hide-crash-restore-bubble',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-session-crashed-bubble',
  '--disable-sync',
  // A container has no session bus, and Chromium would say so fifty times.
  '--log-level=3',
  '--disable-features=Translate,MediaRouter,DialMediaRouteProvider,OptimizationHints,AutofillServerCommunication,GlobalMediaControls',
];
const tillFlags = [
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-timer-throttling',
  '--disable-pinch',
  '--overscroll-history-navigation=0',
  // The page speaks to main only. No name resolves and no proxy is asked, whatever a page might try.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-proxy-server',
];

export interface BrowserOptions {
  readonly userDataDir: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly isKiosk: boolean;
}

export interface Browser {
  readonly pipe: DevtoolsPipe;
  readonly process: ChildProcess;
}

/**
 * A dump of a crashed page would hold its customer, and no flag keeps Chromium from writing one. Its crash handler needs
 * these three as folders: as files they stop it at its start, and nothing else of Chromium minds.
 */
function makeDumpsImpossible(profileDir: string): string {
  const dumpsDir = path.join(profileDir, 'no-crash-dumps');
  mkdirSync(dumpsDir, { recursive: true });
  for (const name of ['new', 'pending', 'completed']) writeFileSync(path.join(dumpsDir, name), '');
  return dumpsDir;
}

function flagsFor(options: BrowserOptions, profileDir: string): string[] {
  const isRoot = process.getuid?.() === 0;
  const hasDisplay = process.platform === 'win32' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return [
    ...quietFlags,
    ...tillFlags,
    `--user-data-dir=${profileDir}`,
    // Chromium's sandbox refuses to run as root (containers, CI); nobody else loses it. Their /dev/shm is small, too.
    ...(isRoot ? ['--no-sandbox', '--test-type', '--disable-dev-shm-usage'] : []),
    ...(hasDisplay ? [] : ['--headless=new']),
    ...(options.isKiosk ? ['--kiosk'] : []),
    `--window-size=${options.widthPx},${options.heightPx}`,
    '--window-position=0,0',
    ...launchOptions.extraFlags,
    ...launchOptions.appSwitches.map((name) => `--${name}`),
    '--remote-debugging-pipe',
    '--app=data:text/html,<title>Wallet Till</title>',
  ];
}

/** Starts Chromium. Throws when none is installed; `onClosed` tells that it ended, for whatever reason. */
export function startBrowser(options: BrowserOptions, onClosed: () => void): Browser {
  const binary = findChromium();
  if (binary === null) throw new Error('No Chromium is installed (Debian: apt-get install chromium)');
  // Temporary profiles would stay behind after a kill, so it lives with the station's other data.
  const profileDir = path.join(options.userDataDir, 'chromium-profile');
  mkdirSync(profileDir, { recursive: true, mode: 0o700 });
  const child = spawn(binary, flagsFor(options, profileDir), {
    env: { ...browserEnvironment(process.env), BREAKPAD_DUMP_LOCATION: makeDumpsImpossible(profileDir) },
    stdio: ['ignore', 'ignore', launchOptions.showBrowserLog ? 'inherit' : 'ignore', 'pipe', 'pipe'],
  });
  process.on('exit', () => child.kill('SIGKILL'));
  child.on('error', onClosed);
  const pipe = new DevtoolsPipe(child.stdio[3] as Writable, child.stdio[4] as Readable, onClosed);
  return { pipe, process: child };
}
