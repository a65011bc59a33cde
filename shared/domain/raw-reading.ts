import type { ReadingContent } from './reading.ts';
import { type KeyStroke, nameOfStroke, signOfStroke } from './wedge-capture.ts';

// What a technician is shown of a scan as it arrived: its form, never its number.

export type RawPart =
  /** Signs, masked: dots for all but the last four, as everywhere. */
  | { readonly kind: 'signs'; readonly text: string }
  /** A key that is no sign, or a control character, by name: `F24`, `Enter`, `CR`. */
  | { readonly kind: 'key'; readonly name: string }
  /** A scanner's own mark of the symbology: `]C1`. */
  | { readonly kind: 'mark'; readonly text: string };

const controlNames: Readonly<Record<string, string>> = {
  '\u0002': 'STX',
  '\u0003': 'ETX',
  '\u0004': 'EOT',
  '\t': 'HT',
  '\n': 'LF',
  '\r': 'CR',
  '\u001d': 'GS',
  '\u001e': 'RS',
};

const shownSigns = 4;
/** A text shorter than this would be half told by its last four signs. */
const shortestShown = 8;

/** Dots for each sign but the last four: how many there are is what the technician looks for. */
function maskSigns(text: string): string {
  const signs = Array.from(text);
  const shown = signs.length < shortestShown ? 0 : shownSigns;
  return signs.map((sign, index) => (index >= signs.length - shown ? sign : '•')).join('');
}

const aimMark = /^\][A-Za-z][0-9A-Za-z]/;

/** The parts of a text, control characters by name. */
function partsOfText(raw: string): readonly RawPart[] {
  const mark = aimMark.exec(raw)?.[0] ?? '';
  const parts: RawPart[] = mark === '' ? [] : [{ kind: 'mark', text: mark }];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  for (const piece of raw.slice(mark.length).split(/([\u0000-\u001f\u007f])/)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: see above
    if (/^[\u0000-\u001f\u007f]$/.test(piece)) {
      const hex = piece.charCodeAt(0).toString(16).padStart(2, '0');
      parts.push({ kind: 'key', name: controlNames[piece] ?? `0x${hex}` });
    } else if (piece !== '') {
      parts.push({ kind: 'signs', text: maskSigns(piece) });
    }
  }
  return parts;
}

function partsOfStrokes(strokes: readonly KeyStroke[]): readonly RawPart[] {
  const parts: RawPart[] = [];
  let signs = '';
  const flush = () => {
    if (signs !== '') {
      parts.push({ kind: 'signs', text: maskSigns(signs) });
    }
    signs = '';
  };
  for (const stroke of strokes) {
    const sign = signOfStroke(stroke);
    if (sign === null) {
      flush();
      parts.push({ kind: 'key', name: nameOfStroke(stroke) });
    } else {
      signs += sign;
    }
  }
  flush();
  return parts;
}

/** What arrived, part by part and masked. */
export function showRaw(content: ReadingContent, strokes: readonly KeyStroke[] | null): readonly RawPart[] {
  if (strokes !== null) {
    return partsOfStrokes(strokes);
  }
  switch (content.kind) {
    case 'text':
      return partsOfText(content.text);
    case 'uid':
      return [{ kind: 'signs', text: maskSigns(content.uid) }];
    case 'stripe':
    case 'card':
      return [{ kind: 'signs', text: maskSigns(content.number) }];
    case 'unreadable':
      return [];
  }
}
