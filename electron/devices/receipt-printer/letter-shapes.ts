import { inflateRawSync } from 'node:zlib';
import { letterShapeData } from './letter-shapes-data.ts';
import { rareLetterShapeData } from './rare-letter-shapes-data.ts';

/** Letters as dots, all in cells of one size. */
export interface LetterShapes {
  readonly widthDots: number;
  readonly heightDots: number;
  /** Rows from the top, one number each, the leftmost dot the highest of `widthDots` bits; undefined without a shape. */
  rowsOf(letter: string): readonly number[] | undefined;
}

export type LetterSize = keyof typeof letterShapeData;

type Rows = ReadonlyMap<string, readonly number[]>;

interface Packed {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly letters: string;
  readonly bitmaps: string;
}

const shapesOfSize = new Map<LetterSize, LetterShapes>();

/** The shapes of Latin, Greek and Cyrillic letters and common signs. Unpacked when first asked for: few receipts need them. */
export function letterShapes(size: LetterSize): LetterShapes {
  const shapes = shapesOfSize.get(size) ?? createShapes(size);
  shapesOfSize.set(size, shapes);
  return shapes;
}

function createShapes(size: LetterSize): LetterShapes {
  const { widthDots, heightDots } = letterShapeData[size];
  const usual = unpack(letterShapeData[size]);
  let rare: Rows | null = null;
  return {
    widthDots,
    heightDots,
    rowsOf(letter) {
      const rows = usual.get(letter) ?? composeLetter(letter, usual);
      if (rows !== undefined) return rows;
      rare ??= unpack(rareLetterShapeData[size]);
      return rare.get(letter);
    },
  };
}

function unpack({ widthDots, heightDots, letters, bitmaps }: Packed): Rows {
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
  return rows;
}

/** A letter and the one mark above it, where the font lacks them as one: the mark stands as close as on the font's own. */
export function composeLetter(letter: string, rows: Rows): readonly number[] | undefined {
  const [base = '', mark = '', ...more] = Array.from(letter.normalize('NFD'));
  const below = rows.get(base);
  const above = /\p{M}/u.test(mark) ? rows.get(mark) : undefined;
  if (below === undefined || above === undefined || more.length > 0) return undefined;
  const hasInk = (row: number): boolean => row > 0;
  // One empty row between the two. A mark that has no room there, or belongs below, makes no letter.
  const down = below.findIndex(hasInk) - 2 - above.findLastIndex(hasInk);
  return down < 0 ? undefined : below.map((row, at) => row | (above[at - down] ?? 0));
}
