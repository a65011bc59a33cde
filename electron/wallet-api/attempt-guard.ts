import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import type { AttemptLimit } from './endpoint.ts';

/** Counts wrong guesses of one client. The API counts them for all stations together and would lock out every one. */
export interface AttemptGuard {
  /** Lets a guess go out, or answers with the limit's own `waiting`, `details.waitMs` and `details.ours`. */
  begin(limit: AttemptLimit, parameters: unknown): Result<Attempt>;
}

export interface Attempt {
  /** Answers how many guesses are left. */
  end(how: 'right' | 'wrong' | 'not-judged'): number;
}

/** Guesses about one thing that were answered. */
export interface JudgedGuesses {
  readonly wrong: number;
  /** By the guard's clock; null while there are guesses left. */
  readonly waitUntilMs: number | null;
}

/** Where wrong guesses are remembered. One that outlives the process keeps a restart from forgiving them. */
export interface GuessMemory {
  /** By the names of what the guesses are about. */
  read(): ReadonlyMap<string, JudgedGuesses>;
  /** The name of such a thing in what was read last. */
  nameOf(about: string): string;
  keep(all: ReadonlyMap<string, JudgedGuesses>): void;
}

/** What a guess must wait for while the last ones it could have are still on their way. */
const untilOthersAreAnsweredMs = 1_000;

const none: JudgedGuesses = { wrong: 0, waitUntilMs: null };

/** Makes a guard over a clock in milliseconds: one that never goes back, or the one that the memory outlives us by. */
export function createAttemptGuard(nowMs: () => number, memory: GuessMemory = memoryOfThisProcess()): AttemptGuard {
  const underWay = new Map<string, number>();
  const underWayOf = (key: string): number => underWay.get(key) ?? 0;

  function judge(key: string, limit: AttemptLimit, how: Parameters<Attempt['end']>[0]): number {
    const others = underWayOf(key) - 1;
    if (others > 0) {
      underWay.set(key, others);
    } else {
      underWay.delete(key);
    }
    const all = notOver(memory.read(), nowMs());
    const name = memory.nameOf(key);
    const wrong = how === 'right' ? 0 : (all.get(name) ?? none).wrong + (how === 'wrong' ? 1 : 0);
    all.delete(name);
    if (wrong > 0) {
      all.set(name, { wrong, waitUntilMs: wrong >= limit.most ? nowMs() + limit.waitMs : null });
    }
    if (how !== 'not-judged') {
      memory.keep(all);
    }
    return Math.max(0, limit.most - wrong);
  }

  return {
    begin(limit, parameters) {
      const now = nowMs();
      const key = `${limit.waiting} ${limit.keyOf(parameters)}`;
      const all = notOver(memory.read(), now);
      const { wrong, waitUntilMs } = all.get(memory.nameOf(key)) ?? none;
      if (wrong + underWayOf(key) >= limit.most) {
        // Never longer than the limit says, should the clock have been set back meanwhile.
        const waitMs =
          waitUntilMs === null ? untilOthersAreAnsweredMs : Math.min(Math.ceil(waitUntilMs - now), limit.waitMs);
        return err(appError(limit.waiting, { waitMs, ours: true }));
      }
      underWay.set(key, underWayOf(key) + 1);
      return ok({ end: (how) => judge(key, limit, how) });
    },
  };
}

function notOver(all: ReadonlyMap<string, JudgedGuesses>, now: number): Map<string, JudgedGuesses> {
  return new Map([...all].filter(([, { waitUntilMs }]) => waitUntilMs === null || waitUntilMs > now));
}

function memoryOfThisProcess(): GuessMemory {
  let kept: ReadonlyMap<string, JudgedGuesses> = new Map();
  return {
    read: () => kept,
    nameOf: (about) => about,
    keep(all) {
      kept = all;
    },
  };
}

/**
 * Asks once within the limit. What was sent and not answered counts as wrong: the API may have counted it. A wrong guess
 * has `details.attemptsLeft`; the last one also `details.waitMs` and `details.ours`.
 */
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
  let result: Result<A>;
  try {
    result = await ask();
  } catch (fault) {
    attempt.value.end('not-judged');
    throw fault;
  }
  if (result.ok) {
    attempt.value.end('right');
    return result;
  }
  const { code, details } = result.error;
  const mayCount = code === limit.wrong || code === 'api.outcome-unknown';
  const attemptsLeft = attempt.value.end(mayCount ? 'wrong' : 'not-judged');
  if (code !== limit.wrong) {
    return result;
  }
  // With the last one the wait begins: whoever is told of none left is told of it too.
  const left = { ...details, attemptsLeft };
  return err(appError(code, attemptsLeft > 0 ? left : { ...left, waitMs: limit.waitMs, ours: true }));
}
