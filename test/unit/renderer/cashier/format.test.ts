import { describe, expect, it } from 'vitest';
import { moneyText } from '../../../../renderer/cashier/format.ts';

describe('an amount of the ledger', () => {
  it.each([
    ['0', 'EUR', 'en', '0.00'],
    ['-3', 'USD', 'lt', '-3,00'],
    ['1284.5', 'EUR', 'lt', '1\u00a0284,50'],
    ['22.99', 'EUR', 'en', '22.99'],
    ['15400', 'JPY', 'en', '15,400'],
    ['0', 'KWD', 'ru', '0,000'],
    ['12', 'XAU', 'en', '12'],
  ] as const)('%s in %s is written %s: %s', (decimal, currency, locale, expected) => {
    expect(moneyText(decimal, currency, { locale })).toBe(expected);
  });

  it('keeps every digit that the service wrote, also where the currency has fewer', () => {
    expect(moneyText('0.001', 'EUR', { locale: 'en' })).toBe('0.001');
    expect(moneyText('600.00', 'JPY', { locale: 'en' })).toBe('600.00');
  });

  it('shows what is no amount as it came', () => {
    expect(moneyText('n/a', 'EUR', { locale: 'en' })).toBe('n/a');
  });
});
