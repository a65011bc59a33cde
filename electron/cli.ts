import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { createOutput } from './cli/output.ts';
import { runCommandLine } from './cli/run.ts';
import { readFirstLine, readWhole } from './cli/standard-input.ts';

// The process around the command line: streams, signals, the exit status.

const packageFile = new URL('../package.json', import.meta.url);
const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(packageFile, 'utf8')));

const write = createOutput(process.stdout);
const writeAside = createOutput(process.stderr);

/** For support: that there was a bug, and which kind of error. Its text could hold a customer's data. */
function reportFault(fault: unknown, traceId: string): void {
  const name = fault instanceof Error ? fault.name : typeof fault;
  void writeAside(`till: a bug of ours (${name}); trace id ${traceId}\n`);
}
process.on('uncaughtException', (fault) => {
  reportFault(fault, randomUUID().slice(0, 8));
  process.exit(1);
});

process.exitCode = await runCommandLine({
  argv: process.argv.slice(2),
  env: process.env,
  version,
  write,
  writeAside: (text) => void writeAside(text),
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
