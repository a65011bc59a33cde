import fc from 'fast-check';
import type { LayoutName } from '../unit/domain/wedge-desk.ts';

// What may happen at a desk in half a minute: people type, scanners of three sorts read, dialogs open, receipts print,
// threads are busy, and the service answers when it likes.

export interface WedgeScanEpisode {
  readonly kind: 'scan';
  readonly isCard: boolean;
  /** Used in turn; the first eight count only where no prefix announces the scan. */
  readonly gapsMs: readonly number[];
  readonly suffix: 'Enter' | 'Tab' | null;
}

export interface TypingEpisode {
  readonly kind: 'typing';
  /** Which of the page's fields has the focus. */
  readonly field: number;
  readonly keys: readonly { readonly sign: string; readonly gapMs: number; readonly rolledGapMs: number | null }[];
  readonly endsWithEnter: boolean;
}

export interface OtherScan {
  readonly reader: 'hid-scanner' | 'serial-scanner';
  readonly isCard: boolean;
  readonly atMs: number;
  /** Pauses between reports, or between pieces on the line. */
  readonly jitterMs: readonly number[];
  /** The scanner reads it once more this much later; null when it does not. */
  readonly againAfterMs: number | null;
}

export interface ObstacleSpan {
  readonly kind: 'dialog' | 'locked' | 'print';
  readonly atMs: number;
  readonly forMs: number;
}

export interface Story {
  readonly layout: LayoutName;
  readonly hasPrefix: boolean;
  readonly keyboard: readonly (WedgeScanEpisode | TypingEpisode)[];
  readonly pauseMs: readonly number[];
  readonly others: readonly OtherScan[];
  readonly obstacles: readonly ObstacleSpan[];
  readonly busy: readonly { readonly atMs: number; readonly forMs: number; readonly timersFirst: boolean }[];
  readonly answerAfterMs: readonly number[];
}

const lengthMs = 30_000;
const jitter = fc.integer({ min: 0, max: 150 });
const signs = Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-. ');

const wedgeScan: fc.Arbitrary<WedgeScanEpisode> = fc.record({
  kind: fc.constant('scan' as const),
  isCard: fc.boolean(),
  gapsMs: fc.array(jitter, { minLength: 4, maxLength: 12 }),
  suffix: fc.constantFrom('Enter' as const, 'Tab' as const, null),
});

const typing: fc.Arbitrary<TypingEpisode> = fc.record({
  kind: fc.constant('typing' as const),
  field: fc.nat({ max: 2 }),
  keys: fc.array(
    fc.record({
      sign: fc.constantFrom(...signs),
      gapMs: fc.integer({ min: 65, max: 400 }),
      rolledGapMs: fc.option(fc.integer({ min: 20, max: 60 }), { freq: 4 }),
    }),
    { minLength: 1, maxLength: 10 },
  ),
  endsWithEnter: fc.boolean(),
});

const otherScan: fc.Arbitrary<OtherScan> = fc.record({
  reader: fc.constantFrom('hid-scanner' as const, 'serial-scanner' as const),
  isCard: fc.boolean(),
  atMs: fc.nat({ max: lengthMs }),
  jitterMs: fc.array(jitter, { minLength: 3, maxLength: 6 }),
  againAfterMs: fc.option(fc.integer({ min: 20, max: 500 }), { freq: 3 }),
});

const obstacle: fc.Arbitrary<ObstacleSpan> = fc.record({
  kind: fc.constantFrom('dialog' as const, 'locked' as const, 'print' as const),
  atMs: fc.nat({ max: lengthMs }),
  forMs: fc.integer({ min: 1, max: 4_000 }),
});

const busy = fc.record({ atMs: fc.nat({ max: lengthMs }), forMs: jitter, timersFirst: fc.boolean() });

export const stories: fc.Arbitrary<Story> = fc.record({
  layout: fc.constantFrom<LayoutName>('us', 'lt', 'ru'),
  hasPrefix: fc.boolean(),
  keyboard: fc.array(fc.oneof({ weight: 3, arbitrary: wedgeScan }, { weight: 2, arbitrary: typing }), {
    minLength: 4,
    maxLength: 16,
  }),
  pauseMs: fc.array(fc.integer({ min: 320, max: 2_000 }), { minLength: 3, maxLength: 6 }),
  others: fc.array(otherScan, { minLength: 2, maxLength: 16 }),
  obstacles: fc.array(obstacle, { maxLength: 6 }),
  busy: fc.array(busy, { maxLength: 30 }),
  answerAfterMs: fc.array(fc.nat({ max: 1_500 }), { minLength: 4, maxLength: 9 }),
});
