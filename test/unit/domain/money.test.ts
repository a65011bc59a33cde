import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDecimals,
  currencyExponent,
  decimalOfCents,
  formatDecimal,
  isSentInCents,
  parseAmount,
} from '../../../shared/domain/money.ts';
import { CurrencyCode } from '../../../shared/domain/wallet.ts';

const eur = CurrencyCode.parse('EUR');
const nbsp = '\u00a0';

describe('parseAmount', () => {
  test.each([
    ['12,50', 1250],
    ['12.50', 1250],
    ['12', 1200],
    ['0.01', 1],
    ['0,99', 99],
    [' 12.50 ', 1250],
    ['1 250,50', 125050],
    [`1${nbsp}250,50`, 125050],
    ['1\u202f250\u202f000', 125000000],
    ['999999999999.99', 99999999999999],
  ])('%j is an amount of %i cents', (text, cents) => {
    expect(parseAmount(text, eur)).toStrictEqual({ ok: true, value: { cents, currency: 'EUR' } });
  });

  test.each([
    ['nothing', ''],
    ['a word', 'ten'],
    ['nothing to pay', '0'],
    ['nothing to pay with decimals', '0,00'],
    ['a negative amount', '-5'],
    ['one decimal, where a digit may be lost', '12,5'],
    ['three decimals, which may be thousands', '12,500'],
    ['two separators', '1,250.50'],
    ['a separator without decimals', '12,'],
    ['a separator without an amount', ',50'],
    ['a leading zero', '012'],
    ['a space that groups nothing', '12 50'],
    ['an exponent', '1e3'],
    ['digits of another script', '١٢'],
    ['more than any till takes', '1000000000000'],
  ])('%s is refused', (_, text) => {
    expect(parseAmount(text, eur)).toMatchObject({ ok: false, error: { code: 'amount.malformed', kind: 'input' } });
  });

  test.each(['JPY', 'KWD', 'CLF', 'XAU'])('no amount is sent in %s, whatever is typed', (code) => {
    const currency = CurrencyCode.parse(code);
    expect(parseAmount('12', currency)).toMatchObject({
      ok: false,
      error: { code: 'amount.currency-not-in-cents', details: { currency: code } },
    });
  });

  test('what any amount of cents looks like is read as the same cents, with either separator', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999_999_999 }), fc.boolean(), (cents, comma) => {
        const decimal = decimalOfCents(cents);
        const text = comma ? decimal.replace('.', ',') : decimal;
        expect(parseAmount(text, eur)).toStrictEqual({ ok: true, value: { cents, currency: 'EUR' } });
      }),
    );
  });
});

describe('currencies', () => {
  test.each([
    ['EUR', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['KWD', 3],
    ['TND', 3],
    ['UYW', 4],
    ['XAU', null],
  ])('%s is written with %s decimals', (currency, exponent) => {
    expect(currencyExponent(currency)).toBe(exponent);
  });

  test('a name that every object has is not a currency of its own', () => {
    expect(currencyExponent('constructor')).toBe(2);
  });

  test('only hundredths are cents', () => {
    expect(['EUR', 'USD', 'PLN', 'JPY', 'KWD', 'XXX'].filter(isSentInCents)).toEqual(['EUR', 'USD', 'PLN']);
  });
});

describe('formatDecimal', () => {
  test.each([
    ['22.99', 'en', '22.99'],
    ['22.99', 'lt', '22,99'],
    ['22.99', 'ru', '22,99'],
    ['1234567.89', 'en', '1,234,567.89'],
    ['1234567.89', 'lt', `1${nbsp}234${nbsp}567,89`],
    ['1234567.89', 'ru', `1${nbsp}234${nbsp}567,89`],
    ['-1234.50', 'en', '-1,234.50'],
    ['0', 'lt', '0'],
    ['100', 'en', '100'],
    ['90071992547409931234.000001', 'en', '90,071,992,547,409,931,234.000001'],
  ] as const)('%s is written in %s as %s', (decimal, locale, written) => {
    expect(formatDecimal(decimal, locale)).toBe(written);
  });

  test('what is no decimal string is shown as it came', () => {
    expect(formatDecimal('n/a', 'lt')).toBe('n/a');
  });
});

describe('decimalOfCents', () => {
  test.each([
    [0, '0.00'],
    [7, '0.07'],
    [2299, '22.99'],
    [-5, '-0.05'],
  ])('%i cents are %s', (cents, decimal) => {
    expect(decimalOfCents(cents)).toBe(decimal);
  });

  test('what is no whole number of cents is a bug', () => {
    expect(() => decimalOfCents(0.5)).toThrow(TypeError);
  });
});

describe('addDecimals', () => {
  test.each([
    [[], '0'],
    [['0', '0.00'], '0.00'],
    [['22.99', '0.75'], '23.74'],
    [['0.1', '0.2'], '0.3'],
    [['1', '-0.001'], '0.999'],
    [['-1.00', '0.25'], '-0.75'],
    [['9007199254740993', '0.01'], '9007199254740993.01'],
  ])('the sum of %j is %s', (decimals, sum) => {
    expect(addDecimals(decimals)).toBe(sum);
  });

  test('a sum of cents is exact, however many there are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), { minLength: 1 }), (cents) => {
        const total = cents.reduce((sum, each) => sum + each, 0);
        expect(addDecimals(cents.map(decimalOfCents))).toBe(decimalOfCents(total));
      }),
    );
  });

  test('adding what is no decimal string is a bug', () => {
    expect(() => addDecimals(['1.00', 'n/a'])).toThrow(TypeError);
  });
});
