import { describe, expect, it } from 'vitest';
import { people } from '../../../../simulator/wallet/people.ts';
import type { WalletSimulator } from '../../../../simulator/wallet/server.ts';
import { ask, laterMs, outcomeOf, start } from './exchange.ts';

interface List {
  readonly statements: readonly { readonly id: number; readonly date: number; readonly currency: string }[];
  readonly _metadata: { readonly total: number; readonly offset: number; readonly limit: number };
}

const later = () => start({ clock: () => laterMs });
const now = laterMs / 1000;
const everything = 'from=0';

async function list(simulator: WalletSimulator, query: string, walletId = 30001): Promise<List> {
  return (await ask(simulator, `GET /wallet/${walletId}/statements?${query}`)).json as List;
}

async function idsOf(query: string): Promise<number[]> {
  return (await list(await later(), query)).statements.map(({ id }) => id);
}

describe('statements', () => {
  it('come newest first', async () => {
    expect(await idsOf(everything)).toEqual([70001, 70002, 70004, 70003, 70005, 70006]);
  });

  it('without from are those of the week before to, and without to until now', async () => {
    expect(await idsOf('')).toEqual([70001, 70002, 70004, 70003]);
    expect(await idsOf(`to=${now - 18 * 86_400}`)).toEqual([70005]);
  });

  it('include both ends of the range', async () => {
    expect(await idsOf(`from=${now - 86_400}&to=${now - 86_400}`)).toEqual([70002]);
    expect(await idsOf(`from=${now - 86_399}&to=${now}`)).toEqual([70001]);
  });

  it('of a range that ends before it begins are none', async () => {
    expect(await idsOf(`from=${now}&to=${now - 1}`)).toEqual([]);
  });

  it.each([
    ['currency=USD', [70005]],
    ['currency=USD,JPY', [70003, 70005]],
    ['currency=GBP', []],
    ['direction=in', [70002, 70005, 70006]],
    ['direction=out&currency=EUR', [70001, 70004]],
    ['text=PIET%C5%AAS', [70001]],
    ['text=PAVYZDIN', [70001, 70002]],
    ['text=rf1800', [70001]],
    ['text=37060000008', [70005]],
    ['text=nothing%20like%20it', []],
  ])('are filtered by %s', async (query, expected) => {
    expect(await idsOf(`${everything}&${query}`)).toEqual(expected);
  });

  it.each([
    'limit=0',
    'limit=201',
    'limit=-1',
    'limit=x',
    'offset=-1',
    'offset=1.5',
    'direction=sideways',
    'currency=euro',
    'currency=EUR,',
    'from=yesterday',
    'to=-5',
  ])('with %s have invalid parameters', async (query) => {
    expect(outcomeOf(await ask(await later(), `GET /wallet/30001/statements?${query}`))).toBe('400 invalid_parameters');
  });
});

describe('pages of statements', () => {
  it('hold 20 unless told otherwise, at most 200, and tell of all', async () => {
    const simulator = await later();
    const first = await list(simulator, everything, 30009);
    const largest = await list(simulator, `${everything}&limit=200&offset=9900`, 30009);
    expect([first.statements.length, first._metadata]).toEqual([20, { total: 10_000, offset: 0, limit: 20 }]);
    expect([largest.statements.length, largest._metadata]).toEqual([100, { total: 10_000, offset: 9900, limit: 200 }]);
  });

  it('meet every one of ten thousand exactly once, in order', async () => {
    const simulator = await later();
    const ids: number[] = [];
    for (let offset = 0; offset < 10_000; offset += 200) {
      const page = await list(simulator, `${everything}&to=${now}&limit=200&offset=${offset}`, 30009);
      ids.push(...page.statements.map(({ id }) => id));
    }
    expect(new Set(ids).size).toBe(10_000);
    expect(ids).toEqual(ids.toSorted((left, right) => right - left));
  });

  it('shift when a row arrives between them: the last of one page is the first of the next', async () => {
    const simulator = await later();
    const first = await list(simulator, `${everything}&limit=2`);
    simulator.payIn(30001, { amount: 500, currency: 'EUR', details: 'Meanwhile' });
    const second = await list(simulator, `${everything}&limit=2&offset=2`);
    expect(second.statements[0]?.id).toBe(first.statements[1]?.id);
    expect([first._metadata.total, second._metadata.total]).toEqual([6, 7]);
  });

  it('do not shift where to was pinned before the row arrived', async () => {
    let clock = laterMs;
    const simulator = await start({ clock: () => clock });
    clock += 5000;
    simulator.payIn(30001, { amount: 500, currency: 'EUR' });
    const second = await list(simulator, `${everything}&to=${now}&limit=2&offset=2`);
    expect([second.statements.map(({ id }) => id), second._metadata.total]).toEqual([[70004, 70003], 6]);
  });
});

describe('reservation statements', () => {
  it('may be more than one answer returns, and total says so', async () => {
    const data = { ...people, rules: { ...people.rules, reservationsReturned: 1 } };
    const answer = await ask(await start({ data, clock: () => laterMs }), 'GET /wallet/14471/reservation-statements');
    expect(answer.json).toMatchObject({ _metadata: { total: 2, offset: 0, limit: 1 } });
    expect((answer.json as { reservation_statements: unknown[] }).reservation_statements).toHaveLength(1);
  });

  it('print amounts as decimal strings and dates of samples as unix seconds', async () => {
    const answer = await ask(await later(), 'GET /wallet/30001/reservation-statements');
    expect(answer.json).toMatchObject({
      reservation_statements: [
        { type: 'hold', amount: '30.00', date: now - 18_000 },
        { type: 'credit_card_pending_transaction', amount: '20.00', date: now - 21_600 },
      ],
    });
  });
});

describe('favourites', () => {
  it('are ordered by how often they were paid, and one without a name has a phone', async () => {
    const answer = await ask(await later(), 'GET /wallet/30001/favourites?limit=2&offset=1');
    expect(answer.json).toEqual({
      favourites: [
        { payment_count: 4, user_info: expect.objectContaining({ display_name: 'Ирина Образцова', wallet_id: 30003 }) },
        {
          payment_count: 1,
          user_info: { phone: '37060000008', user_id: 5008, wallet_id: 30008, account_number: 'EVP0010002000008' },
        },
      ],
      _metadata: { total: 3, offset: 1, limit: 2 },
    });
  });

  it('of nobody special are an empty list', async () => {
    expect((await ask(await later(), 'GET /wallet/30007/favourites')).json).toMatchObject({ favourites: [] });
  });

  it('with a limit above 200 have invalid parameters', async () => {
    expect(outcomeOf(await ask(await later(), 'GET /wallet/30001/favourites?limit=201'))).toBe(
      '400 invalid_parameters',
    );
  });
});
