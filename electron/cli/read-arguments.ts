import { parseArgs } from 'node:util';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { type CommandName, commandNames, optionsOf } from './commands.ts';

/** A command line taken apart: every option is known and has its value; the values are not yet understood. */
export interface Arguments {
  readonly command: CommandName;
  readonly values: ReadonlyMap<string, string>;
  readonly switches: ReadonlySet<string>;
}

const wordsForHelp = new Set(['--help', '-h']);
const wordsForVersion = new Set(['--version', '-v']);

/** Errors: `command.usage`, which repeats no value: one may be a customer's number, put in the wrong place. */
export function readArguments(argv: readonly string[]): Result<Arguments> {
  const [first = 'help', ...rest] = argv;
  if (wordsForHelp.has(first) || rest.some((word) => wordsForHelp.has(word))) {
    return ok({ command: 'help', values: new Map(), switches: new Set(rest.includes('--json') ? ['json'] : []) });
  }
  const name = wordsForVersion.has(first) ? 'version' : first;
  const command = commandNames.find((candidate) => candidate === name);
  return command === undefined ? usage('no such command', commandNames) : readOptions(command, rest);
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

/** Takes the one value that is written as `-` from standard input: its first line, without the spaces around it. */
export async function readValuesFromInput(
  values: ReadonlyMap<string, string>,
  readLine: () => Promise<string>,
): Promise<Result<ReadonlyMap<string, string>>> {
  const fromInput = [...values].filter(([, value]) => value === '-').map(([name]) => name);
  const [name, ...others] = fromInput;
  if (name === undefined) {
    return ok(values);
  }
  if (others.length > 0) {
    return usage('standard input holds one value only', ['one -']);
  }
  const line = (await readLine()).trim();
  return line === ''
    ? usage(`--${name} is to be read from standard input, which is empty`, ['one line'])
    : ok(new Map([...values, [name, line]]));
}

export function usage(problem: string, allowed: readonly string[]): Result<never> {
  return err(appError('command.usage', { problem, allowed }));
}
