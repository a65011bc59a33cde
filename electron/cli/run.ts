import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import type { TokenAction } from '../credentials/token-commands.ts';
import { lineOfSettings, printerModels } from '../devices/receipt-printer/models.ts';
import { loadSettings } from '../settings/load-settings.ts';
import type { LoadSettingsOptions } from '../settings/setting-layers.ts';
import type { Settings } from '../settings/settings.ts';
import { whyNotStarted } from '../settings/why-not-started.ts';
import { openStationJournal, type StationJournal } from '../station-journal.ts';
import { operationNames } from '../wallet-api/operations.ts';
import { type Answer, answerOf, asPrintAnswer } from './answer.ts';
import type { DoctorCommand } from './doctor-command.ts';
import { helpText } from './help.ts';
import type { Written } from './output.ts';
import { readArguments, readValuesFromInput } from './read-arguments.ts';
import { type Command, readCommand } from './read-command.ts';
import type { SimulatorChoice } from './read-simulator-choice.ts';
import type { ListCommand } from './run-list.ts';
import type { SingleCommand } from './run-till-command.ts';
import { schemaOfAnswers } from './schema.ts';
import type { SecretCommand, SecretPlace } from './secret-commands.ts';
import type { StationCommand } from './station-commands.ts';
import type { Till } from './till.ts';

/** The process around the command line. */
export interface Surroundings {
  readonly argv: readonly string[];
  /** `process.env` itself: a key in it is taken out. */
  readonly env: Record<string, string | undefined>;
  readonly version: string;
  /** Writes to standard output; settles when that took it or will not. */
  readonly write: (text: string) => Promise<Written>;
  /** Writes to standard error. */
  readonly writeAside: (text: string) => void;
  /** The first line of standard input. */
  readonly readLine: () => Promise<string>;
  /** All of standard input. */
  readonly readAll: () => Promise<string>;
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
  const values = await readValuesFromInput(parts.value, readLine);
  return values.ok ? readCommand({ ...parts.value, values: values.value }) : values;
}

async function say(surroundings: Surroundings, { line, exitStatus }: Answer): Promise<number> {
  return statusAfter(surroundings, await surroundings.write(line), exitStatus);
}

/** An answer that could not be written is an error on standard error; it says how the command itself ended. */
function statusAfter({ writeAside }: Surroundings, written: Written, exitOtherwise: number): number {
  if (written.kind !== 'failed') {
    return exitOtherwise;
  }
  const { reason } = written;
  const { line, exitStatus } = answerOf(err(appError('output.not-written', { reason, exitOtherwise })));
  writeAside(line);
  return exitStatus;
}

async function run(command: Command, surroundings: Surroundings): Promise<number> {
  const { version } = surroundings;
  switch (command.kind) {
    case 'help': {
      const help = helpText(command.about);
      return say(surroundings, { line: command.json ? answerOf(ok({ help })).line : help, exitStatus: 0 });
    }
    case 'version':
      return say(surroundings, {
        line: command.json ? answerOf(ok({ version })).line : `${version}\n`,
        exitStatus: 0,
      });
    case 'schema':
      return say(surroundings, answerOf(ok(schemaOfAnswers())));
    case 'skip-confirmation':
      return say(surroundings, answerOf(ok({ outcome: 'skipped', next: 'the customer confirms as the e-mail says' })));
    case 'simulator':
      return runSimulator(command.choice, surroundings);
    case 'token':
      return say(surroundings, answerOf(await runToken(command.action, surroundings)));
    case 'secret':
      return say(surroundings, answerOf(await runSecret(command.command, surroundings)));
    case 'settings': {
      const { runSettingsCommand } = await import('./settings-commands.ts');
      const { readAll } = surroundings;
      return say(
        surroundings,
        answerOf(await runSettingsCommand(command.command, settingsOptions(surroundings), readAll)),
      );
    }
    case 'station':
      return runStation(command.command, surroundings);
    case 'doctor':
      return runDoctor(command.command, surroundings);
    case 'list':
      return runList(command, surroundings);
    default:
      return say(surroundings, answerOf(await runOnTill(command, surroundings)));
  }
}

async function runSimulator(choice: SimulatorChoice, surroundings: Surroundings): Promise<number> {
  const { startSimulator } = await import('./run-simulator.ts');
  const running = await startSimulator(choice, surroundings.writeAside);
  if (!running.ok) {
    return say(surroundings, answerOf(running));
  }
  const stopped = surroundings.untilStopped();
  const announced = await surroundings.write(answerOf(ok(running.value.announcement)).line);
  // What nobody can be told of would run on without anybody who knows how to reach it.
  if (announced.kind !== 'failed') {
    await stopped;
  }
  await running.value.simulator.close();
  return statusAfter(surroundings, announced, 0);
}

async function runDoctor(command: DoctorCommand, surroundings: Surroundings): Promise<number> {
  const { asDoctorResult, doctorText, examineStation } = await import('./doctor-command.ts');
  const { env, version } = surroundings;
  const answer = await examineStation(command, {
    env,
    version,
    settings: readSettings(surroundings),
    folderOf,
    openTill: () => openTill(surroundings),
    whyNotStarted: (settings) => whyNotStarted(settings, settingsOptions(surroundings)),
    reportFault: (fault) => surroundings.reportFault(fault, randomUUID().slice(0, 8)),
  });
  const { line, exitStatus } = answerOf(answer.ok ? asDoctorResult(answer.value) : answer);
  return say(surroundings, { line: answer.ok && command.text ? doctorText(answer.value) : line, exitStatus });
}

