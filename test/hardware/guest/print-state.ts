// Prints every state that the scanner's adapter comes to in a process of its own, until it is ended.
import { createNodeHidPipe } from '../../../electron/devices/reader/hid-over-node-hid.ts';
import { createHidScanner } from '../../../electron/devices/reader/scanner-over-hid.ts';

const reader = createHidScanner({ pipe: createNodeHidPipe(), clock: Date.now });
reader.onStateChanged(({ kind }) => console.log(kind));
process.stdin.once('end', async () => {
  await reader.close();
  process.exit(0);
});
process.stdin.resume();
