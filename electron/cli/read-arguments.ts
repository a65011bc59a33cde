import { parseArgs } from 'node:util';
import { ok, type Result } from '../../shared/errors/result.ts';
import { type CommandName, commandNames, optionsOf, specOf } from './commands.ts';
import { usage } from './options.ts';

/** A command line taken apart: every option is known and has its value; the values are not yet understood. */
export interface Arguments {
  readonly command: CommandName;
  readonly values: ReadonlyMap<string, string>;
  readonly switches: ReadonlySet<string>;
  /** The command that help was asked about. */
  readonly about?: CommandName;
}

const wordsForHelp = new Set(['--help', '-h']);
const wordsForVersion = new Set(['--version', '-v']);

/** Errors: `command.usage`, which repeats no value: one may be a customer's number, put in the wrong place. */
export function readArguments(argv: readonly string[]): Result<Arguments> {
  const [first = 'help'] = argv;
  const named = readName(wordsForVersion.has(first) ? ['version', ...argv.slice(1)] : argv);
  if (argv.some((word) => wordsForHelp.has(word))) {
    const switches = new Set(argv.includes('--json') ? ['json'] : []);
    return ok({ command: 'help', values: new Map(), switches, ...(named === null ? {} : { about: named.command }) });
  }
  if (argv.length === 0) {
    return ok({ command: 'help', values: new Map(), switches: new Set() });
  }
  return named === null ? usage('no such command', commandNames) : readOptions(named.command, named.rest);
}

/** A command's name is one word or two: `pending` lists, `pending cancel` cancels. */
function readName(argv: readonly string[]): { readonly command: CommandName; readonly rest: readonly string[] } | null {
  for (const length of [2, 1]) {
    const name = argv.slice(0, length).join(' ');
    const command = commandNames.find((candidate) => candidate === name);
    if (command !== undefined) {
      return { command, rest: argv.slice(length) };
    }
  }
  return null;
}

function readOptions(command: CommandName, words: readonly string[]): Result<Arguments> {
  const specs = optionsOf(command);
  const allowed = Object.keys(specs).map((option) => `--${option}`);
  const types = Object.entries(specs).map(
    ([option, { value }]) => [option, { type: value === undefined ? 'boolean' : 'string' }] as const,
  );
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(types),
    strict: false,
    tokens: true,
  });
  const values = new Map<string, string>();
  const switches = new Set<string>();
  for (const token of tokens) {
    const spec = token.kind === 'option' && Object.hasOwn(specs, token.name) ? specs[token.name] : undefined;
    if (token.kind !== 'option' || spec === undefined) {
      return usage(`${command} takes options only, and not this one`, allowed);
    }
    const { name, value, inlineValue } = token;
    if (values.has(name) || switches.has(name)) {
      return usage(`--${name} is given twice`, allowed);
    }
    if (spec.value === undefined) {
      if (value !== undefined) {
        return usage(`--${name} takes no value`, allowed);
      }
      switches.add(name);
      continue;
    }
    // The next option in the value's place: a script's variable was empty.
    if (value === undefined || value === '' || (value.startsWith('--') && inlineValue === false)) {
      return usage(`--${name} needs a value`, [`--${name} ${spec.value}`]);
    }
    values.set(name, value);
  }
  return ok({ command, values, switches });
}

/**
 * Takes what comes from standard input: the one value that is written as `-`, without the spaces around it, or the
 * command's secret as it is. Its first line is all that is read.
 * Errors: `command.usage`.
 */
export async function readValuesFromInput(
  { command, values, switches }: Arguments,
  readLine: () => Promise<string>,
): Promise<Result<ReadonlyMap<string, string>>> {
  const fromInput = [...values].filter(([, value]) => value === '-').map(([name]) => name);
  const input = switches.has('skip') ? undefined : specOf(command).input;
  if (fromInput.length + (input === undefined ? 0 : 1) > 1) {
    const secret = input === undefined ? [] : [`${input.what}, and no -`];
    return usage('standard input holds one value only', secret.length > 0 ? secret : ['one -']);
  }
  const [name] = fromInput;
  if (name !== undefined) {
    const line = (await readLine()).trim();
    return line === '' ? emptyInput(`--${name}`) : ok(new Map([...values, [name, line]]));
  }
  if (input === undefined) {
    return ok(values);
  }
  const line = await readLine();
  return line === '' ? emptyInput(input.what) : ok(new Map([...values, [secretName(input.parameter), line]]));
}

/** Under this name a secret is among the values; no option can have it. */
export function secretName(parameter: string): string {
  return `<${parameter}>`;
}

function emptyInput(what: string): Result<never> {
  return usage(`${what} is to be read from standard input, which is empty`, ['one line']);
}
