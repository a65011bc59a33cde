import type { IdentifierKind, WalletIdentifier } from '../../shared/domain/identifier.ts';
import { Locale, locales } from '../../shared/domain/locale.ts';
import { type Money, parseAmount } from '../../shared/domain/money.ts';
import { readIdentifier } from '../../shared/domain/read-identifier.ts';
import type { CurrencyCode } from '../../shared/domain/wallet.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { mostRowsPerPage } from '../wallet-api/endpoints/page.ts';
import type { OperationName } from '../wallet-api/operations.ts';
import { emailHash, phoneHash } from '../wallet-api/search-hash.ts';
import { type CommandName, criteria, optionsOf, specOf } from './commands.ts';
import type { DoctorCommand } from './doctor-command.ts';
import { type OptionSpec, readText, readWholeNumber, usage, withOption } from './options.ts';
import { type Arguments, secretName } from './read-arguments.ts';
import { readSimulatorChoice, type SimulatorChoice } from './read-simulator-choice.ts';
import { readStationCommand } from './read-station-command.ts';
import type { SecretCommand } from './secret-commands.ts';
import { readSettingsCommand, type SettingsCommand } from './settings-commands.ts';
import type { StationCommand } from './station-commands.ts';

/** The operation's parameters by their names; the client holds them against the operation's schema. */
export type Parameters = Readonly<Record<string, unknown>>;

export type RowFormat = 'json' | 'jsonl' | 'csv';

/** What is asked of the Wallet API and the printer, understood. */
export type TillCommand =
  | { readonly kind: 'identify'; readonly identifier: WalletIdentifier }
  | { readonly kind: 'read' | 'change'; readonly operation: OperationName; readonly parameters: Parameters }
  | {
      readonly kind: 'list';
      readonly operation: OperationName;
      readonly parameters: Parameters;
      readonly all: boolean;
      readonly format: RowFormat;
    }
  | {
      readonly kind: 'receipt';
      readonly walletId: number | 'me';
      /** Null for the station's. */
      readonly locale: Locale | null;
      /** Null for the station's, or the printer's columns. */
      readonly width: number | null;
    };

export type Command =
  | TillCommand
  | { readonly kind: 'skip-confirmation' }
  | { readonly kind: 'token'; readonly action: 'import' | 'show' | 'forget' }
  | { readonly kind: 'station'; readonly command: StationCommand }
  | { readonly kind: 'secret'; readonly command: SecretCommand }
  | { readonly kind: 'settings'; readonly command: SettingsCommand }
  | { readonly kind: 'doctor'; readonly command: DoctorCommand }
  | { readonly kind: 'simulator'; readonly choice: SimulatorChoice }
  | { readonly kind: 'schema' }
  | { readonly kind: 'help'; readonly json: boolean; readonly about: CommandName | null }
  | { readonly kind: 'version'; readonly json: boolean };

/**
 * Understands the values of a command line. Errors: `command.usage`, `identifier.malformed` with the rule that is broken,
 * `amount.malformed`, `amount.currency-not-in-cents`, `receipt.locale-unsupported`. None repeats a value.
 */
export function readCommand(given: Arguments): Result<Command> {
  const { command, switches } = given;
  switch (specOf(command).does) {
    case 'identify':
      return readIdentify(given);
    case 'read':
    case 'change':
      return readCall(given);
    case 'list':
      return readList(given);
    case 'receipt':
      return readReceipt(given);
    case 'token':
      return ok({ kind: 'token', action: command.slice('token '.length) as 'import' });
    case 'station':
      return readStationCommand(given);
    case 'settings':
      return readSettingsCommand(given);
    case 'secret':
      return ok({ kind: 'secret', command: readSecret(given) });
    case 'doctor':
      return ok({
        kind: 'doctor',
        command: { text: switches.has('text'), bundle: given.values.get('bundle') ?? null },
      });
    case 'local':
      return readLocal(given, switches.has('json'));
  }
}

function readSecret({ command, values }: Arguments): SecretCommand {
  const action = command.slice('secret '.length) as SecretCommand['action'];
  return action === 'set' ? { action, certificateFile: values.get('certificate') ?? null } : { action };
}

function readLocal(given: Arguments, isJson: boolean): Result<Command> {
  switch (given.command) {
    case 'simulator':
      return readSimulatorChoice(given);
    case 'schema':
      return ok({ kind: 'schema' });
    case 'version':
      return ok({ kind: 'version', json: isJson });
    default:
      return ok({ kind: 'help', json: isJson, about: given.about ?? null });
  }
}

