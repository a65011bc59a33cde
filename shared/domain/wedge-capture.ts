import { isChord, isModifierKey, type PressedKey, signOnUsKeyboard, suffixChords } from './wedge-keys.ts';

/** One key of a scan as the keyboard sent it, with the pause before it. */
export interface KeyStroke extends PressedKey {
  /** Milliseconds since the key before it went down; 0 for the first. */
  readonly gapMs: number;
}

/** What of a keyboard event is looked at, besides the key itself. */
export interface CapturedKey extends PressedKey {
  readonly repeat: boolean;
  /** Milliseconds on a clock that never goes back (`event.timeStamp`). */
  readonly at: number;
}

export interface WedgeCapture {
  /** Decides about one key that goes down: `swallow` keeps it from the page. */
  feed(key: CapturedKey): { readonly swallow: boolean };
  /** The strokes of a scan that is over; null while there is none. Call it at `nextDeadline`. */
  tick(now: number): readonly KeyStroke[] | null;
  readonly nextDeadline: number | null;
}

/** Longer than any scanner pauses within one scan, shorter than the pause between two of them. */
const quietMs = 400;
/** No code is longer, and what lies on a key must not grow without end. */
const mostStrokes = 512;

/** Keys that stay a person's while no scan is under way: the page must be left by keyboard while it listens. */
const personsKey = /^(Escape|Enter|NumpadEnter|Tab|F[1-9]|F1[0-2]|Arrow\w+|Home|End|Page\w+|Backspace|Delete|Space)$/;

/**
 * Records whatever a keyboard sends as one burst, without deciding by any rule what it is: for looking at a scanner that
 * is not set up yet. Nothing of a burst reaches the page.
 */
export function createWedgeCapture(): WedgeCapture {
  let strokes: KeyStroke[] = [];
  let lastAt = 0;
  const isSuffix = (key: PressedKey) => suffixChords.some((chord) => isChord(key, chord));

  return {
    feed(key) {
      const begins = strokes.length === 0;
      if (begins && (isModifierKey(key.code) || (personsKey.test(key.code) && !key.ctrl))) {
        return { swallow: false };
      }
      // A suffix without a scan before it is somebody's Enter.
      if (begins && isSuffix(key)) {
        return { swallow: false };
      }
      if (!isModifierKey(key.code) && !key.repeat && strokes.length < mostStrokes) {
        const { code, shift, ctrl, alt, meta, altGraph } = key;
        strokes.push({ code, shift, ctrl, alt, meta, altGraph, gapMs: begins ? 0 : key.at - lastAt });
        lastAt = key.at;
      }
      return { swallow: true };
    },

    tick(now) {
      if (strokes.length === 0 || now - lastAt < quietMs) {
        return null;
      }
      const done = strokes;
      strokes = [];
      return done;
    },

    get nextDeadline() {
      return strokes.length === 0 ? null : lastAt + quietMs;
    },
  };
}

/** The sign that a stroke types on the US keyboard; null for a key that is no sign. */
export function signOfStroke(stroke: KeyStroke): string | null {
  return stroke.ctrl || stroke.alt || stroke.meta || stroke.altGraph
    ? null
    : signOnUsKeyboard(stroke.code, stroke.shift);
}

/** `Control+KeyB`, as settings write a chord. */
export function nameOfStroke({ code, ctrl, shift, alt, meta }: KeyStroke): string {
  const held = [ctrl ? 'Control+' : '', alt ? 'Alt+' : '', meta ? 'Meta+' : '', shift ? 'Shift+' : ''];
  return `${held.join('')}${code}`;
}
