import type { Reading } from '../../shared/domain/reading.ts';
import type { KeyStroke } from '../../shared/domain/wedge-capture.ts';
import type { Operators } from './operators.ts';
import type { ScanRouter } from './scan-router.ts';

/** Sees what is scanned before anybody acts on it: a page that shows what a scanner sends. True when it keeps it. */
export interface Onlooker {
  take(reading: Reading): boolean;
  takeStrokes(strokes: readonly KeyStroke[]): boolean;
}

export interface StationLockOptions {
  readonly operators: Pick<Operators, 'watchman' | 'touch'>;
  readonly router: Pick<ScanRouter, 'raise' | 'take'>;
  readonly display: { pause(isPaused: boolean): void };
  /** Asked in this order, while the station is open. */
  readonly onlookers: readonly Onlooker[];
  /** Ends what somebody began who is not there any more: a visit, a page that listens, a card that is waited for. */
  readonly letGo: () => void;
}

/**
 * The lock is main's, not the page's: while it is closed no reading gets past it to anybody, and what was waiting for one
 * when it closed waits no more when it opens. The router alone hears of it, for an operator's card.
 */
export interface StationLock {
  /** Does what the watchman says now; for whenever that may be another. */
  hold(): void;
  /** Takes what a reader read to whoever it is for. */
  take(reading: Reading): void;
  /** Takes the strokes of a keyboard that is being looked at. */
  takeStrokes(strokes: readonly KeyStroke[]): void;
}

export function createStationLock({ operators, router, display, onlookers, letGo }: StationLockOptions): StationLock {
  let open: (() => void) | null = null;
  const isLocked = (): boolean => operators.watchman.kind === 'locked';

  return {
    hold() {
      open?.();
      open = isLocked() ? router.raise('locked') : null;
      display.pause(isLocked());
      if (isLocked()) {
        letGo();
      }
    },

    take(reading) {
      operators.touch();
      if (isLocked() || !onlookers.some((onlooker) => onlooker.take(reading))) {
        router.take(reading);
      }
    },

    takeStrokes(strokes) {
      if (!isLocked()) {
        onlookers.some((onlooker) => onlooker.takeStrokes(strokes));
      }
    },
  };
}
