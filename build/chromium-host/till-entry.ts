// The normal way in. It reads no argument and no variable: how Chromium is started is fixed.
import { runTill } from './run-till.ts';

await runTill();
