// Playwright's global setup: a display for each worker beyond the first, because two tills on one would take each other's
// keyboard. The first has the display there is, or one of its own, too.
import type { FullConfig } from '@playwright/test';
import { startVirtualDisplay } from './virtual-display.ts';

/** Names of the displays, by the worker's place. */
export const displaysVariable = 'TEST_DISPLAYS';

/** The display of this worker, as Playwright numbers them; undefined outside of one. */
export function displayOfWorker(env: Readonly<Record<string, string | undefined>>): string | undefined {
  return env[displaysVariable]?.split(' ')[Number(env.TEST_PARALLEL_INDEX ?? 0)];
}

export default async function startDisplays({ workers }: FullConfig): Promise<(() => void) | undefined> {
  if (process.platform !== 'linux') return undefined;
  const { DISPLAY } = process.env;
  const started = await Promise.all(Array.from({ length: workers - (DISPLAY ? 1 : 0) }, startVirtualDisplay));
  process.env[displaysVariable] = [...(DISPLAY ? [DISPLAY] : []), ...started.map(({ name }) => name)].join(' ');
  return () => {
    for (const { stop } of started) stop();
  };
}
