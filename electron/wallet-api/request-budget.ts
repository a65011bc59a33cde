/** Whether somebody stands at the desk and waits for the answer. */
export type Priority = 'customer' | 'background';

export type Slot = { readonly kind: 'taken' } | { readonly kind: 'wait'; readonly waitMs: number };

/** Counts what was sent against what the API allows, so that the wait is ours and is known beforehand. */
export interface RequestBudget {
  /** Takes one request of this token's share, or says after how many milliseconds there will be one. */
  take(token: string, priority: Priority): Slot;
}

export interface RequestBudgetOptions {
  /** Milliseconds of a clock that never goes back. */
  readonly nowMs: () => number;
  /** For each token. */
  readonly perMinute?: number;
  /** For all together. */
  readonly perHour?: number;
}

/** Source: wallet-api.md, "Limits published for the API". */
export const publishedLimits = { perMinute: 60, perHour: 1000 } as const;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Of every four requests one is kept for the customer: a background job stops before the desk does. */
const shareOfBackground = 0.75;

/** Makes a budget of requests over sliding windows of a minute and of an hour. */
export function createRequestBudget(options: RequestBudgetOptions): RequestBudget {
  const { nowMs, perMinute = publishedLimits.perMinute, perHour = publishedLimits.perHour } = options;
  const ofTokens = new Map<string, Window>();
  const ofAll = createWindow(hourMs, perHour);
  return {
    take(token, priority) {
      const now = nowMs();
      for (const [known, window] of ofTokens) {
        if (known !== token && window.isEmpty(now)) {
          ofTokens.delete(known); // tokens are rotated; the old one's minute is over
        }
      }
      const ofToken = ofTokens.get(token) ?? createWindow(minuteMs, perMinute);
      ofTokens.set(token, ofToken);
      const share = priority === 'customer' ? 1 : shareOfBackground;
      const waitMs = Math.max(ofToken.waitMs(now, share), ofAll.waitMs(now, share));
      if (waitMs > 0) {
        return { kind: 'wait', waitMs };
      }
      ofToken.add(now);
      ofAll.add(now);
      return { kind: 'taken' };
    },
  };
}

interface Window {
  isEmpty(now: number): boolean;
  /** How long until one more fits into this share of the window; 0 when it does. */
  waitMs(now: number, share: number): number;
  add(now: number): void;
}

function createWindow(lengthMs: number, most: number): Window {
  // When each was sent, oldest first; those before `first` are over and are dropped now and then, all at once.
  const sentAt: number[] = [];
  let first = 0;
  const forget = (now: number): void => {
    while (first < sentAt.length && (sentAt[first] ?? 0) <= now - lengthMs) {
      first += 1;
    }
    if (first > 0 && first >= sentAt.length / 2) {
      sentAt.splice(0, first);
      first = 0;
    }
  };
  return {
    isEmpty(now) {
      forget(now);
      return sentAt.length === first;
    },
    waitMs(now, share) {
      forget(now);
      const allowed = Math.max(1, Math.floor(most * share));
      // The one whose leaving makes room; behind it are those that came later.
      const leaving = sentAt.length - allowed;
      return leaving < first ? 0 : Math.ceil((sentAt[leaving] ?? now) + lengthMs - now);
    },
    add: (now) => void sentAt.push(now),
  };
}
