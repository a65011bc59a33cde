import type { DeskState, DeskStore } from './desk-store.ts';

/** The part of the timers of a window that the desk needs. */
export interface Timers {
  setTimeout(action: () => void, delayMs: number): unknown;
  clearTimeout(timer: unknown): void;
}

interface IdleWatch {
  /** A hand was on the desk: pointer or key. Scans are noticed by themselves. */
  touch(): void;
  stop(): void;
}

/** Somebody's number or address is typed. */
function holdsTyped({ find, several }: Pick<DeskState, 'find' | 'several'>): boolean {
  return find.text !== '' || several.text !== '';
}

/**
 * Hides the customer of a desk that nobody touches for the station's `idleTimeoutMs`.
 * A print under way is waited for: its outcome must be seen by somebody.
 */
export function watchIdle(store: DeskStore, timers: Timers): IdleWatch {
  let timer: unknown = null;

  function disarm(): void {
    if (timer !== null) {
      timers.clearTimeout(timer);
      timer = null;
    }
  }

  function arm(): void {
    disarm();
    const { customer, station } = store.getState();
    const somethingToHide = customer.kind !== 'waiting' || holdsTyped(store.getState());
    if (station !== null && somethingToHide) {
      timer = timers.setTimeout(onIdle, station.idleTimeoutMs);
    }
  }

  function onIdle(): void {
    timer = null;
    const state = store.getState();
    if (state.print.kind === 'printing') {
      arm();
    } else {
      state.finish('idle');
    }
  }

  const unsubscribe = store.subscribe((state, before) => {
    // A new ticket, a notice or the end of a customer restarts it; a late answer does not.
    const scanned = state.notice !== before.notice && state.notice !== null;
    const ticketOf = (one: typeof state) => (one.customer.kind === 'waiting' ? null : one.customer.ticket);
    const typedFirst = !holdsTyped(before) && holdsTyped(state);
    if (scanned || ticketOf(state) !== ticketOf(before) || typedFirst || state.station !== before.station) {
      arm();
    }
  });

  return {
    touch: () => {
      if (timer !== null) {
        arm();
      }
    },
    stop: () => {
      unsubscribe();
      disarm();
    },
  };
}
