import type { ReaderName } from './reading.ts';
import { type KeyStroke, nameOfStroke, signOfStroke } from './wedge-capture.ts';
import { isChord, parseChord, suffixChords } from './wedge-keys.ts';

/** One scan to learn from: the text as it arrived, and of a keyboard its strokes. */
export interface ScanSample {
  readonly reader: ReaderName;
  readonly text: string;
  readonly strokes: readonly KeyStroke[] | null;
}

/** What three scans of one code said of a scanner. */
export interface LearntScanner {
  readonly reader: ReaderName;
  /** Signs in front of what stands on the code and behind it; null for none, or where that could not be told. */
  readonly prefix: string | null;
  readonly suffix: string | null;
  /** Of a keyboard only. */
  readonly keyboard: {
    /** Key that comes first, as the setting `wedgePrefix` writes it; null when the first key is a sign. */
    readonly firstKey: string | null;
    /** Keys that come last, by name: `Enter`, `Tab`, `Control+KeyM`. */
    readonly lastKeys: readonly string[];
    readonly longestGapMs: number;
    /** What the setting `wedgeMaxGapMs` is to be. */
    readonly maxGapMs: number;
  } | null;
}

export type LearningProblem =
  /** The scans came from different readers. */
  | 'several-readers'
  /** The three were not the same code, or a part of one was lost. */
  | 'different-codes'
  /** What stands under the code is not in what arrived. */
  | 'not-as-expected'
  | 'too-short'
  /** Slower than people type: it must send a key in front, or be set to send faster. */
  | 'too-slow'
  /** A key in front or behind that no rule can name. */
  | 'unusual-keys';

export type Learning =
  | { readonly kind: 'learnt'; readonly scanner: LearntScanner }
  | { readonly kind: 'refused'; readonly problem: LearningProblem };

/** How many scans of one code say enough. */
export const samplesWanted = 3;

const shortestText = 4;
/** Bounds of the setting `wedgeMaxGapMs`. */
const leastGapMs = 10;
const mostGapMs = 250;
/** A person's fingers get down to this between two keys; a slower scanner cannot be told from them by rhythm. */
const personsGapMs = 120;

const refused = (problem: LearningProblem): Learning => ({ kind: 'refused', problem });

interface Frame {
  readonly firstKey: string | null;
  readonly lastKeys: readonly string[];
  readonly text: string;
  readonly longestGapMs: number;
}

/** Parts the strokes of one scan into what comes first, its text, and what comes last; null when keys stand elsewhere. */
function frameOf(strokes: readonly KeyStroke[]): Frame | null {
  const isLast = (stroke: KeyStroke) => suffixChords.some((chord) => isChord(stroke, chord));
  let end = strokes.length;
  while (end > 0 && isLast(strokes[end - 1] as KeyStroke)) {
    end -= 1;
  }
  const first = strokes[0];
  const hasFirstKey = first !== undefined && signOfStroke(first) === null;
  const body = strokes.slice(hasFirstKey ? 1 : 0, end);
  const signs = body.map(signOfStroke);
  const firstKey = hasFirstKey ? nameOfStroke(first) : null;
  if (signs.includes(null) || (firstKey !== null && parseChord(firstKey) === null)) {
    return null;
  }
  return {
    firstKey,
    lastKeys: strokes.slice(end).map(nameOfStroke),
    text: signs.join(''),
    longestGapMs: Math.max(0, ...strokes.map(({ gapMs }) => gapMs)),
  };
}

/** Half as much again for a bad day, a little for the timer, rounded up to what people write into settings. */
function gapSettingFor(longestGapMs: number): number {
  const wanted = Math.ceil((longestGapMs * 1.5 + 15) / 5) * 5;
  return Math.min(Math.max(wanted, leastGapMs), mostGapMs);
}

function affixes(text: string, expected: string | null): { prefix: string | null; suffix: string | null } | null {
  if (expected === null || expected === '') {
    return { prefix: null, suffix: null };
  }
  const at = text.indexOf(expected);
  if (at < 0) {
    return null;
  }
  return { prefix: text.slice(0, at) || null, suffix: text.slice(at + expected.length) || null };
}

function learnKeyboard(samples: readonly ScanSample[], expected: string | null): Learning {
  const frames = samples.map(({ strokes }) => frameOf(strokes ?? []));
  const [first] = frames;
  if (first === undefined || first === null || frames.includes(null)) {
    return refused('unusual-keys');
  }
  const same = frames.every(
    (frame) =>
      frame?.text === first.text && frame.firstKey === first.firstKey && `${frame.lastKeys}` === `${first.lastKeys}`,
  );
  if (!same) {
    return refused('different-codes');
  }
  if (first.text.length < shortestText) {
    return refused('too-short');
  }
  const longestGapMs = Math.max(...frames.map((frame) => frame?.longestGapMs ?? 0));
  if (first.firstKey === null && longestGapMs > personsGapMs) {
    return refused('too-slow');
  }
  const signs = affixes(first.text, expected);
  if (signs === null) {
    return refused('not-as-expected');
  }
  const { firstKey, lastKeys } = first;
  const keyboard = { firstKey, lastKeys, longestGapMs, maxGapMs: gapSettingFor(longestGapMs) };
  return { kind: 'learnt', scanner: { reader: 'keyboard-wedge', ...signs, keyboard } };
}

/**
 * Says what a scanner puts around a code, and how fast it types, from several scans of the same one. What stands on the
 * code is `expected`, where somebody typed it: without it signs around it cannot be told from the code's own.
 */
export function learnScanner(samples: readonly ScanSample[], expected: string | null): Learning {
  const [first] = samples;
  if (first === undefined || samples.some(({ reader }) => reader !== first.reader)) {
    return refused('several-readers');
  }
  if (samples.every(({ strokes }) => strokes !== null)) {
    return learnKeyboard(samples, expected);
  }
  if (samples.some(({ text }) => text !== first.text)) {
    return refused('different-codes');
  }
  if (first.text.length < shortestText) {
    return refused('too-short');
  }
  const signs = affixes(first.text, expected);
  return signs === null
    ? refused('not-as-expected')
    : { kind: 'learnt', scanner: { reader: first.reader, ...signs, keyboard: null } };
}
