import { type LetterShapes, letterShapes } from '../../electron/devices/receipt-printer/letter-shapes.ts';
import type { PrintableLine } from '../../electron/devices/receipt-printer/models.ts';
import type { Paper, PaperLine } from '../../shared/domain/paper.ts';
import type { ReceiptRow } from '../../shared/domain/receipt-layout.ts';

/** One row as read off the paper; letters of several alphabets that look alike read as the first of them. */
export interface ReadRow {
  readonly text: string;
  readonly isDrawn: boolean;
}

const alphabet = Array.from({ length: 0x2600 - 0x20 }, (_, index) => String.fromCodePoint(index + 0x20));

const lookOf = (rows: readonly number[], bold: boolean): string =>
  rows.map((bits) => (bold ? bits | (bits >> 1) : bits)).join(' ');

/** By what a letter looks like, bold or not. */
function dictionaryOf(shapes: LetterShapes, bold: boolean): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  for (const letter of alphabet) {
    const rows = shapes.rowsOf(letter);
    if (rows !== undefined && !letters.has(lookOf(rows, bold))) letters.set(lookOf(rows, bold), letter);
  }
  return letters;
}

const dictionaries = new Map<string, ReadonlyMap<string, string>>();

function lettersOf(size: 'large' | 'small', bold: boolean): ReadonlyMap<string, string> {
  const key = `${size} ${bold}`;
  const known = dictionaries.get(key) ?? dictionaryOf(letterShapes(size), bold);
  dictionaries.set(key, known);
  return known;
}

const sizeOf = ({ dotsPerLine, columns }: PrintableLine): 'large' | 'small' =>
  Math.floor(dotsPerLine / columns) >= 12 ? 'large' : 'small';

/** A text as `readRows` reads it when it was drawn. */
export function likeDrawn(text: string, line: PrintableLine, bold = false): string {
  const size = sizeOf(line);
  return Array.from(text, (letter) => {
    const rows = letterShapes(size).rowsOf(letter);
    return (rows && lettersOf(size, bold).get(lookOf(rows, bold))) ?? letter;
  }).join('');
}

/** Reads the rows of a receipt off the paper, drawn ones by comparing their dots with the letters' shapes. */
export function readRows(paper: Paper, rows: readonly ReceiptRow[], line: PrintableLine): readonly ReadRow[] {
  let at = 0;
  return rows.map((row) => {
    const first = paper.lines[at];
    if (first?.kind !== 'raster') {
      at += 1;
      return {
        isDrawn: false,
        text: first?.kind === 'text' ? first.runs.map((run) => run.text).join('') : '[nothing]',
      };
    }
    const { heightDots } = letterShapes(sizeOf(line));
    const wanted = row.tall ? heightDots * 2 : row.inverse ? heightDots : Math.round(heightDots * 1.25);
    const bands: Extract<PaperLine, { kind: 'raster' }>[] = [];
    for (let height = 0; height < wanted; at += 1) {
      const band = paper.lines[at];
      if (band?.kind !== 'raster') break;
      bands.push(band);
      height += band.heightDots;
    }
    return { isDrawn: true, text: readDrawn(bands, row, line) };
  });
}

function readDrawn(
  bands: readonly Extract<PaperLine, { kind: 'raster' }>[],
  row: ReceiptRow,
  line: PrintableLine,
): string {
  const size = sizeOf(line);
  const { widthDots, heightDots } = letterShapes(size);
  const dots = bands.flatMap((band) => dotRows(band));
  const cell = Math.min(14, Math.floor(line.dotsPerLine / line.columns));
  const offset = (cell - widthDots) >> 1;
  const [across, down] = [row.wide === true ? 2 : 1, row.tall ? 2 : 1];
  const isInk = (x: number, y: number): boolean => (dots[y * down]?.[x * across] ?? false) !== row.inverse;
  return Array.from(row.text, (_, column) => {
    const rows = Array.from({ length: heightDots }, (_row, y) => {
      let bits = 0;
      for (let x = 0; x < widthDots; x += 1) bits = bits * 2 + (isInk(column * cell + offset + x, y) ? 1 : 0);
      return bits;
    });
    return lettersOf(size, row.bold).get(rows.join(' ')) ?? '\ufffd';
  }).join('');
}

function dotRows({ widthDots, heightDots, bits }: Extract<PaperLine, { kind: 'raster' }>): readonly boolean[][] {
  const bytes = Buffer.from(bits, 'base64');
  return Array.from({ length: heightDots }, (_, y) =>
    Array.from(
      { length: widthDots },
      (_dot, x) => ((bytes[(y * widthDots) / 8 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0,
    ),
  );
}
