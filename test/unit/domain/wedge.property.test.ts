import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultWedgeRules, putOffMs, type WedgeRules } from '../../../shared/domain/wedge.ts';
import { eventsOf, type LayoutName, meaningOf, placeOf, runDesk, type Stroke, scannerStrokes } from './wedge-desk.ts';

const signs = Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.;=%$');

interface Scan {
  readonly kind: 'scan';
  readonly text: string;
  readonly gapsMs: readonly number[];
  readonly suffix: 'Enter' | 'Tab' | null;
}
/** A person types: most gaps as of fast hands, now and then two keys rolled into one another. */
interface Typing {
  readonly kind: 'typing';
  readonly keys: readonly { readonly sign: string; readonly gapMs: number; readonly rolledGapMs: number | null }[];
  readonly endsWithEnter: boolean;
}
type Episode = Scan | Typing;

const text = (minLength: number, maxLength: number) =>
  fc.array(fc.constantFrom(...signs), { minLength, maxLength }).map((list) => list.join(''));
const gaps = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 12 });
const scan: fc.Arbitrary<Scan> = fc.oneof(
  fc.record({
    kind: fc.constant('scan' as const),
    text: text(4, 40),
    gapsMs: gaps,
    suffix: fc.constantFrom('Enter' as const, 'Tab' as const),
  }),
  fc.record({ kind: fc.constant('scan' as const), text: text(8, 40), gapsMs: gaps, suffix: fc.constant(null) }),
);
const typing: fc.Arbitrary<Typing> = fc.record({
  kind: fc.constant('typing' as const),
  keys: fc.array(
    fc.record({
      sign: fc.constantFrom(...signs, ' '),
      gapMs: fc.integer({ min: 65, max: 400 }),
      rolledGapMs: fc.option(fc.integer({ min: 20, max: 60 }), { freq: 4 }),
    }),
    { minLength: 1, maxLength: 15 },
  ),
  endsWithEnter: fc.boolean(),
});

/** Lays the episodes behind one another, 200 ms apart, and says what ought to come of them. */
function script(episodes: readonly Episode[], layout: LayoutName) {
  let at = 1000;
  const strokes: Stroke[] = [];
  const scans: string[] = [];
  let typed = '';
  for (const episode of episodes) {
    if (episode.kind === 'scan') {
      const burst = scannerStrokes(episode.text, { startAt: at, gapsMs: episode.gapsMs, suffix: episode.suffix });
      strokes.push(...burst);
      scans.push(episode.text);
      at = (burst.at(-1)?.upAt ?? at) + 200;
      continue;
    }
    let wasRolled = true;
    for (const { sign, gapMs, rolledGapMs } of episode.keys) {
      // Never three keys in one roll: at most every second gap is short.
      const isRolled: boolean = rolledGapMs !== null && !wasRolled;
      at += isRolled && rolledGapMs !== null ? rolledGapMs : gapMs;
      wasRolled = isRolled;
      strokes.push({ place: placeOf(sign), downAt: at, upAt: at + 18 });
      typed += meaningOf(placeOf(sign), layout);
    }
    if (episode.endsWithEnter) {
      at += 90;
      strokes.push({ place: { code: 'Enter', shift: false }, downAt: at, upAt: at + 18 });
      typed += '<Enter>';
    }
    at += 200;
  }
  return { events: eventsOf(strokes, layout), scans, typed };
}

function checkAll(rules: WedgeRules, timerLagMs: number): void {
  const episodes = fc.array(fc.oneof(scan, typing), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(episodes, fc.constantFrom<LayoutName>('us', 'lt', 'ru'), (list, layout) => {
      const expected = script(list, layout);
      const desk = runDesk(expected.events, rules, timerLagMs);
      expect(desk.scans).toEqual(expected.scans);
      expect(desk.typed).toBe(expected.typed);
    }),
    { numRuns: 400, seed: 20261120 },
  );
}

describe('a desk with a scanner and a person at one keyboard', () => {
  it('loses, splits and leaks no scan and changes no typing, in three layouts', () => {
    checkAll(defaultWedgeRules, 0);
  });

  it('does so with timers that come late', () => {
    checkAll(defaultWedgeRules, 12);
  });

  it('takes no rolled word for a scan, however fast, because fingers overlap', () => {
    const word = fc.uniqueArray(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), { minLength: 1, maxLength: 12 });
    const gapsMs = fc.array(fc.integer({ min: 15, max: 60 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(word, gapsMs, fc.integer({ min: 62, max: 140 }), (letters, gapList, dwellMs) => {
        let at = 0;
        const strokes = [...letters.map(placeOf), { code: 'Enter', shift: false }].map((place, index): Stroke => {
          at += gapList[index] ?? 15;
          return { place, downAt: at, upAt: at + dwellMs };
        });
        const desk = runDesk(eventsOf(strokes, 'us'), defaultWedgeRules);
        expect(desk.typed).toBe(`${letters.join('')}<Enter>`);
        expect(desk.longestDelayMs).toBeLessThanOrEqual(defaultWedgeRules.maxGapMs + putOffMs);
      }),
      { numRuns: 200, seed: 20261120 },
    );
  });

  // The property can fail: each of these rules is wrong in one way and is caught.
  it.each<readonly [string, Partial<WedgeRules>]>([
    ['a gap shorter than the scanner pauses', { maxGapMs: 15 }],
    ['a gap as long as people pause', { maxGapMs: 250 }],
    ['a length that cuts short scans off', { minLength: 12 }],
    ['a suffix demanded of a scanner that sends none', { minLengthWithoutSuffix: null }],
    ['a length that makes a rolled pair a scan', { minLength: 1, minLengthWithoutSuffix: 2 }],
  ])('is upset by %s', (_, broken) => {
    expect(() => checkAll({ ...defaultWedgeRules, ...broken }, 0)).toThrow();
  });
});
