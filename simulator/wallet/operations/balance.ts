import { Locale } from '../../../shared/domain/locale.ts';
import { notGranted } from '../access.ts';
import { type Answer, refusal, success } from '../answer.ts';
import type { KnownData } from '../data.ts';
import { convert, decimal, decimalInBalance, exponentOf } from '../money.ts';
import { balanceReceipt } from '../receipt-text.ts';
import { permits, type WalletAsk } from './ask.ts';

/** GET /wallet/:id/balance. Source: seed 001, "Get balance of a wallet". */
export function readBalance(ask: WalletAsk): Answer {
  const { entry, call, world } = ask;
  const { data } = world.state;
  const { query } = call;
  if (!permits(ask, entry, 'balance')) return notGranted(ask.caller, 'balance');
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
  const exponent = exponentOf(currency, data.currencies);
  return {
    at_disposal: atDisposal,
    at_disposal_decimal: decimalInBalance(atDisposal, exponent),
    reserved,
    reserced_decimal: decimalInBalance(reserved, exponent),
  };
}

/** GET /wallet/:id/receipt/balance. Source: seed 001, "Getting balance receipt for a wallet". */
export function readReceipt(ask: WalletAsk): Answer {
  const { entry, call, world } = ask;
  const { data } = world.state;
  const { query } = call;
  if (!ask.receiptsEnabled || !data.client.receiptsEnabled || !entry.accountOwner.receiptsAllowed) {
    return refusal('forbidden', 'receipts are not enabled for this client');
  }
  if (!permits(ask, entry, 'balance')) return notGranted(ask.caller, 'balance');
  const locale = Locale.safeParse(query.get('locale') ?? 'en');
  if (!locale.success) return refusal('invalid_parameters', 'locale is none of en, lt, ru');
  const width = query.get('width');
  if (width !== null && !/^[1-9][0-9]{0,2}$/.test(width)) {
    return refusal('invalid_parameters', 'width is not a whole number from 1 to 999');
  }

  const balances = Object.entries(entry.account.balances);
  const money = balances.filter(([, { atDisposal, reserved }]) => atDisposal !== 0 || reserved !== 0);
  const amounts = (money.length > 0 ? money : balances.slice(0, 1)).map(
    ([currency, { atDisposal }]) => `${decimal(atDisposal, exponentOf(currency, data.currencies))} ${currency}`,
  );
  return success({ text: balanceReceipt(amounts, locale.data, width === null ? null : Number(width)) });
}

/** Enough is what the account has at disposal in that very currency, within the wallet's own limit of a payment. */
export function checkAmount(ask: WalletAsk): Answer {
  const { entry, call, world } = ask;
  const { data } = world.state;
  const { query } = call;
  if (!permits(ask, entry, 'sufficient-amount')) return notGranted(ask.caller, 'sufficient-amount');
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

/** Null for what is no boolean; absent is false. */
function parseBoolean(text: string | null): boolean | null {
  if (text === null || text === '0' || text === 'false') return false;
  return text === '1' || text === 'true' ? true : null;
}
