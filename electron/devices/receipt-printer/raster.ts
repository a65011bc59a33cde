import type { ReceiptRow } from '../../../shared/domain/receipt-layout.ts';
import { type LetterShapes, letterShapes } from './letter-shapes.ts';
import type { PrintableLine, RasterCommand } from './models.ts';
import type { PrintImage } from './port.ts';

/** Widest cell that is drawn: a wider one would only tear words apart. */
const widestCellDots = 14;
/** Below this a cell is too narrow for the large letters. */
const largeCellDots = 12;
/** A usual line takes a quarter more than its letters are high, as the printer's own lines do. */
const leading = 1.25;

/** The cell that a letter is drawn in, as wide as the printer's own letters on that line. */
interface Cell {
  readonly shapes: LetterShapes;
  readonly widthDots: number;
}

function cellOf({ dotsPerLine, columns }: PrintableLine): Cell {
  const widthDots = Math.min(widestCellDots, Math.floor(dotsPerLine / columns));
  return { widthDots, shapes: letterShapes(widthDots >= largeCellDots ? 'large' : 'small') };
}

/** Letters of a text that cannot be drawn, each once. */
export function undrawableLetters(text: string, line: PrintableLine): string {
  const { shapes } = cellOf(line);
  return Array.from(new Set(Array.from(text).filter((letter) => shapes.rowsOf(letter) === undefined))).join('');
}

/** Draws one row of a receipt as the printer would print it, all its letters at hand. */
export function drawRow(row: ReceiptRow, line: PrintableLine): PrintImage {
  const cell = cellOf(line);
  const across = row.wide === true ? 2 : 1;
  const down = row.tall ? 2 : 1;
  const letters = Array.from(row.text);
  const widthDots = Math.min(line.columns, letters.length * across) * cell.widthDots;
  const { heightDots: letterDots } = cell.shapes;
  // Black rows touch; a tall row is higher than the usual spacing and so has none.
  const heightDots = row.inverse || row.tall ? letterDots * down : Math.round(letterDots * leading);
  const canvas = createCanvas(widthDots, heightDots);
  const offset = (cell.widthDots - cell.shapes.widthDots) >> 1;
  letters.forEach((letter, column) => {
    const rows = cell.shapes.rowsOf(letter) ?? [];
    rows.forEach((bits, y) => {
      const ink = row.bold ? bits | (bits >> 1) : bits;
      for (let x = 0; x < cell.shapes.widthDots; x += 1) {
        if ((ink & (1 << (cell.shapes.widthDots - 1 - x))) === 0) continue;
        canvas.fill((column * cell.widthDots + offset + x) * across, y * down, across, down);
      }
    });
  });
  if (row.inverse) canvas.invert();
  return canvas.image;
}

function createCanvas(widthDots: number, heightDots: number) {
  const rowBytes = Math.ceil(widthDots / 8);
  const bits = new Uint8Array(rowBytes * heightDots);
  return {
    image: { widthDots, heightDots, bits } satisfies PrintImage,
    fill(left: number, top: number, across: number, down: number): void {
      for (let y = top; y < top + down; y += 1) {
        for (let x = left; x < Math.min(left + across, widthDots); x += 1) {
          bits[y * rowBytes + (x >> 3)] = (bits[y * rowBytes + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
        }
      }
    },
    invert(): void {
      // Whole bytes: the few dots beyond the last letter's cell are paper that the band runs out into.
      for (let at = 0; at < bits.length; at += 1) bits[at] = ~(bits[at] ?? 0) & 0xff;
    },
  };
}

/**
 * The commands that print an image at the left edge of a line of its own.
 * Source: ESC/POS reference, commands GS v 0, ESC *, ESC 3; Star Line Mode command specifications, ESC GS S.
 */
export function rasterCommands(image: PrintImage, command: RasterCommand, dotsPerLine: number): Buffer {
  const fitting = image.widthDots > dotsPerLine ? cropped(image, dotsPerLine) : image;
  if (command === 'gs-v-0' || command === 'star') return wholeImage(fitting, command);
  return command === 'esc-star-24' ? bands(fitting, 24, 33, 24) : bands(fitting, 8, 1, 16);
}

function cropped({ widthDots, heightDots, bits }: PrintImage, toDots: number): PrintImage {
  const from = Math.ceil(widthDots / 8);
  const to = Math.floor(toDots / 8);
  const rows = Array.from({ length: heightDots }, (_, y) => bits.subarray(y * from, y * from + to));
  return { widthDots: to * 8, heightDots, bits: Buffer.concat(rows) };
}

const words = (...values: readonly number[]): readonly number[] =>
  values.flatMap((value) => [value & 0xff, value >> 8]);

function wholeImage({ widthDots, heightDots, bits }: PrintImage, command: 'gs-v-0' | 'star'): Buffer {
  const size = words(Math.ceil(widthDots / 8), heightDots);
  const start = command === 'gs-v-0' ? [0x1d, 0x76, 0x30, 0x00, ...size] : [0x1b, 0x1d, 0x53, 0x01, ...size, 0x00];
  return Buffer.concat([Buffer.from(start), bits]);
}

/** `ESC * m` band after band, each a column of dots after the other, the highest bit on top; `spacing` lets them touch. */
function bands({ widthDots, heightDots, bits }: PrintImage, bandDots: 8 | 24, mode: number, spacing: number): Buffer {
  const rowBytes = Math.ceil(widthDots / 8);
  const isInk = (x: number, y: number): boolean =>
    y < heightDots && ((bits[y * rowBytes + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
  const bytes = [0x1b, 0x33, spacing];
  for (let top = 0; top < heightDots; top += bandDots) {
    bytes.push(0x1b, 0x2a, mode, ...words(widthDots));
    for (let x = 0; x < widthDots; x += 1) {
      for (let part = 0; part < bandDots; part += 8) {
        let column = 0;
        for (let bit = 0; bit < 8; bit += 1) column |= isInk(x, top + part + bit) ? 0x80 >> bit : 0;
        bytes.push(column);
      }
    }
    bytes.push(0x0a);
  }
  return Buffer.from([...bytes, 0x1b, 0x32]);
}
