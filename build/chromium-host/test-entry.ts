// For test/e2e/fixtures.ts and nobody else: the same till with a DevTools port on loopback, which Playwright needs. This
// file is the only place that can open one; it is in no package, and no variable or argument leads here.
import { launchOptions } from './launch-options.ts';
import { runTill } from './run-till.ts';

launchOptions.extraFlags = ['--remote-debugging-port=0'];
// Chromium says there where it listens.
launchOptions.showBrowserLog = true;
await runTill();
