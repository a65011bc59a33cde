import type { Currencies } from './data.ts';

/** An amount as the seed's balances print it: decimal places of its currency, but a bare "0" for nothing. */
export function decimalInBalance(minorUnits: number, exponent: number): string {
  return minorUnits === 0 ? '0' : decimal(minorUnits, exponent);
}

/** An amount with all the decimal places of its currency: 2299 with exponent 2 is "22.99". */
export function decimal(minorUnits: number, exponent: number): string {
  if (exponent === 0) return String(minorUnits);
  const digits = String(minorUnits).padStart(exponent + 1, '0');
  return `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** Converts minor units of one currency to another's, halves upwards. Both must be in the table. */
export function convert(minorUnits: number, from: string, to: string, currencies: Currencies): number {
  const [source, target] = [currencies[from], currencies[to]];
  if (source === undefined || target === undefined) throw new Error(`no rate between ${from} and ${to}`);
  const numerator = BigInt(minorUnits) * BigInt(source.eurPerMillion) * 10n ** BigInt(target.exponent);
  const denominator = BigInt(target.eurPerMillion) * 10n ** BigInt(source.exponent);
  return Number((2n * numerator + denominator) / (2n * denominator));
}

/** Decimal places of a currency. Throws where it is in no table: the data were checked. */
export function exponentOf(currency: string, currencies: Currencies): number {
  const known = currencies[currency];
  if (known === undefined) throw new Error(`${currency} is in no table of the simulator`);
  return known.exponent;
}
