import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { printerModels } from '../devices/receipt-printer/models.ts';
import { loadSettings } from '../settings/load-settings.ts';
import { operationNames } from '../wallet-api/operations.ts';
import { type Answer, answerOf, asPrintAnswer } from './answer.ts';
import { helpText } from './commands.ts';
import { readArguments, readValuesFromInput } from './read-arguments.ts';
import { type Command, readCommand, type TillCommand } from './read-command.ts';
import type { Till } from './till.ts';

/** The process around the command line. */
export interface Surroundings {
  readonly argv: readonly string[];
  /** `process.env` itself: a key in it is taken out. */
  readonly env: Record<string, string | undefined>;
  readonly version: string;
  readonly write: (text: string) => void;
  /** The first line of standard input. */
  readonly readLine: () => Promise<string>;
  /** From this call on the first signal to stop settles the promise and does not end the process. */
  readonly untilStopped: () => Promise<void>;
  /** For support: says what was thrown without what it held. */
  readonly reportFault: (fault: unknown, traceId: string) => void;
}

/** Runs one command line and answers with the exit status. Never rejects and never writes a stack. */
export async function runCommandLine(surroundings: Surroundings): Promise<number> {
  let command: Command | null = null;
  try {
    const read = await readWhole(surroundings);
    if (!read.ok) {
      return say(surroundings, answerOf(surroundings.argv[0] === 'receipt' ? asPrintAnswer(read) : read));
    }
    command = read.value;
    return await run(command, surroundings);
  } catch (fault) {
    const traceId = randomUUID().slice(0, 8);
    surroundings.reportFault(fault, traceId);
    // After a bug nobody can say any more whether the printer got the receipt.
    const outcome = command?.kind === 'receipt' ? { outcome: 'unknown' } : null;
    return say(surroundings, answerOf(err(appError('app.fault', { traceId, ...outcome }))));
  }
}

async function readWhole({ argv, readLine }: Surroundings): Promise<Result<Command>> {
  const parts = readArguments(argv);
  if (!parts.ok) {
    return parts;
  }
  const values = await readValuesFromInput(parts.value.values, readLine);
  return values.ok ? readCommand({ ...parts.value, values: values.value }) : values;
}

function say({ write }: Surroundings, { line, exitStatus }: Answer): number {
  write(line);
  return exitStatus;
}

async function run(command: Command, surroundings: Surroundings): Promise<number> {
  const { version, write } = surroundings;
  switch (command.kind) {
    case 'help':
      write(command.json ? answerOf(ok({ help: helpText() })).line : helpText());
      return 0;
    case 'version':
      write(command.json ? answerOf(ok({ version })).line : `${version}\n`);
      return 0;
    case 'simulator':
      return runSimulator(command.port, surroundings);
    default:
      return say(surroundings, answerOf(await runOnTill(command, surroundings)));
  }
}

async function runSimulator(port: number, surroundings: Surroundings): Promise<number> {
  const { runWalletSimulator } = await import('../../simulator/wallet/run.ts');
  const running = await runWalletSimulator({ port });
  if (!running.ok) {
    return say(surroundings, answerOf(running));
  }
  surroundings.write(answerOf(ok(running.value.announcement)).line);
  await surroundings.untilStopped();
  await running.value.simulator.close();
  return 0;
}

async function runOnTill(command: TillCommand, surroundings: Surroundings): Promise<Result<unknown>> {
  if (command.kind === 'receipt') {
    // A print comes to its end, which it has within its deadlines: cut off, nobody would know what is on the paper.
    void surroundings.untilStopped();
  }
  const till = await openTill(surroundings);
  if (!till.ok) {
    return command.kind === 'receipt' ? asPrintAnswer(till) : till;
  }
  const { runTillCommand } = await import('./run-till-command.ts');
  try {
    return await runTillCommand(command, till.value);
  } finally {
    await till.value.close();
  }
}

/** Each mode is another wiring, loaded alone, as for the window. */
async function openTill({ env, version }: Surroundings): Promise<Result<Till>> {
  const settings = loadSettings({
    env,
    platform: process.platform,
    homeDir: homedir(),
    readFile: (file) => readFileSync(file, 'utf8'),
    knownPrinterModels: Object.keys(printerModels),
    knownOperations: operationNames,
  });
  if (!settings.ok) {
    return settings;
  }
  const userAgent = `WalletTill/${version}`;
  if (settings.value.mode === 'training') {
    const { openTrainingTill } = await import('./open-training-till.ts');
    return ok(await openTrainingTill(settings.value, userAgent));
  }
  const { openLiveTill } = await import('./open-live-till.ts');
  return openLiveTill(settings.value, userAgent, env);
}
