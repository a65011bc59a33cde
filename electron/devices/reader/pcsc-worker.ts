import { parentPort } from 'node:worker_threads';
import type { FromWorker, ToWorker } from './pcsc-link.ts';
import { loadPcscMini } from './pcsc-over-pcsc-mini.ts';
import { runPcscSession } from './pcsc-session.ts';
import { systemTimers } from './timers.ts';

// The worker's main module: the card service on one side, the till's own thread on the other.

const port = parentPort;
const post = (message: FromWorker): void => port?.postMessage(message);

try {
  const session = runPcscSession(await loadPcscMini(), post, systemTimers);
  port?.on('message', (message: ToWorker) => {
    if (message === 'ask') {
      post({ kind: 'alive' });
      return;
    }
    session.stop();
    port.close();
  });
} catch {
  post({ kind: 'state', state: 'driver-missing' });
}
