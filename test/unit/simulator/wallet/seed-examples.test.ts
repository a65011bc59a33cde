import { describe, expect, it } from 'vitest';
import { ask, get, laterMs, start } from './exchange.ts';

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

const otherParty = { name: 'EVP', code: '300060819', account_number: 'EVP6910001000362' };
const exchangeText = 'Currency exchange 1.23 USD -> 1.00 EUR (Exchange rate 10 USD : 8.81142 EUR; 1.23 USD : 1 EUR)';
const john = { wallet_id: 78441, user_id: 44587, display_name: 'John Smith' };

/** The later examples, with what the seed sends and prints, in its order. */
const laterExamples: readonly [string, unknown, unknown][] = [
  [
    'GET /wallet/14471/statements?currency=EUR,USD&from=1357052400&limit=50',
    undefined,
    {
      statements: [
        {
          id: 59418,
          amount: 100,
          currency: 'EUR',
          amount_decimal: '1.00',
          direction: 'in',
          date: 1363340355,
          details: exchangeText,
          type: 'currency',
          transfer_id: 45375,
        },
        {
          id: 59392,
          amount: 3000,
          currency: 'USD',
          amount_decimal: '30.00',
          direction: 'in',
          date: 1361370936,
          details: 'Partial transfer return',
          other_party: otherParty,
          type: 'return',
          transfer_id: 45353,
        },
        {
          id: 59390,
          amount: 12000,
          currency: 'USD',
          amount_decimal: '120.00',
          direction: 'in',
          date: 1361370929,
          details: 'Transfer for some items',
          other_party: { ...otherParty, user_id: 2, wallet_id: 211 },
          type: 'transfer',
          transfer_id: 45353,
        },
        {
          id: 59327,
          amount: 20,
          currency: 'EUR',
          amount_decimal: '0.20',
          direction: 'out',
          date: 1358523243,
          details: 'Transfer commission',
          type: 'commission',
          transfer_id: 45122,
        },
        {
          id: 59326,
          amount: 5000,
          currency: 'EUR',
          amount_decimal: '50.00',
          direction: 'out',
          date: 1358523243,
          details: '50 EUR transfer to bank account',
          other_party: {
            name: 'John Smith',
            code: '38001010000',
            account_number: 'LT007300010022221111',
            bic: 'HABALT22XXX',
          },
          type: 'transfer',
          transfer_id: 45122,
        },
      ],
      _metadata: { total: 5, offset: 0, limit: 50 },
    },
  ],
  [
    'GET /wallet/14471/reservation-statements',
    undefined,
    {
      reservation_statements: [
        {
          type: 'transfer_out',
          amount: '1.00',
          currency: 'EUR',
          details: 'Name Surname. Transfer out',
          date: 1373449733,
          other_party: { display_name: 'Name Surname', account_number: 'LT000000000000000000' },
        },
        {
          type: 'transfer_in',
          amount: '1.00',
          currency: 'EUR',
          details: 'cash out',
          date: 1453973739,
          other_party: {
            display_name: 'Name Surname',
            account_number: 'EVP0000000000000',
            wallet_id: 12345,
            user_id: 123456,
          },
        },
      ],
      _metadata: { total: 2, offset: 0, limit: 50 },
    },
  ],
  [
    'GET /wallet/14471/pending-payments?type=password&direction=in&limit=50',
    undefined,
    {
      pending_payments: [
        {
          id: 59418,
          amount: 100,
          currency: 'EUR',
          amount_decimal: '1.00',
          details: 'Payment with password from John',
          type: 'password',
          direction: 'in',
          cancelable: true,
          date: 1363340355,
          other_party: john,
        },
      ],
      _metadata: { total: 1, offset: 0, limit: 50 },
    },
  ],
  [
    'PUT /wallet/14471/pending-payment/59418',
    { password: 'some secret' },
    {
      id: 59418,
      amount: 100,
      currency: 'EUR',
      amount_decimal: '1.00',
      details: exchangeText,
      type: 'password',
      direction: 'in',
      cancelable: false,
      date: 1363340355,
      other_party: john,
    },
  ],
  [
    'GET /wallet/14471/favourites',
    undefined,
    {
      favourites: [
        {
          payment_count: 5,
          user_info: {
            display_name: 'John Smith',
            user_id: 54,
            wallet_id: 4558,
            account_number: 'EVP7010001000101',
          },
        },
        {
          payment_count: 2,
          user_info: {
            display_name: 'Some Company',
            user_id: 4457,
            wallet_id: 25487,
            account_number: 'EVP6310001000103',
          },
        },
      ],
      _metadata: { total: 2, offset: 0, limit: 50 },
    },
  ],
  ['PUT /wallet/14471/card', { issuer: 'paysera', number: '5487963154' }, { id: 254789, owner: 221 }],
  [
    'PUT /wallet/14471',
    { description: 'My personal account' },
    { id: 14471, owner: 221, account: { number: 'EVP0010001000101', description: 'My personal account' } },
  ],
  ['DELETE /wallet/14471/description', undefined, { id: 14471, owner: 221, account: { number: 'EVP0010001000101' } }],
  [
    'GET /wallets?email=john@example.com,smith@example.com&phone=37066612345&email_hash=9395988394d4568df3c54c2645ddb1d0753a0c20',
    undefined,
    {
      'smith@example.com': { id: 887, owner: 5547 },
      '9395988394d4568df3c54c2645ddb1d0753a0c20': { id: 45, owner: 8879 },
    },
  ],
];

describe("the seed's later examples", () => {
  it.each(laterExamples)('answers %s to the letter', async (request, body, expected) => {
    const simulator = await start({ clock: () => laterMs });
    const answer = await ask(simulator, request, body);
    expect(answer.text).toBe(JSON.stringify(expected));
    expect(answer.status).toBe(200);
  });

  it('confirms the related card with the code of the example', async () => {
    const simulator = await start();
    await ask(simulator, 'PUT /wallet/14471/card', { issuer: 'paysera', number: '5487963154' });
    const answer = await ask(simulator, 'PUT /wallet/254789/confirm', { code: 'ABCDEF' });
    expect([answer.status, answer.text]).toEqual([200, '{"id":254789,"owner":221}']);
  });
});
