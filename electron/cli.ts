import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { runCommandLine } from './cli/run.ts';
import { readFirstLine, readWhole } from './cli/standard-input.ts';

// The process around the command line: streams, signals, the exit status.

const packageFile = new URL('../package.json', import.meta.url);
const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(packageFile, 'utf8')));

/** A reader that went away (`till … | head`) is no trouble of ours; the exit status still says how it went. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') {
    throw error;
  }
}
process.stdout.on('error', ignoreClosedPipe);
process.stderr.on('error', ignoreClosedPipe);

/** For support: that there was a bug, and which kind of error. Its text could hold a customer's data. */
function reportFault(fault: unknown, traceId: string): void {
  const name = fault instanceof Error ? fault.name : typeof fault;
  process.stderr.write(`till: a bug of ours (${name}); trace id ${traceId}\n`);
}
process.on('uncaughtException', (fault) => {
  reportFault(fault, randomUUID().slice(0, 8));
  process.exit(1);
});

process.exitCode = await runCommandLine({
  argv: process.argv.slice(2),
  env: process.env,
  version,
  write: (text) => new Promise((resolve) => process.stdout.write(text, (error) => resolve(!error))),
  writeAside: (text) => process.stderr.write(text),
  readLine: () => readFirstLine(process.stdin),
  readAll: () => readWhole(process.stdin),
  untilStopped: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.once(signal, () => resolve());
      }
    }),
  reportFault,
});