/** A token is of a live station: the simulator of a training one knows none of yesterday's. */
async function runToken(action: TokenAction, surroundings: Surroundings): Promise<Result<unknown>> {
  const { runTokenHere } = await import('./secret-commands.ts');
  const place = await secretPlace('an access token', surroundings);
  return place.ok ? runTokenHere(action, place.value) : place;
}

async function runSecret(command: SecretCommand, surroundings: Surroundings): Promise<Result<unknown>> {
  const { runSecretCommand } = await import('./secret-commands.ts');
  const place = await secretPlace('a secret', surroundings);
  return place.ok ? runSecretCommand(command, place.value) : place;
}

async function secretPlace(what: string, surroundings: Surroundings): Promise<Result<SecretPlace>> {
  const { ofLiveStation } = await import('./secret-commands.ts');
  const { env, version, readAll } = surroundings;
  const read = readSettings(surroundings);
  const settings = read.ok ? ofLiveStation(read.value, what) : read;
  return settings.ok ? ok({ settings: settings.value, env, userAgent: `WalletTill/${version}`, readAll }) : settings;
}

/** One object, or rows as they come: then standard output holds rows only, and an error goes to standard error. */
async function runList(command: ListCommand, surroundings: Surroundings): Promise<number> {
  const { readList, streamList } = await import('./run-list.ts');
  if (command.format === 'json') {
    return say(surroundings, answerOf(await withTill(surroundings, (till) => readList(command, till))));
  }
  const { write, writeAside } = surroundings;
  const result = await withTill(surroundings, (till) => streamList(command, till, write, writeAside));
  const { line, exitStatus } = answerOf(result);
  if (!result.ok) {
    writeAside(line);
  }
  return exitStatus;
}

async function runOnTill(command: SingleCommand, surroundings: Surroundings): Promise<Result<unknown>> {
  if (command.kind === 'receipt' || command.kind === 'change') {
    // What was begun comes to its end, which it has within its deadlines: cut off, nobody would know what happened.
    void surroundings.untilStopped();
  }
  const { runTillCommand } = await import('./run-till-command.ts');
  const result = await withTill(surroundings, (till) => runTillCommand(command, till));
  return command.kind === 'receipt' ? asPrintAnswer(result) : result;
}

async function withTill<T>(surroundings: Surroundings, use: (till: Till) => Promise<Result<T>>): Promise<Result<T>> {
  const till = await openTill(surroundings);
  if (!till.ok) {
    return till;
  }
  try {
    return await use(till.value);
  } finally {
    await till.value.close();
  }
}

function readSettings(surroundings: Surroundings): Result<Settings> {
  return loadSettings(settingsOptions(surroundings));
}

function settingsOptions({ env }: Surroundings): LoadSettingsOptions {
  return {
    env,
    platform: process.platform,
    homeDir: homedir(),
    readFile: (file) => readFileSync(file, 'utf8'),
    knownPrinterModels: Object.keys(printerModels),
    knownOperations: operationNames,
    lineOf: lineOfSettings,
  };
}

/** What is learnt with lies apart, as at the window. */
function folderOf({ mode, dataDir }: Settings): string {
  return mode === 'training' ? path.join(dataDir, 'training') : dataDir;
}

async function runStation(command: StationCommand, surroundings: Surroundings): Promise<number> {
  const settings = readSettings(surroundings);
  if (!settings.ok) {
    return say(surroundings, answerOf(settings));
  }
  const { runStationCommand } = await import('./station-commands.ts');
  const { readJournalKeys } = await import('../station-journal.ts');
  const folder = folderOf(settings.value);
  const { env } = surroundings;
  const answer = await runStationCommand(command, {
    folder,
    readKeys: () => readJournalKeys({ folder, env, isCommand: true }),
    openJournal: () => openJournalHere(settings.value, env),
    openTill: () => openTill(surroundings),
    clock: Date.now,
  });
  if (answer.ok && 'csv' in answer.value) {
    return statusAfter(surroundings, await surroundings.write(answer.value.csv), 0);
  }
  return say(surroundings, answerOf(answer.ok ? ok((answer.value as { value: unknown }).value) : answer));
}

function openJournalHere(settings: Settings, env: Surroundings['env']): Result<StationJournal> {
  const station = openStationJournal({ folder: folderOf(settings), env, isCommand: true });
  if (station.ok) {
    station.value.actor.setDevice('command-line');
  }
  return station;
}

/** Each mode is another wiring, loaded alone, as for the window. */
async function openTill(surroundings: Surroundings): Promise<Result<Till>> {
  const settings = readSettings(surroundings);
  if (!settings.ok) {
    return settings;
  }
  const userAgent = `WalletTill/${surroundings.version}`;
  const station = openJournalHere(settings.value, surroundings.env);
  if (!station.ok) {
    return station;
  }
  if (settings.value.mode === 'training') {
    const { openTrainingTill } = await import('./open-training-till.ts');
    return ok(await openTrainingTill(settings.value, userAgent, station.value));
  }
  const { openLiveTill } = await import('./open-live-till.ts');
  const till = await openLiveTill(settings.value, userAgent, surroundings.env, station.value);
  if (!till.ok) {
    station.value.journal.close();
  }
  return till;
}
