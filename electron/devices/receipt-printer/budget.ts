import type { Timers } from './timers.ts';

/** The time that one piece of work has. */
export interface Budget {
  /** What is left, at most `atMostMs`; never negative. */
  leftMs(atMostMs?: number): number;
  /** What is left without the part that is kept back for giving a job up; may be negative. */
  forJobMs(): number;
  /** For giving a job up: half of the part that was kept back, the other half is for a second try. */
  forGivingUpMs(): number;
}

/** A job that is given up must still be called back from the printer within its deadline. */
const mostKeptBackMs = 1_000;

/** Starts the clock of a piece of work that may take `timeoutMs`. */
export function createBudget(timeoutMs: number, timers: Timers): Budget {
  const endMs = timers.nowMs() + timeoutMs;
  const keptBackMs = Math.min(mostKeptBackMs, timeoutMs / 4);
  const leftMs = (atMostMs = Number.POSITIVE_INFINITY): number =>
    Math.max(0, Math.min(atMostMs, endMs - timers.nowMs()));
  return {
    leftMs,
    forJobMs: () => leftMs() - keptBackMs,
    forGivingUpMs: () => leftMs(keptBackMs / 2),
  };
}
