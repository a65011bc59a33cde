import type { IdentifierKind } from '../../shared/domain/identifier.ts';
import { locales } from '../../shared/domain/locale.ts';
import { roleNames } from '../../shared/domain/roles.ts';
import type { OperationName } from '../wallet-api/operations.ts';
import { operations } from '../wallet-api/operations.ts';
import {
  card,
  contactLists,
  direction,
  json,
  listOf,
  numberedWallet,
  numberFrom,
  type OptionSpec,
  type Options,
  oneOf,
  pageOptions,
  payment,
  readCurrency,
  readOperatorName,
  readTime,
  rowFormats,
  wallet,
} from './options.ts';

/** What a command does once it is understood. */
export type Action =
  | 'identify'
  | 'read'
  | 'list'
  | 'change'
  | 'receipt'
  | 'token'
  | 'station'
  | 'settings'
  | 'secret'
  | 'doctor'
  | 'local';

export interface CommandSpec {
  readonly does: Action;
  readonly help: string;
  /** What it asks the API for; the first is the one that its parameters are of. */
  readonly operations: readonly OperationName[];
  readonly options: Options;
  /** A secret that comes from standard input, and the parameter that it is. */
  readonly input?: { readonly parameter: string; readonly what: string };
}

function of(does: Action, operation: OperationName, options: Options, more: Partial<CommandSpec> = {}): CommandSpec {
  const spec = { does, help: operations[operation].summary, operations: [operation], ...more };
  return { ...spec, options: { ...options, json } };
}

function local(help: string, options: Options = {}): CommandSpec {
  return { does: 'local', help, operations: [], options: { ...options, json } };
}

function station(help: string, options: Options = {}, more: Partial<CommandSpec> = {}): CommandSpec {
  return { does: 'station', help, operations: [], ...more, options: { ...options, json } };
}

function settings(help: string, options: Options = {}): CommandSpec {
  return { does: 'settings', help, operations: [], options: { ...options, json } };
}

function secret(help: string, options: Options = {}): CommandSpec {
  return { does: 'secret', help, operations: [], options: { ...options, json } };
}

const csv: OptionSpec = { help: 'a table for a spreadsheet in place of the JSON object' };

const newPin = { parameter: 'pin', what: 'the PIN, 6 to 12 digits' };

/** What a wallet is found by, each with the kind of identifier that it is. */
export const criteria: Readonly<Record<string, { kind: IdentifierKind; value: string; help: string }>> = {
  wallet: { kind: 'wallet', value: 'ID', help: "the wallet's number, or me with an access token" },
  card: { kind: 'card', value: 'ISSUER:NUMBER', help: "number on the card's face; ISSUER is paysera or vilniecio" },
  barcode: { kind: 'barcode', value: 'TEXT', help: "the wallet's own barcode" },
  phone: { kind: 'phone', value: 'PHONE', help: 'with the country code: 370…, +370…' },
  email: { kind: 'email', value: 'ADDRESS', help: "the user's e-mail address" },
  'account-number': { kind: 'account-number', value: 'TEXT', help: 'EVP… or an IBAN' },
  'person-code': { kind: 'person-code', value: 'COUNTRY:CODE', help: 'such as lt:…; needs a special permission' },
  'company-code': { kind: 'company-code', value: 'COUNTRY:CODE', help: 'such as lt:300060819' },
  'licence-plate': { kind: 'licence-plate', value: 'TEXT', help: "a car's; symbols between the signs do not matter" },
  'user-id': { kind: 'user', value: 'ID', help: "the user's number" },
};

const criterionOptions: Options = Object.fromEntries(
  Object.entries(criteria).map(([name, { value, help }]) => [name, { value, help }]),
);

