/** Whether somebody stands at the desk and waits for the answer. */
export type Priority = 'customer' | 'background';

export type Slot = { readonly kind: 'taken' } | { readonly kind: 'wait'; readonly waitMs: number };

/** Counts what was sent against what the API allows, so that the wait is ours and is known beforehand. */
export interface RequestBudget {
  /** Takes one request of this token's share, or says after how many milliseconds there will be one. */
  take(token: string, priority: Priority): Slot;
}

/** What other processes with the same credentials sent: the API counts them all together. */
export interface SharedRequests {
  /** What a token is called there; never the token itself. */
  nameOf(token: string): string;
  /** What the others sent since this was last asked. */
  hear(): readonly { readonly name: string; readonly agoMs: number }[];
  /** Lets the others know of one request, sent now. */
  tell(name: string): void;
}

export interface RequestBudgetOptions {
  /** Milliseconds of a clock that never goes back. */
  readonly nowMs: () => number;
  /** Where the processes of one station tell each other; absent for one that is alone. */
  readonly shared?: SharedRequests;
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
  const { nowMs, shared, perMinute = publishedLimits.perMinute, perHour = publishedLimits.perHour } = options;
  const ofTokens = new Map<string, Window>();
  const ofAll = createWindow(hourMs, perHour);
  const windowOf = (name: string): Window => {
    const window = ofTokens.get(name) ?? createWindow(minuteMs, perMinute);
    ofTokens.set(name, window);
    return window;
  };
  const count = (name: string, at: number): void => {
    windowOf(name).add(at);
    ofAll.add(at);
  };
  return {
    take(token, priority) {
      const now = nowMs();
      const own = shared?.nameOf(token) ?? token;
      for (const { name, agoMs } of shared?.hear() ?? []) {
        count(name, now - agoMs);
      }
      for (const [known, window] of ofTokens) {
        if (known !== own && window.isEmpty(now)) {
          ofTokens.delete(known); // tokens are rotated; the old one's minute is over
        }
      }
      const share = priority === 'customer' ? 1 : shareOfBackground;
      const waitMs = Math.max(windowOf(own).waitMs(now, share), ofAll.waitMs(now, share));
      if (waitMs > 0) {
        return { kind: 'wait', waitMs };
      }
      count(own, now);
      shared?.tell(own);
      return { kind: 'taken' };
    },
  };
}

interface Window {
  isEmpty(now: number): boolean;
  /** How long until one more fits into this share of the window; 0 when it does. */
  waitMs(now: number, share: number): number;
  /** Counts one; what others sent may be told behind what was sent here meanwhile. */
  add(at: number): void;
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
    add(at) {
      let place = sentAt.length;
      while (place > first && (sentAt[place - 1] ?? at) > at) {
        place -= 1;
      }
      sentAt.splice(place, 0, at);
    },
  };
}
