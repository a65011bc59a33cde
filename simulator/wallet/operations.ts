import { Locale } from '../../shared/domain/locale.ts';
import { type Answer, refusal, success } from './answer.ts';
import { parseCriterion } from './criterion.ts';
import type { Grant, KnownData } from './data.ts';
import type { FaultTarget } from './faults.ts';
import { convert, decimal, decimalInBalance } from './money.ts';
import { balanceReceipt } from './receipt-text.ts';
import type { BookEntry, WalletBook } from './wallet-book.ts';

export interface World {
  readonly data: KnownData;
  readonly book: WalletBook;
  /** False where the receipt feature is not enabled for the client. */
  readonly receiptsEnabled: boolean;
  readonly nowSeconds: () => number;
}

/** A request whose path somebody knows. */
export interface Call {
  readonly operation: FaultTarget;
  /** A number, `me`, or null where the path names no wallet. */
  readonly walletRef: string | null;
  readonly query: URLSearchParams;
}

const basePath = '/rest/v1';

const paths: readonly { operation: FaultTarget; pattern: RegExp }[] = [
  { operation: 'server', pattern: /^\/server$/ },
  { operation: 'wallet', pattern: /^\/wallet(?:\/(me|[1-9][0-9]{0,14}))?$/ },
  { operation: 'balance', pattern: /^\/wallet\/(me|[1-9][0-9]{0,14})\/balance$/ },
  { operation: 'receipt', pattern: /^\/wallet\/(me|[1-9][0-9]{0,14})\/receipt\/balance$/ },
  { operation: 'sufficient-amount', pattern: /^\/wallet\/(me|[1-9][0-9]{0,14})\/sufficient-amount$/ },
];

/** Which operation a method and a raw request target ask for; null for one that the simulator does not have. */
export function findCall(method: string, target: string): Call | null {
  const [path = '', ...queries] = target.split('?');
  if (method !== 'GET' || !path.startsWith(basePath)) return null;
  for (const { operation, pattern } of paths) {
    const match = pattern.exec(path.slice(basePath.length));
    if (match === null) continue;
    return { operation, walletRef: match[1] ?? null, query: new URLSearchParams(queries.join('?')) };
  }
  return null;
}

/** Answers an authenticated call as the seed's examples do. */
export function answerCall(call: Call, world: World): Answer {
  if (call.operation === 'server') return success({ time: world.nowSeconds() });
  if (call.walletRef === null) return searchWallet(call.query, world);
  if (call.walletRef === 'me' && world.data.client.me === undefined) {
    return refusal('forbidden', 'me needs an access token');
  }
  const entry = world.book.findById(call.walletRef === 'me' ? Number(world.data.client.me) : Number(call.walletRef));
  if (entry === undefined) return refusal('not_found', 'there is no such wallet');
  switch (call.operation) {
    case 'wallet':
      return success(walletBody(entry));
    case 'balance':
      return readBalance(entry, call.query, world.data);
    case 'receipt':
      return readReceipt(entry, call.query, world);
    case 'sufficient-amount':
      return checkAmount(entry, call.query, world.data);
  }
}

function searchWallet(query: URLSearchParams, world: World): Answer {
  const parsed = parseCriterion(query);
  if (parsed.kind === 'invalid') return refusal('invalid_parameters', 'exactly one well-formed criterion is needed');
  if (parsed.criterion.kind === 'person_code' && !world.data.client.personCodeSearch) {
    return refusal('forbidden', "searching by a person's code needs a special permission");
  }
  const entry = world.book.find(parsed.criterion);
  return entry === undefined ? refusal('not_found', 'no wallet was found') : success(walletBody(entry));
}

/** What a grant does not cover is absent; only an unconfirmed title is null (seed 001, "Account data structure"). */
function walletBody({ wallet, account, accountOwner }: BookEntry): unknown {
  const listed = accountOwner.grants.includes('wallet_list_offline');
  return {
    id: wallet.id,
    owner: wallet.heldBy ?? accountOwner.id,
    account: {
      number: account.number,
      ...(listed && { owner_display_name: accountOwner.displayName, owner_title: accountOwner.confirmedTitle }),
      ...(listed && account.description !== undefined && { description: account.description }),
      ...(listed && { user_id: accountOwner.id, type: account.type }),
      ...(account.ibans !== undefined && { ibans: account.ibans }),
    },
  };
}

