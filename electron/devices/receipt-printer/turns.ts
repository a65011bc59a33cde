import type { Timers } from './timers.ts';

/** Work that takes turns: one at a time, in the order of asking. */
export interface Turns {
  /** Runs `work` when all earlier work is done, or `late` when that is not so within `timeoutMs`; never both. */
  take<T>(timeoutMs: number, work: () => Promise<T>, late: () => T): Promise<T>;
  /** Is anybody at work or waiting for a turn? */
  readonly isBusy: boolean;
  /** Settled when all work asked for so far is done. */
  readonly idle: Promise<void>;
}

/** Makes a queue whose members wait no longer than they said. */
export function createTurns(timers: Timers): Turns {
  let last: Promise<void> = Promise.resolve();
  let present = 0;

  return {
    async take(timeoutMs, work, late) {
      const previous = last;
      present += 1;
      let leave = (): void => {};
      const done = new Promise<void>((resolve) => {
        leave = resolve;
      });
      // Whoever comes next waits for everybody before, also when this one leaves the queue early.
      last = previous.then(() => done);
      try {
        return (await isSettledWithin(previous, timeoutMs, timers)) ? await work() : late();
      } finally {
        present -= 1;
        leave();
      }
    },
    get isBusy() {
      return present > 0;
    },
    get idle() {
      return last;
    },
  };
}

function isSettledWithin(promise: Promise<void>, timeoutMs: number, timers: Timers): Promise<boolean> {
  return new Promise((resolve) => {
    const forget = timers.after(timeoutMs, () => resolve(false));
    promise.then(() => {
      forget();
      resolve(true);
    });
  });
}
