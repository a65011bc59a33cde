import { describe, expect, it } from 'vitest';
import { people } from '../../../../simulator/wallet/people.ts';
import { get, start } from './exchange.ts';

async function search(query: string, data = people): Promise<[number, unknown]> {
  const answer = await get(await start({ data }), `/wallet${query}`);
  return [answer.status, answer.json];
}

const error = (code: string) => expect.objectContaining({ error: code });

describe('finding a wallet', () => {
  it.each([
    ['card[paysera]=4820157736', 254101],
    ['card%5Bvilniecio%5D=001234567', 30104],
    ['barcode=WT0014471A', 14471],
    ['phone=37060000003', 30003],
    ['email=Irina%40Example.com', 30003],
    ['company_code[lv]=900000002', 31002],
    ['company_code[LT]=900000003', 31003],
    ['account_number=EVP0010002000004', 30004],
    ['user_id=5009', 30009],
    ['licence_plate=pvz001', 30001],
  ])('by %s leads to wallet %i', async (query, walletId) => {
    expect(await search(`?${query}`)).toEqual([200, expect.objectContaining({ id: walletId })]);
  });

  it.each([
    '?card[paysera]=1234567',
    '?card[paysera]=001234567',
    '?card[vilniecio]=999000111',
    '?phone=86612345',
    '?email=nobody%40example.com',
    '?company_code[ee]=300060819',
    '?barcode=WT9999999Z',
    '/999999',
  ])('finds nobody by %s', async (query) => {
    expect(await search(query)).toEqual([404, error('not_found')]);
  });

  it.each([
    '',
    '?',
    '?colour=blue',
    '?constructor=1',
    '?phone=',
    '?phone=%2B37066612345',
    '?phone=0037066612345',
    '?phone=37066612345&user_id=221',
    '?phone=37066612345&phone=37066612345',
    '?phone[lt]=37066612345',
    '?card=4820157736',
    '?card[other]=4820157736',
    '?card[paysera]=48201x',
    '?company_code=300060819',
    '?company_code[ltu]=300060819',
    '?email=nobody',
    '?user_id=0',
  ])('calls /wallet%s invalid', async (query) => {
    expect(await search(query)).toEqual([400, error('invalid_parameters')]);
  });

  it("by a person's code needs a special permission", async () => {
    const permitted = { ...people, client: { ...people.client, personCodeSearch: true } };
    expect(await search('?person_code[lt]=40000000004')).toEqual([403, error('forbidden')]);
    expect(await search('?person_code[lt]=40000000004', permitted)).toEqual([200, wallet30003]);
  });

  it('as me needs an access token', async () => {
    const withoutToken = { ...people, client: { ...people.client, me: undefined } };
    expect(await search('/me')).toEqual([200, expect.objectContaining({ id: 14471 })]);
    expect(await search('/me', withoutToken)).toEqual([403, error('forbidden')]);
  });
});

const wallet30003 = expect.objectContaining({ id: 30003 });

describe('what a wallet tells', () => {
  it("with the list scope: the owner's names, description, user and type", async () => {
    expect(await search('/30001')).toEqual([
      200,
      {
        id: 30001,
        owner: 5001,
        account: {
          number: 'EVP0010002000001',
          owner_display_name: 'Žydrūnė Kelionytė-Pavyzdė',
          owner_title: 'Žydrūnė Kelionytė-Pavyzdė',
          description: 'Kelionių piniginė',
          user_id: 5001,
          type: 'local',
          ibans: ['LT000000000000000001'],
        },
      },
    ]);
  });

  it('a null title where the identity is not confirmed', async () => {
    expect(await search('/30006')).toEqual([
      200,
      expect.objectContaining({ account: expect.objectContaining({ owner_title: null }) }),
    ]);
  });

  it('without the list scope only the number, and the IBANs that depend on no scope', async () => {
    expect(await search('/30010')).toEqual([
      200,
      { id: 30010, owner: 5010, account: { number: 'EVP0010002000010', ibans: ['LT000000000000000010'] } },
    ]);
  });

  it("the person who holds a company's wallet as owner, and the company as the account's user", async () => {
    expect(await search('?card[paysera]=8800100017')).toEqual([
      200,
      expect.objectContaining({ owner: 5001, account: expect.objectContaining({ user_id: 6001 }) }),
    ]);
  });
});

describe('paths that the simulator does not have', () => {
  it.each(['/wallet/14471/cards', '/wallet/14471/', '/wallet/abc', '/wallet/0', '/wallet/14471/card', '/'])(
    'answers not_found to %s',
    async (path) => {
      const answer = await get(await start(), path);
      expect([answer.status, answer.json]).toEqual([404, error('not_found')]);
    },
  );
});
