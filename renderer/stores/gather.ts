import type { Timers } from './idle.ts';

/** A step that another is expected to follow waits for it this long at most, in milliseconds: two frames are hardly less. */
export const gatherMs = 25;

export interface Gather {
  /** A step on the way: drawn with what follows, or after `gatherMs`. */
  soon(step: () => void): void;
  /** What was waited for: drawn now, after all the steps that led to it. */
  now(step: () => void): void;
  /** Draws what waits. Called before a hand's work, which is for who is served now and for nobody before. */
  flush(): void;
}

/**
 * Steps of one scan that come within a moment are taken in one go, in their order, and so drawn once: each drawing costs
 * a frame, and the balance would wait behind those of steps that nobody could have seen.
 */
export function createGather(timers: Timers): Gather {
  let waiting: (() => void)[] = [];
  let timer: unknown = null;

  function flush(): void {
    if (timer !== null) {
      timers.clearTimeout(timer);
      timer = null;
    }
    const steps = waiting;
    waiting = [];
    for (const step of steps) {
      step();
    }
  }

  return {
    soon(step) {
      waiting.push(step);
      timer ??= timers.setTimeout(flush, gatherMs);
    },
    now(step) {
      flush();
      step();
    },
    flush,
  };
}

/** Takes every step as it comes. */
export const noGather: Gather = { soon: (step) => step(), now: (step) => step(), flush: () => {} };
