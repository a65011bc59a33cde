import { readEmail } from '../../shared/domain/identifier.ts';
import { WalletId } from '../../shared/domain/ids.ts';
import { malformed } from '../../shared/domain/malformed.ts';
import { readPhone } from '../../shared/domain/phone.ts';
import { readCard } from '../../shared/domain/read-identifier.ts';
import { CurrencyCode } from '../../shared/domain/wallet.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';

/** An option as people write it: what follows it (absent for a switch), what it is for, and what becomes of its text. */
export interface OptionSpec {
  readonly value?: string;
  readonly help: string;
  readonly required?: true;
  /** The operation's parameter that it gives; several for an object that `read` answers with. */
  readonly parameter?: string | readonly string[];
  /** Understands the text; without it the text is the value. Errors repeat none of it. */
  readonly read?: (text: string) => Result<unknown>;
}

export type Options = Readonly<Record<string, OptionSpec>>;

export function usage(problem: string, allowed: readonly string[]): Result<never> {
  return err(appError('command.usage', { problem, allowed }));
}

export function readWholeNumber(text: string): number {
  return /^[0-9]{1,15}$/.test(text) ? Number(text) : Number.NaN;
}

function readWalletId(text: string): Result<number> {
  const id = WalletId.safeParse(readWholeNumber(text));
  return id.success ? ok(id.data) : malformed('wallet.number', 'a whole number greater than zero');
}

function readWallet(text: string): Result<number | 'me'> {
  return text === 'me' ? ok('me') : readWalletId(text);
}

/** A whole number from `least` to `most`. */
export function numberFrom(least: number, most: number): (text: string) => Result<number> {
  return (text) => {
    const number = readWholeNumber(text);
    return number >= least && number <= most
      ? ok(number)
      : usage('an option is no number that it takes', [`a whole number from ${least} to ${most}`]);
  };
}

export function oneOf<T extends string>(...words: readonly T[]): (text: string) => Result<T> {
  return (text) => {
    const word = words.find((candidate) => candidate === text);
    return word === undefined ? usage('an option has a word that it does not take', words) : ok(word);
  };
}

export function readCurrency(text: string): Result<CurrencyCode> {
  const currency = CurrencyCode.safeParse(text);
  return currency.success ? ok(currency.data) : usage('no currency', ['three capital letters, such as EUR']);
}

/** Printable, and short enough for the lock's list. */
export function readOperatorName(text: string): Result<string> {
  const name = text.trim();
  return /^[^\p{C}]{1,40}$/u.test(name) ? ok(name) : usage('no name', ['1 to 40 printable signs']);
}

/** A list apart by commas, each entry read alone. */
export function listOf<T>(read: (text: string) => Result<T>): (text: string) => Result<readonly T[]> {
  return (text) => {
    const values: T[] = [];
    for (const entry of text.split(',')) {
      const value = read(entry.trim());
      if (!value.ok) {
        return value;
      }
      values.push(value.value);
    }
    return ok(values);
  };
}

const isoForm = /^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$/;

/** Unix seconds, a day (its beginning in UTC), or a time that says its own offset. */
export function readTime(text: string): Result<number> {
  if (/^[0-9]{1,11}$/.test(text)) {
    return ok(Number(text));
  }
  const milliseconds = isoForm.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(milliseconds)
    ? usage('no time', ['Unix seconds', '2026-11-20 (its beginning in UTC)', '2026-11-20T14:00:00+02:00'])
    : ok(Math.floor(milliseconds / 1000));
}

function readHash(text: string): Result<string> {
  const hash = text.toLowerCase();
  return /^[0-9a-f]{40}$/.test(hash) ? ok(hash) : malformed('hash.sha1', '40 hexadecimal digits of a SHA-1');
}

// Options that several commands have.

/** Output is JSON anyway; scripts may say so. */
export const json: OptionSpec = { help: 'one JSON object on standard output, as always' };

export const wallet: OptionSpec = {
  value: 'ID',
  help: "the wallet's number, or me with an access token",
  required: true,
  parameter: 'walletId',
  read: readWallet,
};

/** Where `me` has no meaning. */
export const numberedWallet: OptionSpec = { ...wallet, help: "the card's own wallet's number", read: readWalletId };

export const card: OptionSpec = {
  value: 'ISSUER:NUMBER',
  help: "number on the card's face; ISSUER is paysera or vilniecio",
  required: true,
  parameter: ['issuer', 'number'],
  read: readCard,
};

export const payment: OptionSpec = {
  value: 'ID',
  help: "the pending payment's exact number",
  required: true,
  parameter: 'paymentId',
  read: numberFrom(1, Number.MAX_SAFE_INTEGER),
};

export const direction: OptionSpec = {
  value: 'in|out',
  help: 'only what came in, or went out',
  parameter: 'direction',
  read: oneOf('in', 'out'),
};

/** How rows are written; only where there are rows. */
export const rowFormats: Options = {
  jsonl: { help: 'rows as they come, one JSON object a line; errors go to standard error' },
  csv: { help: 'rows as they come, comma separated with a head; errors go to standard error' },
};

/** Which part of a list is asked for. */
export const pageOptions: Options = {
  limit: {
    value: 'ROWS',
    help: 'at most so many; 1 to 200 in one answer, any number with --all',
    parameter: 'limit',
    read: numberFrom(1, 1_000_000),
  },
  offset: { value: 'ROWS', help: 'skips so many', parameter: 'offset', read: numberFrom(0, 1_000_000_000) },
  all: { help: 'page after page until the end' },
  ...rowFormats,
};

export const contactLists: Options = {
  email: { value: 'LIST', help: 'e-mail addresses, apart by commas', parameter: 'email', read: listOf(readEmail) },
  phone: { value: 'LIST', help: 'phones, apart by commas', parameter: 'phone', read: listOf(readPhone) },
  'email-hash': {
    value: 'LIST',
    help: 'SHA-1 hashes of lower-cased addresses',
    parameter: 'email_hash',
    read: listOf(readHash),
  },
  'phone-hash': {
    value: 'LIST',
    help: 'SHA-1 hashes of phones, digits only',
    parameter: 'phone_hash',
    read: listOf(readHash),
  },
};

/** Says in the error which option it is about. */
export function withOption<T>(name: string, result: Result<T>): Result<T> {
  return result.ok ? result : err(appError(result.error.code, { option: `--${name}`, ...result.error.details }));
}

/** What stands behind an option, understood. */
export function readText({ read }: OptionSpec, text: string): Result<unknown> {
  return read === undefined ? ok(text) : read(text);
}
