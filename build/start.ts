// npm start: the till on Electron where its binary is here or can be fetched, else the very same main.js on an installed
// Chromium; without a display, headless and with one visitor who does the main job.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildAll } from './build.ts';
import { tillEnvironment } from './chromium-host/environment.ts';
import { findElectron } from './electron-binary.ts';
import { fetchElectron } from './electron-download.ts';
import { requireNode24 } from './node-24.ts';
import { hostDir, projectDir } from './paths.ts';
import { isBuildStale } from './staleness.ts';
import { chromiumPackage, ensureInstalled } from './system-packages.ts';

export interface Launch {
  readonly program: string;
  readonly args: readonly string[];
  /** One line for the person who started it. */
  readonly says: string;
}

const notTheProduct = 'a host for development and tests, not the product';

function onElectron(binary: string): Launch {
  // Chromium's sandbox refuses to run as root; a till runs as an ordinary user.
  const rootFlags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { program: binary, args: [projectDir, ...rootFlags], says: 'Wallet Till on Electron' };
}

function onChromium(hasDisplay: boolean): Launch {
  const entry = hasDisplay ? 'till-entry.js' : 'tour-entry.js';
  const where = hasDisplay ? 'Chromium' : 'headless Chromium, as there is no display';
  return {
    program: process.execPath,
    args: [path.join(hostDir, entry)],
    says: `Wallet Till on ${where} (build/chromium-host: ${notTheProduct})`,
  };
}

/** Electron needs a display; null when Chromium is needed and missing. */
async function chooseLaunch(hasDisplay: boolean): Promise<Launch | null> {
  const electron = hasDisplay ? (findElectron() ?? fetchElectron()) : null;
  if (electron !== null) return onElectron(electron);
  return (await ensureInstalled([chromiumPackage])) ? onChromium(hasDisplay) : null;
}

function launch({ program, args }: Launch): void {
  const child = spawn(program, args, { stdio: 'inherit', cwd: projectDir, env: tillEnvironment(process.env) });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  child.once('error', (error) => {
    console.error(`${program} could not be started: ${error.message}`);
    process.exit(1);
  });
  child.once('exit', (code) => process.exit(code ?? 1));
}

async function start(): Promise<void> {
  requireNode24();
  if (isBuildStale()) await buildAll();
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  const hasDisplay = process.platform === 'win32' || process.platform === 'darwin' || !!(DISPLAY || WAYLAND_DISPLAY);
  const chosen = await chooseLaunch(hasDisplay);
  if (chosen === null) process.exit(1);
  console.log(chosen.says);
  launch(chosen);
}

if (import.meta.main) await start();