function readIdentify({ values }: Arguments): Result<Command> {
  const given = [...values];
  const [criterion] = given;
  if (criterion === undefined || given.length > 1) {
    const allowed = Object.keys(criteria).map((name) => `--${name}`);
    return usage('identify needs exactly one of its options', allowed);
  }
  const [name, text] = criterion;
  if (name === 'wallet' && text === 'me') {
    return ok({ kind: 'read', operation: 'wallet.read', parameters: { walletId: 'me' } });
  }
  const identifier = withOption(name, readIdentifier(criteria[name]?.kind as IdentifierKind, text));
  return identifier.ok ? ok({ kind: 'identify', identifier: identifier.value }) : identifier;
}

/** What every option gives; missing ones that are needed are a usage error. */
function readParameters({ command, values, switches }: Arguments): Result<Parameters> {
  const parameters: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(optionsOf(command))) {
    const text = values.get(name);
    if (text === undefined && spec.required) {
      return usage(`${command} needs --${name}`, [`--${name} ${spec.value ?? ''}`]);
    }
    const value =
      text === undefined ? ok(switches.has(name) ? true : undefined) : withOption(name, readText(spec, text));
    if (!value.ok) {
      return value;
    }
    take(parameters, spec.parameter, value.value);
  }
  const { input } = specOf(command);
  if (input !== undefined) {
    take(parameters, input.parameter, values.get(secretName(input.parameter)));
  }
  return ok(parameters);
}

function take(parameters: Record<string, unknown>, names: OptionSpec['parameter'], value: unknown): void {
  if (names === undefined || value === undefined) {
    return;
  }
  for (const name of [names].flat()) {
    parameters[name] = typeof names === 'string' ? value : (value as Parameters)[name];
  }
}

function readCall(given: Arguments): Result<Command> {
  const { command, switches } = given;
  const spec = specOf(command);
  if (switches.has('skip')) {
    const wallet = readParameters(given);
    return wallet.ok ? ok({ kind: 'skip-confirmation' }) : wallet;
  }
  const read = readParameters(given);
  const parameters = read.ok ? finish(given, read.value) : read;
  return parameters.ok
    ? ok({
        kind: spec.does === 'change' ? 'change' : 'read',
        operation: spec.operations[0] as OperationName,
        parameters: parameters.value,
      })
    : parameters;
}

/** What only several options together can say. */
function finish({ command, switches }: Arguments, parameters: Parameters): Result<Parameters> {
  if (command === 'sufficient') {
    const money: Result<Money> = parseAmount(String(parameters.amount), parameters.currency as CurrencyCode);
    return money.ok ? ok({ ...parameters, amount: money.value.cents }) : withOption('amount', money);
  }
  if (command !== 'search') {
    return ok(parameters);
  }
  if (Object.keys(parameters).length === 0) {
    return usage('search needs at least one of its lists', ['--email', '--phone', '--email-hash', '--phone-hash']);
  }
  return ok(switches.has('hashed') ? hashed(parameters) : parameters);
}

/** The addresses and phones themselves stay here. */
function hashed({ email, phone, email_hash, phone_hash }: Parameters): Parameters {
  const merge = (plain: unknown, hashes: unknown, hash: (text: string) => string): string[] | undefined => {
    const all = [...((hashes as string[]) ?? []), ...((plain as string[]) ?? []).map(hash)];
    return all.length === 0 ? undefined : all;
  };
  return { email_hash: merge(email, email_hash, emailHash), phone_hash: merge(phone, phone_hash, phoneHash) };
}

function readList(given: Arguments): Result<Command> {
  const { command, switches } = given;
  if (switches.has('jsonl') && switches.has('csv')) {
    return usage('rows have one form', ['--jsonl', '--csv']);
  }
  const parameters = readParameters(given);
  if (parameters.ok && !switches.has('all') && Number(parameters.value.limit ?? 0) > mostRowsPerPage) {
    return usage('one answer holds 200 rows at most', ['--limit 200', '--all']);
  }
  return parameters.ok
    ? ok({
        kind: 'list',
        operation: specOf(command).operations[0] as OperationName,
        parameters: parameters.value,
        all: switches.has('all'),
        format: switches.has('jsonl') ? 'jsonl' : switches.has('csv') ? 'csv' : 'json',
      })
    : parameters;
}

const fewestSymbols = 8;

function readReceipt(given: Arguments): Result<Command> {
  const { values } = given;
  const parameters = readParameters(given);
  if (!parameters.ok) {
    return parameters;
  }
  const locale = Locale.nullable().safeParse(values.get('locale') ?? null);
  if (!locale.success) {
    return err(appError('receipt.locale-unsupported', { allowed: locales }));
  }
  const text = values.get('width');
  const width = text === undefined ? null : readWholeNumber(text);
  if (width !== null && !(width >= fewestSymbols)) {
    return usage('--width is no width', [`a whole number from ${fewestSymbols} to the printer's columns`]);
  }
  const walletId = parameters.value.walletId as number | 'me';
  return ok({ kind: 'receipt', walletId, locale: locale.data, width });
}
