// One fixture for every end-to-end spec: the built till in a fresh data folder, in a real window.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import { findElectron } from '../../build/electron-binary.ts';
import { startOnChromium, startOnElectron, type Till, tillTestEnvironment } from './start-till.ts';

export interface HostOptions {
  host: 'chromium-host' | 'electron';
  /** `TILL_*` for this till, over an otherwise empty configuration. */
  tillEnv: Readonly<Record<string, string>>;
}

export const test = base.extend<HostOptions & { till: Till }>({
  host: ['chromium-host', { option: true }],
  tillEnv: [{}, { option: true }],
  till: async ({ host, tillEnv }, use, testInfo) => {
    testInfo.skip(host === 'electron' && findElectron() === null, "Electron's binary is not on this machine");
    const dataDir = mkdtempSync(path.join(tmpdir(), 'wallet-till-e2e-'));
    const start = host === 'electron' ? startOnElectron : startOnChromium;
    const till = await start(tillTestEnvironment(dataDir, tillEnv));
    try {
      await use({ ...till, dataDir });
    } finally {
      if (testInfo.status !== testInfo.expectedStatus) {
        await testInfo.attach('output of the till', { body: till.output(), contentType: 'text/plain' });
      }
      await till.stop();
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    }
  },
});

export { expect };
