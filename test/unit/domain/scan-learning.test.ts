import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { showRaw } from '../../../shared/domain/raw-reading.ts';
import { learnScanner, type ScanSample } from '../../../shared/domain/scan-learning.ts';
import { createWedgeDecoder, defaultWedgeRules } from '../../../shared/domain/wedge.ts';
import { createWedgeCapture, type KeyStroke, signOfStroke } from '../../../shared/domain/wedge-capture.ts';

interface Scanner {
  readonly firstKey: string | null;
  readonly lastKeys: readonly string[];
  readonly gapsMs: readonly number[];
}

const key = (code: string, more: Partial<KeyStroke> = {}) => ({
  code,
  shift: false,
  ctrl: false,
  alt: false,
  meta: false,
  altGraph: false,
  ...more,
});

function codeOfSign(sign: string): { code: string; shift: boolean } {
  if (/[0-9]/.test(sign)) {
    return { code: `Digit${sign}`, shift: false };
  }
  return sign === '-'
    ? { code: 'Minus', shift: false }
    : { code: `Key${sign.toUpperCase()}`, shift: /[A-Z]/.test(sign) };
}

/** The keys of one scan, as a scanner sends them. */
function keysOf(text: string, { firstKey, lastKeys }: Scanner) {
  return [
    ...(firstKey === null ? [] : [key(firstKey)]),
    ...Array.from(text, (sign) => key(codeOfSign(sign).code, { shift: codeOfSign(sign).shift })),
    ...lastKeys.map((code) => key(code)),
  ];
}

function strokesOf(text: string, scanner: Scanner): readonly KeyStroke[] {
  return keysOf(text, scanner).map((stroke, index) => ({
    ...stroke,
    gapMs: index === 0 ? 0 : (scanner.gapsMs[index % scanner.gapsMs.length] ?? 0),
  }));
}

function sample(text: string, scanner: Scanner): ScanSample {
  return { reader: 'keyboard-wedge', text, strokes: strokesOf(text, scanner) };
}

const plain: Scanner = { firstKey: null, lastKeys: ['Enter'], gapsMs: [8, 12, 9] };
const three = (text: string, scanner: Scanner): ScanSample[] => [1, 2, 3].map(() => sample(text, scanner));

describe('learning a scanner from three scans', () => {
  test('names the keys around the code and its slowest pause', () => {
    expect(learnScanner(three('5487963154', plain), null)).toEqual({
      kind: 'learnt',
      scanner: {
        reader: 'keyboard-wedge',
        prefix: null,
        suffix: null,
        keyboard: { firstKey: null, lastKeys: ['Enter'], longestGapMs: 12, maxGapMs: 35 },
      },
    });
  });

  test('tells signs around the code from the code where somebody said what stands on it', () => {
    expect(learnScanner(three('x5487963154-', plain), '5487963154')).toMatchObject({
      scanner: { prefix: 'x', suffix: '-' },
    });
    expect(learnScanner(three('x5487963154-', plain), null)).toMatchObject({
      scanner: { prefix: null, suffix: null },
    });
  });

  test.each([
    ['different-codes', [sample('5487963154', plain), sample('5487963154', plain), sample('548796315', plain)], null],
    [
      'different-codes',
      [...three('5487963154', plain).slice(1), sample('5487963154', { ...plain, lastKeys: [] })],
      null,
    ],
    ['not-as-expected', three('5487963154', plain), '999'],
    ['too-short', three('123', plain), null],
    ['too-slow', three('5487963154', { ...plain, gapsMs: [140] }), null],
    [
      'several-readers',
      [...three('5487963154', plain).slice(1), { reader: 'hid-scanner', text: '5487963154', strokes: null }],
      null,
    ],
    ['unusual-keys', three('5487963154', { ...plain, lastKeys: ['Enter', 'F13'] }), null],
  ] as const)('refuses scans that say nothing for certain: %s', (problem, samples, expected) => {
    expect(learnScanner(samples, expected)).toEqual({ kind: 'refused', problem });
  });

  test('takes a slow scanner that announces itself', () => {
    const slow = { ...plain, firstKey: 'F24', gapsMs: [140] };
    expect(learnScanner(three('5487963154', slow), null)).toMatchObject({ scanner: { keyboard: { firstKey: 'F24' } } });
  });

  test('learns of a scanner that delivers whole texts what stands around them', () => {
    const whole: ScanSample = { reader: 'hid-scanner', text: 'A12345678', strokes: null };
    expect(learnScanner([whole, whole, whole], '12345678')).toEqual({
      kind: 'learnt',
      scanner: { reader: 'hid-scanner', prefix: 'A', suffix: null, keyboard: null },
    });
  });

  test('gives rules under which the till reads the scanner’s next scan whole', () => {
    const scanner = fc.record({
      text: fc.stringMatching(/^[A-Z0-9]{8,24}$/),
      firstKey: fc.constantFrom(null, 'F24', 'F13'),
      lastKeys: fc.constantFrom(['Enter'], ['Tab'], ['Enter', 'Enter'], []),
      gapsMs: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 7 }),
    });
    fc.assert(
      fc.property(scanner, ({ text, ...sending }) => {
        const learning = learnScanner(three(text, sending), null);
        if (learning.kind !== 'learnt' || learning.scanner.keyboard === null) {
          throw new Error('nothing was learnt');
        }
        const { firstKey, maxGapMs } = learning.scanner.keyboard;
        const maxGapOnceCertainMs = Math.max(defaultWedgeRules.maxGapOnceCertainMs, maxGapMs);
        const rules = { ...defaultWedgeRules, maxGapMs, maxGapOnceCertainMs, prefix: firstKey };
        const decoder = createWedgeDecoder(rules);
        let at = 1_000;
        const read: string[] = [];
        for (const { gapMs, ...pressed } of strokesOf(text, sending)) {
          at += gapMs;
          const sign = signOfStroke({ ...pressed, gapMs }) ?? pressed.code;
          for (const type of ['down', 'up'] as const) {
            const { scan } = decoder.feed({ ...pressed, type, key: sign, repeat: false, at });
            if (scan !== null) read.push(scan.text);
          }
        }
        for (const later of [500, 600]) {
          const { scan } = decoder.tick(at + later);
          if (scan !== null) read.push(scan.text);
        }
        expect(read).toEqual([text]);
      }),
      { seed: 20261124, numRuns: 300 },
    );
  });
});

