/** The API's clock as seen from here: this computer's, corrected by what `GET /server` last said. */
export interface ServerClock {
  /** Milliseconds to add to this computer's clock; positive when it is slow, null until measured. */
  readonly offsetMs: number | null;
  /** Unix seconds for the next time stamp. */
  timestamp(): string;
  /** Takes in an answer of `GET /server`, asked for at `askedAtMs` of this computer's clock and just arrived. */
  observe(serverSeconds: number, askedAtMs: number): void;
}

/** Makes a clock over this computer's, in milliseconds since the epoch. */
export function createServerClock(nowMs: () => number): ServerClock {
  let offsetMs: number | null = null;
  return {
    get offsetMs() {
      return offsetMs;
    },
    timestamp: () => String(Math.floor((nowMs() + (offsetMs ?? 0)) / 1000)),
    observe(serverSeconds, askedAtMs) {
      // The answer is cut to whole seconds and was written somewhere between question and arrival: the middle of both.
      offsetMs = Math.round(serverSeconds * 1000 + 500 - (askedAtMs + nowMs()) / 2);
    },
  };
}
