import { defineConfig } from '@playwright/test';
import { findElectron } from './build/electron-binary.ts';
import { plainChromium } from './build/plain-chromium.ts';
import type { HostOptions } from './test/e2e/fixtures.ts';

export default defineConfig<HostOptions>({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  // Each has its own till, Chromium, simulator and display; while one waits for a key or an answer, the other works.
  workers: 2,
  globalSetup: './build/displays.ts',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
  // Nothing hangs: the whole of it is over well within what CI allows.
  globalTimeout: 14 * 60_000,
  projects: [
    {
      // Screens alone, in an ordinary page: no till is started.
      name: 'gallery',
      testDir: 'test/gallery',
      use: {
        launchOptions: plainChromium(),
      },
    },
    { name: 'chromium-host', use: { host: 'chromium-host' }, grepInvert: /@electron/ },
    // With the binary every spec runs on it too, but for the host's own. Without it, the specs that only it can prove are
    // still listed, so that they are seen to be skipped.
    {
      name: 'electron',
      use: { host: 'electron' },
      testIgnore: '**/host.spec.ts',
      ...(findElectron() === null ? { grep: /@electron/ } : {}),
    },
  ],
});
