// A scanner that pretends to be a keyboard presses the keys of a US keyboard, whatever layout the computer is set to:
// with the Lithuanian one its digits would come out as ąčęėįšųū. So a scan is read from the keys' places (`code`).

/** Sign on the US keyboard by place of the key: alone, and with Shift. */
const punctuation: Readonly<Record<string, readonly [string, string]>> = {
  Backquote: ['`', '~'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  IntlBackslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  Space: [' ', ' '],
};

const shiftedDigits = ')!@#$%^&*(';

/**
 * Sign that a US keyboard types with the key at this place; null for a key that no scanner's text is made of.
 * The pad's operators are left out: they are commands of the desk, and scanners type digits only on the pad.
 * Source: UI Events KeyboardEvent code Values, "Alphanumeric Section" and "Numpad Section".
 */
export function signOnUsKeyboard(code: string, shift: boolean): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) {
    return shift ? letter : letter.toLowerCase();
  }
  const digit = /^Digit([0-9])$/.exec(code)?.[1];
  if (digit !== undefined) {
    return shift ? shiftedDigits.charAt(Number(digit)) : digit;
  }
  const padDigit = /^Numpad([0-9])$/.exec(code)?.[1];
  return padDigit ?? punctuation[code]?.[shift ? 1 : 0] ?? null;
}

/** A key with the modifiers it is pressed with, as settings write it: `F24`, `Control+KeyB`. */
export interface Chord {
  readonly code: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
}

/** What of a keyboard event tells which chord it is. */
export interface PressedKey {
  readonly code: string;
  readonly shift: boolean;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
  readonly altGraph: boolean;
}

const chordForm = /^(Control\+)?(Shift\+)?([A-Z][A-Za-z0-9]{1,24})$/;

/** Reads a chord from its setting; null when it is not of the form `[Control+][Shift+]Code`. */
export function parseChord(text: string): Chord | null {
  const match = chordForm.exec(text);
  return match?.[3] === undefined
    ? null
    : { code: match[3], ctrl: match[1] !== undefined, shift: match[2] !== undefined };
}

/** Is this key pressed with exactly the chord's modifiers? */
export function isChord(key: PressedKey, chord: Chord): boolean {
  return (
    key.code === chord.code &&
    key.ctrl === chord.ctrl &&
    key.shift === chord.shift &&
    !key.alt &&
    !key.meta &&
    !key.altGraph
  );
}

const plain = { ctrl: false, shift: false };

/** What scanners end a scan with: CR, HT or LF, as keys or as the control characters some of them type. */
export const suffixChords: readonly Chord[] = [
  { code: 'Enter', ...plain },
  { code: 'NumpadEnter', ...plain },
  { code: 'Tab', ...plain },
  { code: 'KeyM', ctrl: true, shift: false },
  { code: 'KeyJ', ctrl: true, shift: false },
];

/** Group separator (GS, 0x1D) between the fields of a GS1 barcode, as scanners type it. */
export const groupSeparatorChord: Chord = { code: 'BracketRight', ctrl: true, shift: false };

const modifierCode = /^(Shift|Control|Alt|Meta|OS)(Left|Right)?$|^(CapsLock|NumLock|ScrollLock|Fn|FnLock)$/;

/** Does the key only change what other keys mean? */
export function isModifierKey(code: string): boolean {
  return modifierCode.test(code);
}
