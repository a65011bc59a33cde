import { defineConfig } from '@playwright/test';
import type { HostOptions } from './test/e2e/fixtures.ts';

export default defineConfig<HostOptions>({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  // Every test has its own till, Chromium and simulator: two cores carry one of them at a time.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
  // The electron project is listed even where there is no binary, so that its specs are seen to be skipped.
  projects: [
    { name: 'chromium-host', use: { host: 'chromium-host' } },
    { name: 'electron', use: { host: 'electron' }, grep: /@electron/ },
  ],
});
