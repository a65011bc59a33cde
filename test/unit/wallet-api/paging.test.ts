import { expect, test } from 'vitest';
import { type Page, readPages } from '../../../electron/wallet-api/paging.ts';
import { appError } from '../../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../../shared/errors/result.ts';

interface Row {
  readonly id: number;
}

type Part = { readonly limit: number; readonly offset: number };

function sourceOf(answer: (part: Part, index: number) => Result<Page<Row>>) {
  const asked: Part[] = [];
  const source = {
    idOf: ({ id }: Row) => id,
    ask: (part: Part) => {
      asked.push(part);
      return Promise.resolve(answer(part, asked.length - 1));
    },
  };
  return { asked, source };
}

/** Rows 1 to `total`, of which each answer holds the part that was asked for. */
const honest =
  (total: number) =>
  ({ limit, offset }: Part): Result<Page<Row>> =>
    ok({ total, rows: numbers(total).slice(offset, offset + limit) });

const numbers = (total: number): Row[] => Array.from({ length: total }, (_, index) => ({ id: index + 1 }));

async function idsOf(pages: AsyncIterable<Result<Page<Row>>>): Promise<(number[] | string)[]> {
  const all: (number[] | string)[] = [];
  for await (const page of pages) {
    all.push(page.ok ? page.value.rows.map(({ id }) => id) : page.error.code);
  }
  return all;
}

test('pages are read until everything was read, without a question too many', async () => {
  const { asked, source } = sourceOf(honest(5));
  expect(await idsOf(readPages(source, { pageSize: 2 }))).toEqual([[1, 2], [3, 4], [5]]);
  expect(asked).toEqual([
    { limit: 2, offset: 0 },
    { limit: 2, offset: 2 },
    { limit: 2, offset: 4 },
  ]);
});

test('an empty list is one empty page', async () => {
  const { asked, source } = sourceOf(honest(0));
  expect(await idsOf(readPages(source))).toEqual([[]]);
  expect(asked).toEqual([{ limit: 200, offset: 0 }]);
});

test('rows that others pushed onto the next page are told once', async () => {
  const rows = numbers(6).reverse();
  const { source } = sourceOf(({ limit, offset }, index) => {
    // Before the second question, two newer rows arrive at the top.
    const now = index === 0 ? rows : [{ id: 8 }, { id: 7 }, ...rows];
    return ok({ total: now.length, rows: now.slice(offset, offset + limit) });
  });
  expect(await idsOf(readPages(source, { pageSize: 3 }))).toEqual([[6, 5, 4], [3], [2, 1]]);
});

test('a server that ignores the offset is not asked for ever', async () => {
  const { asked, source } = sourceOf(() => ok({ total: 1000, rows: [{ id: 1 }, { id: 2 }] }));
  expect(await idsOf(readPages(source, { pageSize: 2 }))).toEqual([[1, 2]]);
  expect(asked).toHaveLength(2);
});

test('a server that gives fewer rows than asked for is asked for the rest', async () => {
  const { source } = sourceOf(({ offset }) => honest(5)({ limit: 2, offset }));
  expect(await idsOf(readPages(source, { pageSize: 200 }))).toEqual([[1, 2], [3, 4], [5]]);
});

test('a limit and an offset are kept to the row', async () => {
  const { asked, source } = sourceOf(honest(50));
  expect(await idsOf(readPages(source, { pageSize: 4, offset: 10, limit: 6 }))).toEqual([
    [11, 12, 13, 14],
    [15, 16],
  ]);
  expect(asked.at(-1)).toEqual({ limit: 2, offset: 14 });
});

test('the first error is told, and is the end', async () => {
  const { asked, source } = sourceOf((part, index) =>
    index === 1 ? err(appError('wallet.access-revoked')) : honest(9)(part),
  );
  expect(await idsOf(readPages(source, { pageSize: 3 }))).toEqual([[1, 2, 3], 'wallet.access-revoked']);
  expect(asked).toHaveLength(2);
});

test('a budget that is used up is waited for, if somebody says how', async () => {
  const waits: number[] = [];
  const busy = err(appError('api.budget-exhausted', { waitMs: 1234, ours: true }));
  const answer = (part: Part, index: number) => (index === 1 ? busy : honest(4)(part));
  const wait = (waitMs: number) => {
    waits.push(waitMs);
    return Promise.resolve();
  };
  expect(await idsOf(readPages(sourceOf(answer).source, { pageSize: 2, wait }))).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(waits).toEqual([1234]);
  expect(await idsOf(readPages(sourceOf(answer).source, { pageSize: 2 }))).toEqual([[1, 2], 'api.budget-exhausted']);
});
