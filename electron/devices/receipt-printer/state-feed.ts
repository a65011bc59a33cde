import type { PrinterState } from './port.ts';
import type { Timers } from './timers.ts';

/** Changes of a printer's state on their way to whoever watches. */
export interface StateFeed {
  watch(listener: (state: PrinterState) => void): () => void;
  /** A state that was seen, by whatever way; told on if it is another than the last. */
  tell(state: PrinterState): void;
  /** Something happened: looks at once, if anybody watches. */
  lookNow(): void;
  stop(): void;
}

export interface StateFeedOptions {
  readonly isShared: boolean;
  readonly timers: Timers;
  /** Looks at the printer and tells what it saw; never rejects. */
  readonly look: (timeoutMs: number) => Promise<void>;
}

const lookTimeoutMs = 2_500;
// What is plugged in again is to be seen within three seconds. A look at a shared printer takes its only connection from
// the other station for some milliseconds, so that a ready one is looked at less often.
const troubledLookMs = 1_000;
const ownLookMs = 2_000;
const sharedLookMs = 5_000;

/** Looks at a printer every few seconds while anybody watches. */
export function createStateFeed({ isShared, timers, look }: StateFeedOptions): StateFeed {
  const listeners = new Set<(state: PrinterState) => void>();
  let last: PrinterState | null = null;
  let callOff = (): void => {};
  let isLooking = false;

  function schedule(): void {
    callOff();
    if (listeners.size === 0) return;
    const readyLookMs = isShared ? sharedLookMs : ownLookMs;
    callOff = timers.after(last?.kind === 'ready' ? readyLookMs : troubledLookMs, () => void lookAndGoOn());
  }

  async function lookAndGoOn(): Promise<void> {
    if (isLooking || listeners.size === 0) return;
    isLooking = true;
    callOff();
    await look(lookTimeoutMs);
    isLooking = false;
    schedule();
  }

  return {
    watch(listener) {
      listeners.add(listener);
      if (last !== null) listener(last);
      if (listeners.size === 1) void lookAndGoOn();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) callOff();
      };
    },
    tell(state) {
      const isNews = JSON.stringify(state) !== JSON.stringify(last);
      last = state;
      if (!isNews) return;
      for (const listener of listeners) listener(state);
      // A printer in trouble is looked at more often from now on, and one that is well again less.
      if (!isLooking) schedule();
    },
    lookNow: () => void lookAndGoOn(),
    stop() {
      listeners.clear();
      callOff();
    },
  };
}
