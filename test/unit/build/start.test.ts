import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browserEnvironment, tillEnvironment, toolEnvironment } from '../../../build/chromium-host/environment.ts';
import { isTryDue } from '../../../build/electron-download.ts';
import { fingerprint } from '../../../build/staleness.ts';
import { installCommand } from '../../../build/system-packages.ts';

const dayMs = 24 * 60 * 60 * 1_000;

describe('fetching Electron', () => {
  const failedAt = (ms: number) => JSON.stringify({ failedAtMs: ms });

  it('is tried when it was never tried, or what was remembered cannot be read', () => {
    expect(isTryDue(null, 5)).toBe(true);
    expect(isTryDue('{', 5)).toBe(true);
  });

  it('is not tried again within a day of a failure', () => {
    expect(isTryDue(failedAt(1_000), 1_000)).toBe(false);
    expect(isTryDue(failedAt(1_000), 1_000 + dayMs - 1)).toBe(false);
  });

  it('is tried again after a day, and when the clock was set back', () => {
    expect(isTryDue(failedAt(1_000), 1_000 + dayMs)).toBe(true);
    expect(isTryDue(failedAt(1_000), 999)).toBe(true);
  });
});

describe('what a child process is told', () => {
  const source = {
    PATH: '/bin',
    DISPLAY: ':1',
    TILL_MAC_KEY: 'made-up',
    HTTPS_PROXY: 'http://proxy.invalid',
    npm_config_cache: '/c',
    AWS_SECRET_ACCESS_KEY: 'made-up',
    NODE_OPTIONS: '--require x',
    LD_PRELOAD: 'x.so',
    UNSET: undefined,
  };

  it('lets the till have its own settings and the proxies, and nothing that is not listed', () => {
    expect(Object.keys(tillEnvironment(source))).toEqual(['PATH', 'DISPLAY', 'TILL_MAC_KEY', 'HTTPS_PROXY']);
  });

  it('lets Chromium have none of the till’s settings and no proxy', () => {
    expect(Object.keys(browserEnvironment(source))).toEqual(['PATH', 'DISPLAY']);
  });

  it('lets tools have the proxies and none of the till’s settings', () => {
    expect(Object.keys(toolEnvironment(source))).toEqual(['PATH', 'DISPLAY', 'HTTPS_PROXY', 'npm_config_cache']);
  });
});

describe('whether a build is stale', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'wallet-till-build-'));
    writeFileSync(path.join(dir, 'a.ts'), 'one');
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it('is told by a file that changed, came or went', () => {
    const before = fingerprint(dir, ['.']);
    expect(fingerprint(dir, ['.'])).toBe(before);
    writeFileSync(path.join(dir, 'b.ts'), '');
    const withTwo = fingerprint(dir, ['.']);
    expect(withTwo).not.toBe(before);
    rmSync(path.join(dir, 'b.ts'));
    expect(fingerprint(dir, ['.'])).toBe(before);
    utimesSync(path.join(dir, 'a.ts'), 1, 1);
    expect(fingerprint(dir, ['.'])).not.toBe(before);
  });

  it('does not mind an input that is not there', () => {
    expect(fingerprint(dir, ['a.ts', 'missing'])).toBe(fingerprint(dir, ['a.ts']));
  });
});

describe('what is missing from the system', () => {
  it('is named in one command', () => {
    expect(installCommand(['chromium', 'xvfb'])).toBe(
      'sudo apt-get update && sudo apt-get install -y --no-install-recommends chromium xvfb',
    );
  });
});
