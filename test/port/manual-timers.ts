import type { Timers } from '../../electron/devices/receipt-printer/timers.ts';

interface Task {
  readonly atMs: number;
  readonly run: () => void;
}

export interface ManualTimers extends Timers {
  /** Lets time pass and runs what falls due in it, in order. */
  pass(ms: number): void;
}

/** Time that passes only when a test says so. What is due at once runs in the loop's next turn, as with real timers. */
export function createManualTimers(): ManualTimers {
  let nowMs = 0;
  let tasks: Task[] = [];
  return {
    nowMs: () => nowMs,
    after(delayMs, run) {
      if (delayMs <= 0) {
        const immediate = setImmediate(run);
        return () => clearImmediate(immediate);
      }
      const task = { atMs: nowMs + delayMs, run };
      tasks.push(task);
      return () => {
        tasks = tasks.filter((other) => other !== task);
      };
    },
    pass(ms) {
      const until = nowMs + ms;
      for (;;) {
        const due = tasks.filter((task) => task.atMs <= until).toSorted((a, b) => a.atMs - b.atMs)[0];
        if (due === undefined) break;
        tasks = tasks.filter((other) => other !== due);
        nowMs = due.atMs;
        due.run();
      }
      nowMs = until;
    },
  };
}
