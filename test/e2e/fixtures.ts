// One fixture for every end-to-end spec: the built till in a fresh data folder, in a real window.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import { findElectron } from '../../build/electron-binary.ts';
import { beginAnew, startOnChromium, startOnElectron, type Till, tillTestEnvironment } from './start-till.ts';

type TillEnv = Readonly<Record<string, string>>;

export interface HostOptions {
  host: 'chromium-host' | 'electron';
  /** `TILL_*` for this till, over an otherwise empty configuration. */
  tillEnv: TillEnv;
  /**
   * Whether the next test of the same configuration may have this till too, as the dock's "start over" makes it: a start
   * costs five seconds of a processor, starting over one. A test that leaves settings, operators, wrong codes or
   * processes otherwise than it found them is tagged `@own-till`.
   */
  isShared: boolean;
}

/** A till that stands between the tests of one worker. One at most: another configuration takes its place. */
interface Standing {
  standFor(host: HostOptions['host'], tillEnv: TillEnv): Promise<Till>;
}

async function startIn(host: HostOptions['host'], tillEnv: TillEnv): Promise<Till> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'wallet-till-e2e-'));
  const start = host === 'electron' ? startOnElectron : startOnChromium;
  const till = await start(tillTestEnvironment(dataDir, tillEnv));
  const stop = async () => {
    await till.stop();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  };
  return { ...till, stop, dataDir };
}

export const test = base.extend<HostOptions & { till: Till }, { standing: Standing }>({
  host: ['chromium-host', { option: true }],
  tillEnv: [{}, { option: true }],
  isShared: [false, { option: true }],
  standing: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
    async ({}, use) => {
      let standing: { readonly till: Till; readonly name: string } | null = null;
      await use({
        async standFor(host, tillEnv) {
          const name = JSON.stringify([host, tillEnv]);
          if (standing?.name === name) {
            await beginAnew(standing.till.page);
            return standing.till;
          }
          await standing?.till.stop();
          standing = null;
          standing = { till: await startIn(host, tillEnv), name };
          return standing.till;
        },
      });
      await (standing as { readonly till: Till } | null)?.till.stop();
    },
    { scope: 'worker' },
  ],
  till: async ({ host, tillEnv, isShared, standing }, use, testInfo) => {
    testInfo.skip(host === 'electron' && findElectron() === null, "Electron's binary is not on this machine");
    const hasOwn = !isShared || testInfo.tags.includes('@own-till');
    const till = !hasOwn ? await standing.standFor(host, tillEnv) : await startIn(host, tillEnv);
    try {
      await use(till);
    } finally {
      if (testInfo.status !== testInfo.expectedStatus) {
        await testInfo.attach('output of the till', { body: till.output(), contentType: 'text/plain' });
      }
      if (hasOwn) {
        await till.stop();
      }
    }
  },
});

export { expect };
