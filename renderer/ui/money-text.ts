import { currencyExponent, decimalOfCents, formatDecimal, isDecimal } from '../../shared/domain/money.ts';
import type { Texts } from './i18n/i18n.ts';

interface CentAmount {
  readonly cents: number;
  readonly currency: string;
}

/** An amount as people read it, never torn apart at the end of a line: `12,50 EUR`. */
export function amountText({ cents, currency }: CentAmount, texts: Texts): string {
  return `${formatDecimal(decimalOfCents(cents), texts.locale)}\u00a0${currency}`;
}

/**
 * The API's decimal string as people read it in that currency: zeros that it left out are written (`0` is `0.00` in
 * euros), so that amounts below each other have one shape. No digit is changed or dropped.
 */
export function moneyText(decimal: string, currency: string, texts: Pick<Texts, 'locale'>): string {
  const exponent = currencyExponent(currency) ?? 0;
  const [whole = '', fraction = ''] = decimal.split('.');
  const padded = fraction.padEnd(exponent, '0');
  return formatDecimal(isDecimal(decimal) && padded !== '' ? `${whole}.${padded}` : decimal, texts.locale);
}
