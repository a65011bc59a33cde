import { describe, expect, it } from 'vitest';
import { convert, decimal, decimalInBalance } from '../../../../simulator/wallet/money.ts';
import { people } from '../../../../simulator/wallet/people.ts';
import { get, start } from './exchange.ts';

const forbidden = [403, expect.objectContaining({ error: 'forbidden' })];
const invalid = [400, expect.objectContaining({ error: 'invalid_parameters' })];

async function ask(path: string): Promise<[number, unknown]> {
  const answer = await get(await start(), path);
  return [answer.status, answer.json];
}

describe('amounts', () => {
  it.each([
    [2299, 2, '22.99'],
    [5, 2, '0.05'],
    [0, 2, '0.00'],
    [15400, 0, '15400'],
    [12345, 3, '12.345'],
    [7, 3, '0.007'],
    [12345678901, 2, '123456789.01'],
  ])('writes %i with exponent %i as %s', (minorUnits, exponent, expected) => {
    expect(decimal(minorUnits, exponent)).toBe(expected);
  });

  it('writes nothing as a bare 0 in balances', () => {
    expect(decimalInBalance(0, 2)).toBe('0');
  });

  it.each([
    [100, 'USD', 'EUR', 75],
    [9800, 'USD', 'EUR', 7339],
    [2299, 'EUR', 'EUR', 2299],
    [15400, 'JPY', 'EUR', 9394],
    [12345, 'KWD', 'EUR', 3679],
    [9394, 'EUR', 'JPY', 15400],
    [0, 'EUR', 'USD', 0],
  ])('converts %i %s to %s as %i', (minorUnits, from, to, expected) => {
    expect(convert(minorUnits, from, to, people.currencies)).toBe(expected);
  });
});

describe('a balance', () => {
  it('prints each currency with its own decimals and hides the ones without money', async () => {
    const [status, body] = await ask('/wallet/30001/balance');
    expect(status).toBe(200);
    expect(Object.keys(body as object)).toEqual(['EUR', 'USD', 'GBP', 'PLN', 'JPY', 'KWD']);
    expect(body).toMatchObject({
      JPY: { at_disposal: 15400, at_disposal_decimal: '15400', reserved: 600, reserced_decimal: '600' },
      KWD: { at_disposal: 12345, at_disposal_decimal: '12.345', reserved: 0, reserced_decimal: '0' },
    });
  });

  it('shows the currencies without money when asked for historical ones', async () => {
    const [, body] = await ask('/wallet/30001/balance?show_historical_currencies=1');
    expect(body).toMatchObject({ CHF: { at_disposal: 0, at_disposal_decimal: '0' } });
  });

  it('is an empty object where there is no money', async () => {
    expect(await ask('/wallet/30007/balance?show_historical_currencies=false')).toEqual([200, {}]);
  });

  it('keeps a currency whose money is all reserved', async () => {
    expect(await ask('/wallet/31001/balance')).toEqual([
      200,
      { EUR: { at_disposal: 0, at_disposal_decimal: '0', reserved: 25000, reserced_decimal: '250.00' } },
    ]);
  });

  it("of a card's own wallet is its account's", async () => {
    const simulator = await start();
    const [own, main] = [await get(simulator, '/wallet/254101/balance'), await get(simulator, '/wallet/14471/balance')];
    expect(own.text).toBe(main.text);
  });

  it('is forbidden once the grant is revoked', async () => {
    expect(await ask('/wallet/30102/balance')).toEqual(forbidden);
  });

  it.each(['convert_to=', 'convert_to=eur', 'convert_to=XYZ', 'convert_to=toString', 'show_historical_currencies=yes'])(
    'calls %s invalid',
    async (query) => {
      expect(await ask(`/wallet/14471/balance?${query}`)).toEqual(invalid);
    },
  );
});

describe('a sufficient amount', () => {
  it.each([
    ['14471', 'amount=2299&currency=EUR', true],
    ['14471', 'amount=2300&currency=EUR', false],
    ['14471', 'amount=101&currency=USD', false],
    ['14471', 'amount=1&currency=GBP', false],
    ['30004', 'amount=2001&currency=EUR', true],
    ['30104', 'amount=2000&currency=EUR', true],
    ['30104', 'amount=2001&currency=EUR', false],
  ])('in wallet %s for %s is %s: within the money and the limit of that very wallet', async (id, query, answer) => {
    expect(await ask(`/wallet/${id}/sufficient-amount?${query}`)).toEqual([200, { is_sufficient: answer }]);
  });

  it.each(['30102', '30008'])('is forbidden in wallet %s, which did not grant its scope', async (id) => {
    expect(await ask(`/wallet/${id}/sufficient-amount?amount=1&currency=EUR`)).toEqual(forbidden);
  });

  it.each([
    '',
    'amount=100',
    'currency=EUR',
    'amount=10.00&currency=EUR',
    'amount=-5&currency=EUR',
    'amount=0&currency=EUR',
    'amount=1&currency=E',
    'amount=1&currency=XYZ',
  ])('calls "%s" invalid', async (query) => {
    expect(await ask(`/wallet/14471/sufficient-amount?${query}`)).toEqual(invalid);
  });
});