function readBalance(entry: BookEntry, query: URLSearchParams, data: KnownData): Answer {
  if (!granted(entry, 'balance_offline')) return notGranted('balance_offline');
  const convertTo = query.get('convert_to');
  if (convertTo !== null && !Object.hasOwn(data.currencies, convertTo)) {
    return refusal('invalid_parameters', 'convert_to is not a currency code that is known');
  }
  const historical = parseBoolean(query.get('show_historical_currencies'));
  if (historical === null) return refusal('invalid_parameters', 'show_historical_currencies is not a boolean');

  const currencies = Object.entries(entry.account.balances)
    .filter(([, { atDisposal, reserved }]) => historical || atDisposal !== 0 || reserved !== 0)
    .map(([currency, { atDisposal, reserved }]) => {
      const amounts = amountsBody(atDisposal, reserved, currency, data);
      if (convertTo === null) return [currency, amounts];
      const inTarget = (minorUnits: number) => convert(minorUnits, currency, convertTo, data.currencies);
      return [
        currency,
        { ...amounts, converted: amountsBody(inTarget(atDisposal), inTarget(reserved), convertTo, data) },
      ];
    });
  return success(Object.fromEntries(currencies));
}

/** The misspelt field is the seed's: its table says reserved_decimal, every example prints reserced_decimal. */
function amountsBody(atDisposal: number, reserved: number, currency: string, data: KnownData): object {
  const exponent = exponentOf(currency, data);
  return {
    at_disposal: atDisposal,
    at_disposal_decimal: decimalInBalance(atDisposal, exponent),
    reserved,
    reserced_decimal: decimalInBalance(reserved, exponent),
  };
}

function readReceipt(entry: BookEntry, query: URLSearchParams, world: World): Answer {
  if (!world.receiptsEnabled || !entry.accountOwner.receiptsAllowed) {
    return refusal('forbidden', 'receipts are not enabled for this client');
  }
  if (!granted(entry, 'balance_offline')) return notGranted('balance_offline');
  const locale = Locale.safeParse(query.get('locale') ?? 'en');
  if (!locale.success) return refusal('invalid_parameters', 'locale is none of en, lt, ru');
  const width = query.get('width');
  if (width !== null && !/^[1-9][0-9]{0,2}$/.test(width)) {
    return refusal('invalid_parameters', 'width is not a whole number from 1 to 999');
  }

  const balances = Object.entries(entry.account.balances);
  const money = balances.filter(([, { atDisposal, reserved }]) => atDisposal !== 0 || reserved !== 0);
  const amounts = (money.length > 0 ? money : balances.slice(0, 1)).map(
    ([currency, { atDisposal }]) => `${decimal(atDisposal, exponentOf(currency, world.data))} ${currency}`,
  );
  return success({ text: balanceReceipt(amounts, locale.data, width === null ? null : Number(width)) });
}

/** Enough is what the account has at disposal in that very currency, within the wallet's own limit of a payment. */
function checkAmount(entry: BookEntry, query: URLSearchParams, data: KnownData): Answer {
  if (!granted(entry, 'check_has_sufficient_balance')) return notGranted('check_has_sufficient_balance');
  const amount = query.get('amount') ?? '';
  const currency = query.get('currency') ?? '';
  if (!/^[1-9][0-9]{0,14}$/.test(amount)) {
    return refusal('invalid_parameters', 'amount is not a whole number of cents above zero');
  }
  if (!Object.hasOwn(data.currencies, currency)) {
    return refusal('invalid_parameters', 'currency is not a currency code that is known');
  }
  const atDisposal = entry.account.balances[currency]?.atDisposal ?? 0;
  const limit = entry.wallet.paymentLimits[currency] ?? Number.POSITIVE_INFINITY;
  return success({ is_sufficient: Number(amount) <= Math.min(atDisposal, limit) });
}

function granted(entry: BookEntry, grant: Grant): boolean {
  return entry.accountOwner.grants.includes(grant);
}

function notGranted(grant: Grant): Answer {
  return refusal('forbidden', `the scope ${grant} was not granted or was revoked`);
}

function exponentOf(currency: string, data: KnownData): number {
  const known = data.currencies[currency];
  if (known === undefined) throw new Error(`${currency} is in no table of the simulator`);
  return known.exponent;
}

/** Null for what is no boolean; absent is false. */
function parseBoolean(text: string | null): boolean | null {
  if (text === null || text === '0' || text === 'false') return false;
  return text === '1' || text === 'true' ? true : null;
}
