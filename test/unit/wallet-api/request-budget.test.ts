import { describe, expect, test } from 'vitest';
import { createRequestBudget, publishedLimits, type Slot } from '../../../electron/wallet-api/request-budget.ts';

function budgetAt(options: { perMinute?: number; perHour?: number } = {}) {
  let nowMs = 5_000;
  const budget = createRequestBudget({ nowMs: () => nowMs, ...options });
  return {
    budget,
    pass: (ms: number) => {
      nowMs += ms;
    },
    take: (count: number, token = 'till'): Slot[] =>
      Array.from({ length: count }, () => budget.take(token, 'customer')),
  };
}

const taken: Slot = { kind: 'taken' };

test('the limits are the published ones unless others are given', () => {
  expect(publishedLimits).toEqual({ perMinute: 60, perHour: 1000 });
  const { take } = budgetAt();
  expect(take(60)).toEqual(Array.from({ length: 60 }, () => taken));
  expect(take(1)).toEqual([{ kind: 'wait', waitMs: 60_000 }]);
});

test('a minute slides: each request makes room a minute after it was sent', () => {
  const { take, pass } = budgetAt({ perMinute: 2 });
  take(1);
  pass(20_000);
  take(1);
  expect(take(1)).toEqual([{ kind: 'wait', waitMs: 40_000 }]);
  pass(40_000);
  expect(take(2)).toEqual([taken, { kind: 'wait', waitMs: 20_000 }]);
});

test('what was refused is not counted', () => {
  const { take, pass } = budgetAt({ perMinute: 1 });
  take(5);
  pass(60_000);
  expect(take(1)).toEqual([taken]);
});

test('each token has a minute of its own, and all share the hour', () => {
  const { take, pass } = budgetAt({ perMinute: 2, perHour: 5 });
  expect(take(2, 'a')).toEqual([taken, taken]);
  expect(take(2, 'b')).toEqual([taken, taken]);
  expect(take(2, 'c')).toEqual([taken, { kind: 'wait', waitMs: 3_600_000 }]);
  pass(3_600_000);
  expect(take(1, 'c')).toEqual([taken]);
});

describe('what the customer waits for goes first', () => {
  test('a background job stops while a quarter of the minute is left', () => {
    const { budget } = budgetAt({ perMinute: 8 });
    const background = Array.from({ length: 8 }, () => budget.take('till', 'background').kind);
    expect(background).toEqual([...Array.from({ length: 6 }, () => 'taken'), 'wait', 'wait']);
    expect(budget.take('till', 'customer')).toEqual(taken);
    expect(budget.take('till', 'customer')).toEqual(taken);
    expect(budget.take('till', 'customer').kind).toBe('wait');
  });

  test("a background job waits until its own share has room, not until the customer's has", () => {
    const { budget, take, pass } = budgetAt({ perMinute: 4 });
    take(2);
    pass(10_000);
    take(2);
    pass(50_000);
    expect(budget.take('till', 'background')).toEqual(taken);
    expect(budget.take('till', 'background')).toEqual({ kind: 'wait', waitMs: 10_000 });
  });
});
