import { expect, test } from 'vitest';
import { type Attempt, createAttemptGuard } from '../../../electron/wallet-api/attempt-guard.ts';
import type { AttemptLimit } from '../../../electron/wallet-api/endpoint.ts';
import type { Result } from '../../../shared/errors/result.ts';

const limit: AttemptLimit = {
  wrong: 'card.invalid-code',
  most: 3,
  waitMs: 600_000,
  waiting: 'card.code-wait',
  keyOf: (parameters) => String((parameters as { walletId: number }).walletId),
};

function guardAt() {
  let nowMs = 1_000;
  const guard = createAttemptGuard(() => nowMs);
  const begin = (walletId = 1): Result<Attempt> => guard.begin(limit, { walletId });
  const guess = (how: 'right' | 'wrong' | 'not-judged', walletId = 1): boolean => {
    const attempt = begin(walletId);
    if (attempt.ok) {
      attempt.value.end(how);
    }
    return attempt.ok;
  };
  const pass = (ms: number): void => {
    nowMs += ms;
  };
  return { begin, guess, pass };
}

test('three wrong guesses are sent; the fourth waits, and says that the wait is ours', () => {
  const { begin, guess, pass } = guardAt();
  expect([guess('wrong'), guess('wrong'), guess('wrong')]).toEqual([true, true, true]);
  pass(1_000);
  expect(begin()).toEqual({
    ok: false,
    error: { code: 'card.code-wait', kind: 'busy', details: { waitMs: 599_000, ours: true } },
  });
});

test('after the wait the count begins anew', () => {
  const { guess, pass } = guardAt();
  for (let round = 0; round < 2; round += 1) {
    expect([guess('wrong'), guess('wrong'), guess('wrong'), guess('wrong')]).toEqual([true, true, true, false]);
    pass(600_000);
  }
});

test('each card has its own count', () => {
  const { guess } = guardAt();
  expect([guess('wrong', 1), guess('wrong', 1), guess('wrong', 1), guess('wrong', 2)]).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect([guess('wrong', 1), guess('wrong', 2)]).toEqual([false, true]);
});

test('a right guess clears the count, and what was not judged leaves it', () => {
  const { guess } = guardAt();
  expect([guess('wrong'), guess('wrong'), guess('not-judged'), guess('right')]).toEqual([true, true, true, true]);
  expect([guess('wrong'), guess('wrong'), guess('wrong'), guess('wrong')]).toEqual([true, true, true, false]);
});

test('guesses on their way count: a quick hand does not get a fourth one out', () => {
  const { begin } = guardAt();
  const attempts = [begin(), begin(), begin()];
  expect(attempts.every(({ ok }) => ok)).toBe(true);
  expect(begin()).toMatchObject({ ok: false, error: { details: { waitMs: 1_000 } } });
  for (const attempt of attempts) {
    if (attempt.ok) attempt.value.end('not-judged');
  }
  expect(begin().ok).toBe(true);
});
