import { describe, expect, it } from 'vitest';
import { get, start } from './exchange.ts';

const wallet14471 = { id: 14471, owner: 221, account: { number: 'EVP0010001000101' } };

/** Every example answer of seed 001 to an operation that the simulator has, in the seed's own order of fields. */
const examples: readonly [string, unknown][] = [
  ['/wallet/14471', wallet14471],
  ['/wallet?phone=37066612345', wallet14471],
  ['/wallet?company_code%5Blt%5D=300060819', wallet14471],
  [
    '/wallet/14471/balance',
    {
      EUR: { at_disposal: 2299, at_disposal_decimal: '22.99', reserved: 0, reserced_decimal: '0' },
      USD: { at_disposal: 100, at_disposal_decimal: '1.00', reserved: 9800, reserced_decimal: '98.00' },
    },
  ],
  [
    '/wallet/14471/balance?convert_to=EUR',
    {
      EUR: {
        at_disposal: 2299,
        at_disposal_decimal: '22.99',
        reserved: 0,
        reserced_decimal: '0',
        converted: { at_disposal: 2299, at_disposal_decimal: '22.99', reserved: 0, reserced_decimal: '0' },
      },
      USD: {
        at_disposal: 100,
        at_disposal_decimal: '1.00',
        reserved: 9800,
        reserced_decimal: '98.00',
        converted: { at_disposal: 75, at_disposal_decimal: '0.75', reserved: 7339, reserced_decimal: '73.39' },
      },
    },
  ],
  ['/wallet/14471/receipt/balance?locale=en', { text: 'Your balance: 22.99 EUR, 1.00 USD' }],
  ['/wallet/me/sufficient-amount?amount=100000&currency=EUR', { is_sufficient: false }],
];

describe("the seed's examples", () => {
  it.each(examples)('answers %s to the letter', async (path, expected) => {
    const answer = await get(await start(), path);
    expect(answer.status).toBe(200);
    expect(answer.contentType).toBe('application/json;charset=utf-8');
    expect(answer.text).toBe(JSON.stringify(expected));
  });

  it('knows the card of the relating example by nobody until it is related, and then by its new wallet', async () => {
    const simulator = await start();
    const path = '/wallet?card%5Bpaysera%5D=5487963154';
    const before = await get(simulator, path);
    const newWallet = simulator.relateCard(14471, { issuer: 'paysera', number: '5487963154' });
    const after = await get(simulator, path);
    expect([before.status, before.json]).toEqual([404, expect.objectContaining({ error: 'not_found' })]);
    expect(newWallet).toBe(254789);
    expect(after.json).toEqual({ id: 254789, owner: 221, account: { number: 'EVP0010001000101' } });
  });
});
