// The till without a display, and one visitor who does the main job and leaves.
import path from 'node:path';
import { app, appEvents } from './chromium-host/app.ts';
import { runTill } from './chromium-host/run-till.ts';
import { tour } from './headless-tour.ts';

appEvents.subscription().once('web-contents-created', async (_event, page) => {
  try {
    await tour(page, path.join(app.getAppPath(), 'out', 'headless'));
    app.quit();
  } catch (error) {
    console.error(`The main job could not be done: ${error instanceof Error ? error.message : error}`);
    app.exit(1);
  }
});
await runTill();