/** Every command with its options. There is none for a secret: arguments can be read by other users of the machine. */
const commandSpecs = {
  identify: of('identify', 'wallet.find', criterionOptions, { operations: ['wallet.find', 'wallet.read'] }),
  balance: of('read', 'balance.read', {
    wallet,
    'convert-to': {
      value: 'CURRENCY',
      help: 'shows each amount in this currency, too',
      parameter: 'convert_to',
      read: readCurrency,
    },
    historical: { help: 'shows currencies whose balance is zero, too', parameter: 'show_historical_currencies' },
  }),
  sufficient: of('read', 'wallet.check-sufficient-amount', {
    wallet,
    amount: { value: 'DECIMAL', help: 'such as 10.00', required: true, parameter: 'amount' },
    currency: {
      value: 'CURRENCY',
      help: 'such as EUR; only those whose cents are hundredths',
      required: true,
      parameter: 'currency',
      read: readCurrency,
    },
  }),
  receipt: of(
    'receipt',
    'balance-receipt.read',
    {
      wallet,
      locale: { value: locales.join('|'), help: "the station's language unless given" },
      width: { value: 'SYMBOLS', help: "symbols a line, the printer's columns unless given" },
    },
    { help: 'Prints the balance receipt; its text goes nowhere else.' },
  ),
  statements: of('list', 'statements.read', {
    wallet,
    currency: { value: 'LIST', help: 'such as EUR,USD', parameter: 'currency', read: listOf(readCurrency) },
    direction,
    text: { value: 'TEXT', help: 'found in the details or other information', parameter: 'text' },
    from: { value: 'TIME', help: 'a week before --to unless given', parameter: 'from', read: readTime },
    to: { value: 'TIME', help: 'now unless given', parameter: 'to', read: readTime },
    ...pageOptions,
  }),
  reservations: of('list', 'reservation-statements.read', { wallet, ...rowFormats }),
  pending: of('list', 'pending-payments.read', {
    wallet,
    type: { value: 'TYPE', help: 'such as password', parameter: 'type' },
    direction,
    ...pageOptions,
  }),
  'pending cancel': of('change', 'pending-payment.cancel', { wallet, payment }),
  'pending password': of(
    'change',
    'pending-payment.accept',
    { wallet, payment },
    { input: { parameter: 'password', what: "the payment's password" } },
  ),
  favourites: of('list', 'favourites.read', { wallet, ...pageOptions }),
  'card relate': of('change', 'card.relate', { wallet, card }),
  'card confirm': of(
    'change',
    'card.confirm',
    {
      wallet: numberedWallet,
      skip: { help: 'not now: the customer confirms later, as the e-mail says; nothing is sent' },
    },
    { input: { parameter: 'code', what: 'the code that the customer was sent' } },
  ),
  'description set': of('change', 'description.set', {
    wallet,
    text: { value: 'TEXT', help: 'the new description', required: true, parameter: 'description' },
  }),
  'description clear': of('change', 'description.delete', { wallet }),
  search: of('read', 'wallets.search', {
    ...contactLists,
    hashed: { help: 'sends hashes in place of the addresses and phones' },
  }),
  server: of('read', 'server.read', {}),
  'token import': {
    does: 'token',
    help: "Keeps an access token: the token endpoint's JSON answer, from standard input.",
    operations: [],
    options: { json },
  },
  'token show': { does: 'token', help: "Shows the token's expiry and scopes.", operations: [], options: { json } },
  'token forget': { does: 'token', help: 'Removes the token from this station.', operations: [], options: { json } },
  'operator add': station(
    'Enters somebody who may unlock this station.',
    {
      name: { value: 'TEXT', help: 'as the list shows it', required: true, read: readOperatorName },
      role: { value: roleNames.join('|'), help: 'what they may do', required: true, read: oneOf(...roleNames) },
      card: { value: 'TEXT', help: 'what their card reads as: it chooses them, and never unlocks' },
      'new-list': { help: 'begins another list where the old one was lost, with this supervisor' },
    },
    { input: newPin },
  ),
  'operator list': station('Shows who may unlock this station.'),
  'operator pin': station(
    'Gives somebody another PIN, and ends a wait after wrong ones.',
    { name: { value: 'TEXT', help: 'as operator list shows it', required: true } },
    { input: newPin },
  ),
  'operator remove': station('Takes somebody off the list.', {
    name: { value: 'TEXT', help: 'as operator list shows it', required: true },
  }),
  'operator backup': station('Copies the list of operators whole, while the till runs.', {
    to: { value: 'FILE', help: 'which must not be there yet', required: true },
  }),
  'operator restore': station('Puts a backup in the place of a list of operators that was lost.', {
    from: { value: 'FILE', help: 'the copy that the till keeps beside the list, unless given' },
  }),
  'journal list': station('Shows the latest entries of the journal.', {
    last: { value: 'ENTRIES', help: '50 unless given', read: numberFrom(1, 100_000) },
    ...criterionOptions,
  }),
  'journal open': station('Shows changes and prints of which nobody knows what became.'),
  'journal settle': station('Asks the API what became of the changes that an ended program left open.'),
  'journal resolve': station('Says what became of a change or a print that only somebody who looked can know.', {
    entry: {
      value: 'NUMBER',
      help: 'as journal open shows it',
      required: true,
      read: numberFrom(1, Number.MAX_SAFE_INTEGER),
    },
    as: {
      value: 'done|not-done|printed|not-printed',
      help: 'what was seen',
      required: true,
      read: oneOf('done', 'not-done', 'printed', 'not-printed'),
    },
  }),
  'journal verify': station('Holds every entry against the chain, its checkpoints and the anchor beside it.'),
  'journal backup': station('Copies the journal whole, while the till runs.', {
    to: { value: 'FILE', help: 'which must not be there yet', required: true },
  }),
  'journal compact': station('Takes away entries that a day’s close has counted and that are older than a time.', {
    before: { value: 'TIME', help: 'what is younger stays', required: true, read: readTime },
  }),
  'report x': station('Counts what was done since the last close of the day.', { csv }),
  'report z': station('Closes the day, or shows an earlier close again.', {
    number: { value: 'NUMBER', help: 'of an earlier one; nothing is closed', read: numberFrom(1, 1_000_000_000) },
    csv,
  }),
  'settings show': settings('Shows every setting, its value, and the layer that it is from.'),
  'settings set': settings('Sets one value at this station, if the station would start with it.', {
    name: { value: 'SETTING', help: 'as settings show names it', required: true },
    value: { value: 'TEXT', help: 'as the environment variable would hold it' },
    unset: { help: 'takes the value back' },
  }),
  'settings export': settings('Prints what was set, for the next station: no secret and no name of this one.'),
  'settings import': settings('Takes over what another station exported, from standard input; all of it or nothing.'),
  'secret set': secret('Tries a new key, from standard input, and puts it in the place of the old one if it works.', {
    certificate: { value: 'FILE', help: "the new client certificate in PEM; the key is the certificate's then" },
  }),
  'secret show': secret('Shows where the secrets of this station are; never one of them.'),
  'secret reload': secret('Has the running till read its secrets again and sign with them from the next request.'),
  doctor: {
    does: 'doctor',
    help: 'Checks the whole station and says of each part how it is and what to do.',
    operations: [],
    options: {
      text: { help: 'lines for people in place of the JSON object' },
      bundle: { value: 'FILE', help: 'saves a diagnosis for support (zip), without secrets and without customers' },
      json,
    },
  },
  schema: local('Prints the JSON Schema of every answer.'),
  simulator: local('Runs the Wallet API simulator on loopback until it is stopped.', {
    port: { value: 'PORT', help: '8080 unless given; 0 for any free one', read: numberFrom(0, 65_535) },
    'control-port': { value: 'PORT', help: 'of the control endpoint; any free one', read: numberFrom(0, 65_535) },
    data: { value: 'FILE', help: 'people in place of the built-in ones' },
    state: { value: 'FILE', help: 'keeps every change there and goes on from it' },
    seed: { value: 'NUMBER', help: 'repeats codes, tokens and latencies', read: numberFrom(0, 2 ** 31) },
    'unconfirmed-cards': {
      value: 'findable|hidden',
      help: 'whether a card finds its wallet before it is confirmed',
      read: oneOf('findable', 'hidden'),
    },
    limits: { help: 'enforces 60 requests a minute and 1000 an hour' },
    faults: { value: 'FILE', help: 'a JSON list of faults to begin with' },
    'tls-cert': { value: 'FILE', help: 'listens for https besides, with this certificate (PEM)' },
    'tls-key': { value: 'FILE', help: "the certificate's private key (PEM)" },
    'tls-ca': { value: 'FILE', help: 'authority whose client certificates stand for a MAC (PEM)' },
    'tls-port': { value: 'PORT', help: 'for https; 8443 unless given', read: numberFrom(0, 65_535) },
  }),
  help: local('This page; COMMAND --help tells more of one command.'),
  version: local('The version.'),
} as const satisfies Readonly<Record<string, CommandSpec>>;

export type CommandName = keyof typeof commandSpecs;

export const commandNames = Object.keys(commandSpecs) as readonly CommandName[];

/** A command's row, widened for look-ups by a name that came from outside. */
export function specOf(command: CommandName): CommandSpec {
  return commandSpecs[command];
}

/** The options of a command, widened likewise. */
export function optionsOf(command: CommandName): Options {
  return commandSpecs[command].options;
}
