/** Time as the adapter sees it, so that tests decide when a deadline passes. */
export interface Timers {
  /** Never goes back; its zero means nothing. */
  nowMs(): number;
  /** Runs once after the delay; answers with the function that forgets it. */
  after(delayMs: number, run: () => void): () => void;
}

export const systemTimers: Timers = {
  nowMs: () => performance.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
