/** Time as an adapter sees it, so that tests decide when a deadline passes. */
export interface Timers {
  /** Runs once after the delay; answers with the function that forgets it. */
  after(delayMs: number, run: () => void): () => void;
}

/** The process's own timers; they do not keep it alive. */
export const systemTimers: Timers = {
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
