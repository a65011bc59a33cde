import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import type { AttemptLimit } from './endpoint.ts';

/** Counts wrong guesses of one client. The API counts them for all stations together and would lock out every one. */
export interface AttemptGuard {
  /** Lets a guess go out, or answers with the limit's own `waiting`, `details.waitMs` and `details.ours`. */
  begin(limit: AttemptLimit, parameters: unknown): Result<Attempt>;
}

export interface Attempt {
  end(how: 'right' | 'wrong' | 'not-judged'): void;
}

interface Guesses {
  wrong: number;
  underWay: number;
  waitUntilMs: number | null;
}

/** What a guess must wait for while the last ones it could have are still on their way. */
const untilOthersAreAnsweredMs = 1_000;

/** Makes a guard over a clock in milliseconds that never goes back. */
export function createAttemptGuard(nowMs: () => number): AttemptGuard {
  const all = new Map<string, Guesses>();

  function forgetWhatIsOver(now: number): void {
    for (const [key, { waitUntilMs }] of all) {
      if (waitUntilMs !== null && waitUntilMs <= now) {
        all.delete(key);
      }
    }
  }

  return {
    begin(limit, parameters) {
      const now = nowMs();
      forgetWhatIsOver(now);
      const key = `${limit.waiting} ${limit.keyOf(parameters)}`;
      const guesses = all.get(key) ?? { wrong: 0, underWay: 0, waitUntilMs: null };
      if (guesses.wrong + guesses.underWay >= limit.most) {
        const waitMs = guesses.waitUntilMs === null ? untilOthersAreAnsweredMs : Math.ceil(guesses.waitUntilMs - now);
        return err(appError(limit.waiting, { waitMs, ours: true }));
      }
      guesses.underWay += 1;
      all.set(key, guesses);
      return ok({
        end(how) {
          guesses.underWay -= 1;
          guesses.wrong = how === 'right' ? 0 : guesses.wrong + (how === 'wrong' ? 1 : 0);
          guesses.waitUntilMs = guesses.wrong >= limit.most ? nowMs() + limit.waitMs : null;
          if (guesses.wrong === 0 && guesses.underWay === 0) {
            all.delete(key);
          }
        },
      });
    },
  };
}

/** Asks once within the limit. What was sent and not answered counts as wrong: the API may have counted it. */
export async function guessWithin<A>(
  guard: AttemptGuard,
  limit: AttemptLimit,
  parameters: unknown,
  ask: () => Promise<Result<A>>,
): Promise<Result<A>> {
  const attempt = guard.begin(limit, parameters);
  if (!attempt.ok) {
    return attempt;
  }
  let judged: Parameters<Attempt['end']>[0] = 'not-judged';
  try {
    const result = await ask();
    const mayCount = !result.ok && (result.error.code === limit.wrong || result.error.code === 'api.outcome-unknown');
    judged = result.ok ? 'right' : mayCount ? 'wrong' : 'not-judged';
    return result;
  } finally {
    attempt.value.end(judged);
  }
}
