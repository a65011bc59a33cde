import { WalletIdentifier } from '../../shared/domain/identifier.ts';
import { WalletId } from '../../shared/domain/ids.ts';
import { Locale, locales } from '../../shared/domain/locale.ts';
import { type Money, parseAmount } from '../../shared/domain/money.ts';
import { CurrencyCode } from '../../shared/domain/wallet.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { optionsOf } from './commands.ts';
import { type Arguments, usage } from './read-arguments.ts';

/** What is asked of the Wallet API and the printer, understood. */
export type TillCommand =
  | { readonly kind: 'identify'; readonly identifier: WalletIdentifier }
  | {
      readonly kind: 'balance';
      readonly walletId: WalletId;
      readonly convertTo: CurrencyCode | null;
      readonly historical: boolean;
    }
  | { readonly kind: 'sufficient'; readonly walletId: WalletId; readonly amount: Money }
  | {
      readonly kind: 'receipt';
      readonly walletId: WalletId;
      /** Null for the station's. */
      readonly locale: Locale | null;
      /** Null for the station's, or the printer's columns. */
      readonly width: number | null;
    };

export type Command =
  | TillCommand
  | { readonly kind: 'simulator'; readonly port: number }
  | { readonly kind: 'help' | 'version'; readonly json: boolean };

type Values = Arguments['values'];

/**
 * Understands the values of a command line. Errors: `command.usage`, `identifier.malformed`, `amount.malformed`,
 * `amount.currency-not-in-cents`, `receipt.locale-unsupported`. None repeats a value.
 */
export function readCommand({ command, values, switches }: Arguments): Result<Command> {
  switch (command) {
    case 'identify':
      return readIdentify(values);
    case 'balance':
      return readBalance(values, switches.has('historical'));
    case 'sufficient':
      return readSufficient(values);
    case 'receipt':
      return readReceipt(values);
    case 'simulator':
      return readSimulator(values);
    case 'help':
    case 'version':
      return ok({ kind: command, json: switches.has('json') });
  }
}

const identifierForms = {
  wallet: 'a whole number',
  card: 'paysera:NUMBER or vilniecio:NUMBER, 4 to 32 digits',
  barcode: '4 to 64 printable signs without spaces',
  phone: 'digits, country code first: 37066612345, no + and no 00; not 86… but 3706…',
  email: 'name@host',
} as const;

function readIdentify(values: Values): Result<Command> {
  const criteria = [...values];
  const [criterion] = criteria;
  if (criterion === undefined || criteria.length > 1) {
    const allowed = Object.keys(identifierForms).map((name) => `--${name}`);
    return usage('identify needs exactly one of its options', allowed);
  }
  const [name, text] = criterion;
  const identifier = WalletIdentifier.safeParse(identifierOf(name, text));
  return identifier.success ? ok({ kind: 'identify', identifier: identifier.data }) : malformed(name);
}

function identifierOf(name: string, text: string): unknown {
  if (name === 'card') {
    const [issuer, number, ...rest] = text.split(':');
    return rest.length === 0 ? { kind: 'card', issuer, number } : null;
  }
  return name === 'wallet' ? { kind: 'wallet', walletId: wholeNumber(text) } : { kind: name, [name]: text };
}

function malformed(name: string): Result<never> {
  const allowed = Object.hasOwn(identifierForms, name) ? identifierForms[name as keyof typeof identifierForms] : name;
  return err(appError('identifier.malformed', { option: `--${name}`, allowed }));
}

function wholeNumber(text: string): number {
  return /^[0-9]{1,15}$/.test(text) ? Number(text) : Number.NaN;
}

/** The value of an option that the command cannot do without. */
function required(values: Values, command: 'balance' | 'sufficient' | 'receipt', name: string): Result<string> {
  const value = values.get(name);
  return value === undefined
    ? usage(`${command} needs --${name}`, [`--${name} ${optionsOf(command)[name]?.value ?? ''}`])
    : ok(value);
}

function readWalletId(values: Values, command: 'balance' | 'sufficient' | 'receipt'): Result<WalletId> {
  const text = required(values, command, 'wallet');
  if (!text.ok) {
    return text;
  }
  const walletId = WalletId.safeParse(wholeNumber(text.value));
  return walletId.success ? ok(walletId.data) : malformed('wallet');
}

function readCurrency(text: string, option: string): Result<CurrencyCode> {
  const currency = CurrencyCode.safeParse(text);
  return currency.success
    ? ok(currency.data)
    : usage(`--${option} is no currency`, ['three capital letters, such as EUR']);
}

function readBalance(values: Values, historical: boolean): Result<Command> {
  const walletId = readWalletId(values, 'balance');
  if (!walletId.ok) {
    return walletId;
  }
  const text = values.get('convert-to');
  const convertTo = text === undefined ? ok(null) : readCurrency(text, 'convert-to');
  return convertTo.ok
    ? ok({ kind: 'balance', walletId: walletId.value, convertTo: convertTo.value, historical })
    : convertTo;
}

function readSufficient(values: Values): Result<Command> {
  const walletId = readWalletId(values, 'sufficient');
  const text = required(values, 'sufficient', 'amount');
  const code = required(values, 'sufficient', 'currency');
  if (!walletId.ok || !text.ok || !code.ok) {
    return [walletId, text, code].find((part) => !part.ok) as Result<never>;
  }
  const currency = readCurrency(code.value, 'currency');
  if (!currency.ok) {
    return currency;
  }
  const amount = parseAmount(text.value, currency.value);
  return amount.ok ? ok({ kind: 'sufficient', walletId: walletId.value, amount: amount.value }) : amount;
}

const fewestSymbols = 8;

function readReceipt(values: Values): Result<Command> {
  const walletId = readWalletId(values, 'receipt');
  if (!walletId.ok) {
    return walletId;
  }
  const locale = Locale.nullable().safeParse(values.get('locale') ?? null);
  if (!locale.success) {
    return err(appError('receipt.locale-unsupported', { allowed: locales }));
  }
  const text = values.get('width');
  const width = text === undefined ? null : wholeNumber(text);
  if (width !== null && !(width >= fewestSymbols)) {
    return usage('--width is no width', [`a whole number from ${fewestSymbols} to the printer's columns`]);
  }
  return ok({ kind: 'receipt', walletId: walletId.value, locale: locale.data, width });
}

function readSimulator(values: Values): Result<Command> {
  const port = wholeNumber(values.get('port') ?? '8080');
  return port <= 65_535 ? ok({ kind: 'simulator', port }) : usage('--port is no port', ['0 to 65535']);
}
