// Electron's binary comes from its download host on first use, which many machines cannot reach: one bounded try, and a
// failure is remembered so that not every start waits for it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toolEnvironment } from './chromium-host/environment.ts';
import { electronPackageDir, findElectron } from './electron-binary.ts';
import { cacheDir } from './paths.ts';

const downloadTimeoutMs = 20_000;
const retryAfterMs = 24 * 60 * 60 * 1_000;
const memoryFile = path.join(cacheDir, 'electron-download.json');

/** True when a try is due: none has failed yet, or the last failure is a day old (or from a clock ahead of ours). */
export function isTryDue(memory: string | null, nowMs: number): boolean {
  if (memory === null) return true;
  const failedAtMs = Number(/"failedAtMs":(\d+)/.exec(memory)?.[1] ?? Number.NaN);
  const sinceMs = nowMs - failedAtMs;
  return !(sinceMs >= 0 && sinceMs < retryAfterMs);
}

/** Electron's binary, downloaded if that is due and succeeds within 20 s; null otherwise. */
export function fetchElectron(nowMs: number = Date.now()): string | null {
  const memory = existsSync(memoryFile) ? readFileSync(memoryFile, 'utf8') : null;
  if (!isTryDue(memory, nowMs)) return null;
  console.log('Fetching the Electron binary (at most 20 s; a failure is remembered for a day)…');
  spawnSync(process.execPath, [path.join(electronPackageDir, 'install.js')], {
    stdio: 'ignore',
    timeout: downloadTimeoutMs,
    env: toolEnvironment(process.env),
  });
  const binary = findElectron();
  if (binary === null) {
    mkdirSync(cacheDir, { recursive: true });
    writeFileSync(memoryFile, JSON.stringify({ failedAtMs: nowMs }));
  }
  return binary;
}
