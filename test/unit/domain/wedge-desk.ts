import type { KeyRecord, WedgeRules, WedgeScan } from '../../../shared/domain/wedge.ts';
import { createWedgeDecoder } from '../../../shared/domain/wedge.ts';

// A keyboard, a scanner and a page with one focused field, in simulated time: what the decoder is judged on.

export type LayoutName = 'us' | 'lt' | 'ru';

/** What the digit row types without Shift where it does not type digits. */
const ltDigitRow = 'ąčęėįšųū';
const ruLetters: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('фисвуапршолдьтщзйкыегмцчня').map((letter, index) => [`Key${String.fromCharCode(65 + index)}`, letter]),
);

interface Place {
  readonly code: string;
  readonly shift: boolean;
}

const shiftedDigits = ')!@#$%^&*(';
const signPlaces: Readonly<Record<string, Place>> = {
  ' ': { code: 'Space', shift: false },
  '-': { code: 'Minus', shift: false },
  _: { code: 'Minus', shift: true },
  '.': { code: 'Period', shift: false },
  ',': { code: 'Comma', shift: false },
  ';': { code: 'Semicolon', shift: false },
  '=': { code: 'Equal', shift: false },
  '?': { code: 'Slash', shift: true },
  ']': { code: 'BracketRight', shift: false },
};

/** Where a US keyboard has the sign: what a scanner presses. */
export function placeOf(sign: string): Place {
  if (/^[a-z]$/.test(sign)) {
    return { code: `Key${sign.toUpperCase()}`, shift: false };
  }
  if (/^[A-Z]$/.test(sign)) {
    return { code: `Key${sign}`, shift: true };
  }
  if (/^[0-9]$/.test(sign)) {
    return { code: `Digit${sign}`, shift: false };
  }
  const place = signPlaces[sign];
  if (place !== undefined) {
    return place;
  }
  const digit = shiftedDigits.indexOf(sign);
  if (digit === -1) {
    throw new Error(`no place for ${JSON.stringify(sign)}`);
  }
  return { code: `Digit${digit}`, shift: true };
}

/** What the key means in the layout: what would appear in the field. */
export function meaningOf(place: Place, layout: LayoutName): string {
  const digit = /^Digit([1-8])$/.exec(place.code)?.[1];
  if (layout === 'lt' && digit !== undefined) {
    const letter = ltDigitRow.charAt(Number(digit) - 1);
    return place.shift ? letter.toUpperCase() : letter;
  }
  const russian = layout === 'ru' ? ruLetters[place.code] : undefined;
  if (russian !== undefined) {
    return place.shift ? russian.toUpperCase() : russian;
  }
  const padDigit = /^Numpad([0-9])$/.exec(place.code)?.[1];
  return padDigit ?? usSign(place);
}

function usSign(place: Place): string {
  const letter = /^Key([A-Z])$/.exec(place.code)?.[1];
  if (letter !== undefined) {
    return place.shift ? letter : letter.toLowerCase();
  }
  const digit = /^Digit([0-9])$/.exec(place.code)?.[1];
  if (digit !== undefined) {
    return place.shift ? shiftedDigits.charAt(Number(digit)) : digit;
  }
  const sign = Object.entries(signPlaces).find(
    ([, { code, shift }]) => code === place.code && shift === place.shift,
  )?.[0];
  return sign ?? 'Unidentified';
}

export function keyRecord(fields: Partial<KeyRecord> & Pick<KeyRecord, 'code' | 'at'>): KeyRecord {
  return {
    type: 'down',
    key: fields.code,
    shift: false,
    ctrl: false,
    alt: false,
    meta: false,
    altGraph: false,
    repeat: false,
    ...fields,
  };
}

export interface Stroke {
  readonly place: Place;
  readonly downAt: number;
  readonly upAt: number;
}

/** The events of strokes in a layout, in the order in which the window would get them. */
export function eventsOf(strokes: readonly Stroke[], layout: LayoutName): KeyRecord[] {
  return strokes
    .flatMap(({ place, downAt, upAt }) => {
      const { code, shift } = place;
      const isNamed = ['Enter', 'Tab', 'NumpadEnter'].includes(code) || /^F[0-9]+$/.test(code);
      const key = isNamed ? code.replace('Numpad', '') : meaningOf(place, layout);
      return [
        keyRecord({ type: 'down', code, key, shift, at: downAt }),
        keyRecord({ type: 'up', code, key, shift, at: upAt }),
      ];
    })
    .sort((one, other) => one.at - other.at);
}

/** A scanner types: each key is lifted half way to the next. `gapsMs` are used in turn. */
export function scannerStrokes(
  text: string,
  options: { readonly startAt: number; readonly gapsMs: readonly number[]; readonly suffix?: string | null },
): Stroke[] {
  let at = options.startAt;
  const suffix = options.suffix === undefined ? 'Enter' : options.suffix;
  const places = Array.from(text, placeOf);
  if (suffix !== null) {
    places.push({ code: suffix, shift: false });
  }
  return places.map((place, index) => {
    const gapMs = options.gapsMs[index % options.gapsMs.length] ?? 0;
    const stroke = { place, downAt: at, upAt: at + gapMs / 2 };
    at += gapMs;
    return stroke;
  });
}

/** A page with one focused field behind the decoder, and a timer that fires `timerLagMs` late. */
export function runDesk(events: readonly KeyRecord[], rules: WedgeRules, timerLagMs = 0) {
  const decoder = createWedgeDecoder(rules);
  const field: string[] = [];
  const scans: WedgeScan[] = [];
  const seenByPage: KeyRecord[] = [];
  let longestDelayMs = 0;
  const arrive = (record: KeyRecord, now: number) => {
    longestDelayMs = Math.max(longestDelayMs, now - record.at);
    field.push(Array.from(record.key).length === 1 ? record.key : `<${record.key}>`);
  };
  const follow = (outcome: ReturnType<typeof decoder.tick>, now: number) => {
    for (const record of outcome.release) {
      arrive(record, now);
    }
    if (outcome.scan !== null) {
      scans.push(outcome.scan);
    }
  };
  const tickUntil = (limit: number) => {
    for (let due = decoder.nextDeadline; due !== null && due + timerLagMs < limit; due = decoder.nextDeadline) {
      follow(decoder.tick(due + timerLagMs), due + timerLagMs);
    }
  };
  for (const record of events) {
    tickUntil(record.at);
    const outcome = decoder.feed(record);
    follow(outcome, record.at);
    if (!outcome.swallow) {
      seenByPage.push(record);
      if (record.type === 'down') {
        arrive(record, record.at);
      }
    }
  }
  tickUntil(Number.POSITIVE_INFINITY);
  return { typed: field.join(''), scans: scans.map(({ text }) => text), seenByPage, longestDelayMs, details: scans };
}
