// Prints the first state that the scanner's adapter comes to in a process of its own.
import { createNodeHidPipe } from '../../../electron/devices/reader/hid-over-node-hid.ts';
import { createHidScanner } from '../../../electron/devices/reader/scanner-over-hid.ts';

const deadlineMs = 60_000;
const reader = createHidScanner({ pipe: createNodeHidPipe(), clock: Date.now });
const timer = setTimeout(() => process.exit(1), deadlineMs);
reader.onStateChanged(async ({ kind }) => {
  clearTimeout(timer);
  console.log(kind);
  await reader.close();
  process.exit(0);
});
