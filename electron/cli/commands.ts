import { locales } from '../../shared/domain/locale.ts';

/** An option as people write it: what follows it (absent for a switch), and what it is for. */
export interface OptionSpec {
  readonly value?: string;
  readonly help: string;
}

export interface CommandSpec {
  readonly help: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
}

const wallet = { value: 'ID', help: "the wallet's number" };
/** Output is JSON anyway; scripts may say so. */
const json = { help: 'one JSON object on standard output, as always' };

/** Every command with its options. There is none for a secret: arguments can be read by other users of the machine. */
export const commandSpecs = {
  identify: {
    help: 'finds a wallet by exactly one of these',
    options: {
      wallet,
      card: { value: 'ISSUER:NUMBER', help: "number on the card's face; ISSUER is paysera or vilniecio" },
      barcode: { value: 'TEXT', help: "the wallet's own barcode" },
      phone: { value: 'DIGITS', help: 'country code first, no + and no 00' },
      email: { value: 'ADDRESS', help: "the user's e-mail address" },
      json,
    },
  },
  balance: {
    help: 'what is at disposal and reserved, per currency',
    options: {
      wallet,
      'convert-to': { value: 'CURRENCY', help: 'shows each amount in this currency, too' },
      historical: { help: 'shows currencies whose balance is zero, too' },
      json,
    },
  },
  sufficient: {
    help: 'does the balance cover an amount? Nothing is reserved',
    options: {
      wallet,
      amount: { value: 'DECIMAL', help: 'such as 10.00' },
      currency: { value: 'CURRENCY', help: 'such as EUR' },
      json,
    },
  },
  receipt: {
    help: 'prints the balance receipt; its text goes nowhere else',
    options: {
      wallet,
      locale: { value: locales.join('|'), help: "the station's language unless given" },
      width: { value: 'SYMBOLS', help: "symbols a line, the printer's columns unless given" },
      json,
    },
  },
  simulator: {
    help: 'runs the Wallet API simulator on loopback until it is stopped',
    options: { port: { value: 'PORT', help: '8080 unless given; 0 for any free one' }, json },
  },
  help: { help: 'this page', options: { json } },
  version: { help: 'the version', options: { json } },
} as const satisfies Readonly<Record<string, CommandSpec>>;

export type CommandName = keyof typeof commandSpecs;

export const commandNames = Object.keys(commandSpecs) as readonly CommandName[];

/** The options of a command, widened for look-ups by a name that came from outside. */
export function optionsOf(command: CommandName): Readonly<Record<string, OptionSpec>> {
  return commandSpecs[command].options;
}

/** The page that `help` prints. */
export function helpText(): string {
  const lines = commandNames.flatMap((name) => [
    '',
    `  ${name}: ${commandSpecs[name].help}`,
    ...Object.entries(optionsOf(name))
      .filter(([option]) => option !== 'json')
      .map(
        ([option, { value, help }]) =>
          `    ${`--${option}${value === undefined ? '' : ` ${value}`}`.padEnd(28)}${help}`,
      ),
  ]);
  return [
    'till COMMAND [--option VALUE …] [--json]',
    ...lines,
    '',
    'A value of - is read from standard input, so that it stands in no list of processes.',
    'Answers are one JSON object: {"ok":true,"value":…} or {"ok":false,"error":{"code","kind","message"}}.',
    'Exit status: 0 done, 1 bug, 2 input, 3 refused, 4 unreachable, 5 outcome unknown, 6 device, 7 auth, 8 busy, 9 upstream.',
    'Settings come from the environment and settings.json: docs/configuration.md.',
    '',
  ].join('\n');
}
