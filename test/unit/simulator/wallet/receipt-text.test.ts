import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { people } from '../../../../simulator/wallet/people.ts';
import { wrap } from '../../../../simulator/wallet/receipt-text.ts';
import { get, start } from './exchange.ts';

async function receipt(walletId: number, query = '', data = people): Promise<[number, unknown]> {
  const answer = await get(await start({ data }), `/wallet/${walletId}/receipt/balance${query}`);
  return [answer.status, answer.json];
}

async function textOf(walletId: number, query: string): Promise<string> {
  const [, body] = await receipt(walletId, query);
  return (body as { text: string }).text;
}

describe('a balance receipt', () => {
  it.each([
    ['', 'Your balance: 22.99 EUR, 1.00 USD'],
    ['?locale=lt', 'Jūsų likutis: 22.99 EUR, 1.00 USD'],
    ['?locale=ru', 'Ваш баланс: 22.99 EUR, 1.00 USD'],
  ])('without width is one line (%s)', async (query, expected) => {
    expect(await textOf(14471, query)).toBe(expected);
  });

  it('breaks lines with CR LF between words', async () => {
    expect(await textOf(14471, '?locale=lt&width=16')).toBe('Jūsų likutis:\r\n22.99 EUR, 1.00\r\nUSD');
  });

  it('breaks a word only where it is longer than a line', async () => {
    expect(await textOf(14471, '?width=4')).toBe('Your\r\nbala\r\nnce:\r\n22.9\r\n9\r\nEUR,\r\n1.00\r\nUSD');
  });

  const widths = [16, 32, 42, 48];
  it.each(['en', 'lt', 'ru'].flatMap((locale) => widths.map((width): [string, number] => [locale, width])))(
    'in %s keeps within %i symbols a line and loses no word',
    async (locale, width) => {
      const simulator = await start();
      const path = `/wallet/30001/receipt/balance?locale=${locale}`;
      const whole = (await get(simulator, path)).json as { text: string };
      const wrapped = (await get(simulator, `${path}&width=${width}`)).json as { text: string };
      const lines = wrapped.text.split('\r\n');
      expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(width);
      expect(lines.join(' ')).toBe(whole.text);
      expect(wrapped.text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      expect(lines.length).toBeGreaterThan(1);
    },
  );

  it('names the first currency where there is no money', async () => {
    expect(await textOf(30007, '')).toBe('Your balance: 0.00 EUR');
  });

  it.each(['?locale=de', '?locale=', '?width=0', '?width=-1', '?width=32.5', '?width=wide', '?width='])(
    'calls %s invalid',
    async (query) => {
      expect(await receipt(14471, query)).toEqual([400, expect.objectContaining({ error: 'invalid_parameters' })]);
    },
  );

  it('is forbidden where the grant is revoked, the customer is excluded or the client lacks the feature', async () => {
    const forbidden = [403, expect.objectContaining({ error: 'forbidden' })];
    const notEnabled = { ...people, client: { ...people.client, receiptsEnabled: false } };
    expect(await receipt(30102)).toEqual(forbidden);
    expect(await receipt(30105)).toEqual(forbidden);
    expect(await receipt(14471, '', notEnabled)).toEqual(forbidden);
  });
});

describe('wrapping', () => {
  it('never makes a line longer than the width, nor loses, adds or reorders a character', () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'ū', 'щ', '€', '7'), minLength: 1, maxLength: 12 }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 20 }), (list, width) => {
        const lines = wrap(list.join(' '), width);
        expect(lines.every((line) => line.length > 0 && [...line].length <= width)).toBe(true);
        expect(lines.join('').replaceAll(' ', '')).toBe(list.join(''));
      }),
      { seed: 20261120 },
    );
  });
});
