import { appError } from '../errors/app-error.ts';
import { err, ok, type Result } from '../errors/result.ts';
import type { ScreenLocale } from './locale.ts';
import type { CurrencyCode } from './wallet.ts';

/** An amount as the API takes it: a whole number of hundredths. */
export interface Money {
  readonly cents: number;
  readonly currency: CurrencyCode;
}

/** ISO 4217 currencies whose minor unit is not a hundredth; null where the standard names no minor unit at all. */
const unusualExponents: Readonly<Record<string, number | null>> = {
  ...exponentOf(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...exponentOf(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...exponentOf(4, 'CLF UYW'),
  ...exponentOf(null, 'XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX'),
};

function exponentOf(exponent: number | null, codes: string): Record<string, number | null> {
  return Object.fromEntries(codes.split(' ').map((code) => [code, exponent]));
}

/** Decimals that a currency is written with; null when it has no minor unit. Source: ISO 4217. */
export function currencyExponent(currency: string): number | null {
  const unusual = Object.hasOwn(unusualExponents, currency) ? unusualExponents[currency] : 2;
  return unusual ?? null;
}

/** Whether an integer amount "in cents" has a meaning in this currency: the API explains it for hundredths only. */
export function isSentInCents(currency: string): boolean {
  return currencyExponent(currency) === 2;
}

// Keeps cents far inside the integers that a double holds exactly.
const mostWholeDigits = 12;
const groupingSpaces = /(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/g;

/**
 * Reads an amount as people type it: `12`, `12.50` or `12,50`, thousands apart by a space if at all.
 * One lonely decimal (`12,5`) is refused, since a digit may have been lost on the way. Where a shop enters `cents`,
 * digits alone are cents (`1250` is 12.50); with a separator they are the same as elsewhere.
 * Errors: `amount.malformed`, `amount.currency-not-in-cents`.
 */
export function parseAmount(
  text: string,
  currency: CurrencyCode,
  entry: 'decimal' | 'cents' = 'decimal',
): Result<Money> {
  if (!isSentInCents(currency)) {
    return err(appError('amount.currency-not-in-cents', { currency }));
  }
  const plain = text.trim().replace(groupingSpaces, '');
  const written = entry === 'cents' && /^[0-9]+$/.test(plain) ? withPoint(plain) : plain;
  const match = /^(0|[1-9][0-9]*)(?:[.,]([0-9]{2}))?$/.exec(written);
  const whole = match?.[1];
  if (whole === undefined || whole.length > mostWholeDigits) {
    return err(appError('amount.malformed', { currency }));
  }
  const cents = Number(`${whole}${match?.[2] ?? '00'}`);
  return cents > 0 ? ok({ cents, currency }) : err(appError('amount.malformed', { currency }));
}

/** `5` is `0.05`, `1250` is `12.50`. */
function withPoint(cents: string): string {
  const digits = cents.replace(/^0+/, '').padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Cents of a currency that has hundredths, as a decimal string: 7 becomes `0.07`. Throws for any other number. */
export function decimalOfCents(cents: number): string {
  if (!Number.isSafeInteger(cents)) {
    throw new TypeError('cents must be a safe integer');
  }
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const decimalForm = /^(-?)([0-9]+)(?:\.([0-9]+))?$/;

/** Whether a text has the form of the API's decimal strings (`22.99`, `0`, `-1.00`). */
export function isDecimal(text: string): boolean {
  return decimalForm.test(text);
}

/** Whole cents of a decimal string that has at most two decimals (`1.00`, `-3`); null where it has more or is too large. */
export function parseDecimalCents(decimal: string): number | null {
  const [, sign = '', whole = '', fraction = ''] = decimalForm.exec(decimal) ?? [];
  const cents = Number(`${sign}${whole}${fraction.padEnd(2, '0')}`);
  return whole !== '' && fraction.length <= 2 && Number.isSafeInteger(cents) ? cents : null;
}

interface Separators {
  readonly group: string;
  readonly point: string;
}

const known = new Map<ScreenLocale, Separators>();

/** As the language has them; a space is one that does not break, so that no amount is torn apart at the end of a line. */
function separatorsOf(locale: ScreenLocale): Separators {
  const kept = known.get(locale);
  if (kept !== undefined) {
    return kept;
  }
  const parts = new Intl.NumberFormat(locale, { useGrouping: true, minimumFractionDigits: 1 }).formatToParts(
    1_234_567.8,
  );
  const partOf = (type: 'group' | 'decimal') => parts.find((part) => part.type === type)?.value ?? '';
  const separators = { group: partOf('group').replace(/\s/g, '\u00a0'), point: partOf('decimal') };
  known.set(locale, separators);
  return separators;
}

/**
 * Writes the API's decimal string the way a language does, digit for digit: no rounding, no floats.
 * A text that is no decimal string comes back as it was: what the API said is what people see.
 */
export function formatDecimal(decimal: string, locale: ScreenLocale): string {
  const match = decimalForm.exec(decimal);
  if (match === null) {
    return decimal;
  }
  const [, sign = '', whole = '', fraction] = match;
  const { group, point } = separatorsOf(locale);
  const grouped = whole.replace(/\B(?=(?:[0-9]{3})+$)/g, group);
  return `${sign}${grouped}${fraction === undefined ? '' : point + fraction}`;
}

/**
 * Adds decimal strings exactly, keeping the most decimals that any of them has; nothing adds up to `0`.
 * Throws when one is not a decimal string: the parser of answers lets none through.
 */
export function addDecimals(decimals: readonly string[]): string {
  const parts = decimals.map((decimal) => {
    const match = decimalForm.exec(decimal);
    if (match === null) {
      throw new TypeError('not a decimal string');
    }
    return { sign: match[1] ?? '', whole: match[2] ?? '0', fraction: match[3] ?? '' };
  });
  const scale = Math.max(0, ...parts.map((part) => part.fraction.length));
  const sum = parts.reduce(
    (total, part) => total + BigInt(`${part.sign}${part.whole}${part.fraction.padEnd(scale, '0')}`),
    0n,
  );
  const digits = String(sum < 0n ? -sum : sum).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return `${sum < 0n ? '-' : ''}${whole}${scale === 0 ? '' : `.${digits.slice(-scale)}`}`;
}