describe('recording what a keyboard sends', () => {
  const press = (code: string, at: number, more: Partial<KeyStroke> = {}) => ({
    ...key(code, more),
    repeat: false,
    at,
  });

  test('gives one scan its strokes and pauses once it is quiet, and hides all of them', () => {
    const capture = createWedgeCapture();
    const fed = [press('F24', 100), press('Digit7', 108), press('Digit8', 120), press('Enter', 131)];
    expect(fed.map((pressed) => capture.feed(pressed).swallow)).toEqual([true, true, true, true]);
    expect(capture.tick(400)).toBeNull();
    expect(capture.nextDeadline).toBe(531);
    expect(capture.tick(531)?.map(({ code, gapMs }) => [code, gapMs])).toEqual([
      ['F24', 0],
      ['Digit7', 8],
      ['Digit8', 12],
      ['Enter', 11],
    ]);
    expect(capture.nextDeadline).toBeNull();
  });

  test('leaves a person the keys with which to go away', () => {
    const capture = createWedgeCapture();
    for (const code of ['Escape', 'Enter', 'Tab', 'F9', 'ArrowDown', 'ShiftLeft']) {
      expect(capture.feed(press(code, 0)).swallow).toBe(false);
    }
    expect(capture.nextDeadline).toBeNull();
  });
});

describe('what a technician sees of a scan', () => {
  test('is its form: signs by number, keys and control characters by name, the last four signs at most', () => {
    expect(showRaw({ kind: 'text', text: ']C15487963154\r\n' }, null)).toEqual([
      { kind: 'mark', text: ']C1' },
      { kind: 'signs', text: '••••••3154' },
      { kind: 'key', name: 'CR' },
      { kind: 'key', name: 'LF' },
    ]);
    expect(showRaw({ kind: 'unreadable' }, null)).toEqual([]);
    expect(showRaw({ kind: 'text', text: '' }, strokesOf('5487963154', { ...plain, firstKey: 'F24' }))).toEqual([
      { kind: 'key', name: 'F24' },
      { kind: 'signs', text: '••••••3154' },
      { kind: 'key', name: 'Enter' },
    ]);
  });

  test('never shows more than four signs of any text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Za-z]{1,40}$/), (text) => {
        const shown = showRaw({ kind: 'text', text: `x${text}` }, null)
          .map((part) => (part.kind === 'signs' ? part.text.replaceAll('•', '') : ''))
          .join('');
        expect(shown.length).toBeLessThanOrEqual(4);
      }),
      { seed: 20261124 },
    );
  });
});
