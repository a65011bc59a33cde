import { inflateRawSync } from 'node:zlib';
import { letterShapeData } from './letter-shapes-data.ts';

/** Letters as dots, all in cells of one size. */
export interface LetterShapes {
  readonly widthDots: number;
  readonly heightDots: number;
  /** Rows from the top, one number each, the leftmost dot the highest of `widthDots` bits; undefined without a shape. */
  rowsOf(letter: string): readonly number[] | undefined;
}

export type LetterSize = keyof typeof letterShapeData;

const unpacked = new Map<LetterSize, LetterShapes>();

/** The shapes of Latin, Greek and Cyrillic letters and common signs. Unpacked when first asked for: few receipts need them. */
export function letterShapes(size: LetterSize): LetterShapes {
  const shapes = unpacked.get(size) ?? unpack(size);
  unpacked.set(size, shapes);
  return shapes;
}

function unpack(size: LetterSize): LetterShapes {
  const { widthDots, heightDots, letters, bitmaps } = letterShapeData[size];
  const rowBytes = Math.ceil(widthDots / 8);
  const bytes = inflateRawSync(Buffer.from(bitmaps, 'base64'));
  const rows = new Map<string, readonly number[]>();
  Array.from(inflateRawSync(Buffer.from(letters, 'base64')).toString('utf8')).forEach((letter, index) => {
    const from = index * rowBytes * heightDots;
    const row = (at: number): number => bytes.readUIntBE(from + at * rowBytes, rowBytes) >> (rowBytes * 8 - widthDots);
    rows.set(
      letter,
      Array.from({ length: heightDots }, (_, at) => row(at)),
    );
  });
  return { widthDots, heightDots, rowsOf: (letter) => rows.get(letter) ?? compose(letter, rows) };
}

/** A letter and the one mark above it, where the font lacks them as one: the mark stands as close as on the font's own. */
function compose(letter: string, rows: ReadonlyMap<string, readonly number[]>): readonly number[] | undefined {
  const [base = '', mark = '', ...more] = Array.from(letter.normalize('NFD'));
  const below = rows.get(base);
  const above = /\p{M}/u.test(mark) ? rows.get(mark) : undefined;
  if (below === undefined || above === undefined || more.length > 0) return undefined;
  const hasInk = (row: number): boolean => row > 0;
  // One empty row between the two. A mark that has no room there, or belongs below, makes no letter.
  const down = below.findIndex(hasInk) - 2 - above.findLastIndex(hasInk);
  return down < 0 ? undefined : below.map((row, at) => row | (above[at - down] ?? 0));
}
