// node build/letter-shapes.ts: writes the shapes that a receipt's letters are drawn with where a printer has no page for
// them: Terminus, and for letters that it lacks X.Org's "fixed". Needs Debian's packages xfonts-terminus and xfonts-base;
// its result is committed, so nobody needs them to build the till.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync, gunzipSync } from 'node:zlib';
import { composeLetter } from '../electron/devices/receipt-printer/letter-shapes.ts';
import { requireNode24 } from './node-24.ts';
import { projectDir } from './paths.ts';
import { type BitmapFont, readPcf } from './pcf-font.ts';

const fontsDir = process.argv[2] ?? '/usr/share/fonts/X11/misc';
const sizes = [
  { name: 'large', file: 'ter-u24n_unicode.pcf.gz', rare: { file: '10x20.pcf.gz', left: 1, top: 3 } },
  { name: 'small', file: 'ter-u16n_unicode.pcf.gz', rare: { file: '8x13.pcf.gz', left: 0, top: 1 } },
] as const;
type Size = (typeof sizes)[number];

/** Letters of the alphabets that are written from left to right one by one, and signs; no private ones. */
function isWanted(code: number): boolean {
  const letter = String.fromCodePoint(code);
  return (
    code >= 0x20 &&
    code < 0xe000 &&
    (!/\p{L}/u.test(letter) || /[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\p{sc=Zyyy}]/u.test(letter))
  );
}

/** Text of at most 110 signs a line, as string literals. */
function literal(text: string): string {
  const lines = text.match(/.{1,110}/g) ?? [];
  return lines.map((line) => `    '${line}'`).join(' +\n');
}

const fontOf = (file: string): BitmapFont => readPcf(gunzipSync(readFileSync(path.join(fontsDir, file))));

/** A glyph's rows as numbers, the leftmost dot the highest of `width` bits. */
function rowsOf(glyph: Buffer, width: number): readonly number[] {
  const rowBytes = Math.ceil(width / 8);
  const height = glyph.length / rowBytes;
  return Array.from({ length: height }, (_, y) => glyph.readUIntBE(y * rowBytes, rowBytes) >> (rowBytes * 8 - width));
}

/** The glyph of a smaller font where it stands on the same line in the larger font's cell. */
function placed(glyph: Buffer, from: BitmapFont, to: BitmapFont, { left, top }: Size['rare']): Buffer {
  const rowBytes = Math.ceil(to.width / 8);
  const cell = Buffer.alloc(rowBytes * to.height);
  rowsOf(glyph, from.width).forEach((row, y) => {
    cell.writeUIntBE(row << (rowBytes * 8 - from.width - left), (top + y) * rowBytes, rowBytes);
  });
  return cell;
}

function entry(name: string, font: BitmapFont, glyphs: ReadonlyMap<number, Buffer>): string {
  const codes = [...glyphs.keys()].sort((a, b) => a - b);
  const bitmaps = Buffer.concat(codes.map((code) => glyphs.get(code) as Buffer));
  const letters = Buffer.from(codes.map((code) => String.fromCodePoint(code)).join(''), 'utf8');
  console.log(`${name}: ${codes.length} letters of ${font.width} x ${font.height}`);
  return `  ${name}: {
    widthDots: ${font.width},
    heightDots: ${font.height},
    letters:
${literal(deflateRawSync(letters, { level: 9 }).toString('base64'))},
    bitmaps:
${literal(deflateRawSync(bitmaps, { level: 9 }).toString('base64'))},
  },`;
}

function usualSource({ name, file }: Size): string {
  const font = fontOf(file);
  return entry(name, font, new Map([...font.glyphs].filter(([code]) => isWanted(code))));
}

/** Letters that the usual font has neither as one nor in parts. */
function rareSource({ name, file, rare }: Size): string {
  const font = fontOf(file);
  const other = fontOf(rare.file);
  const known = new Map(
    [...font.glyphs].map(([code, glyph]) => [String.fromCodePoint(code), rowsOf(glyph, font.width)]),
  );
  const isRare = (letter: string): boolean => /\p{L}/u.test(letter) && composeLetter(letter, known) === undefined;
  const glyphs = [...other.glyphs].filter(
    ([code]) => isWanted(code) && !font.glyphs.has(code) && isRare(String.fromCodePoint(code)),
  );
  return entry(name, font, new Map(glyphs.map(([code, glyph]) => [code, placed(glyph, other, font, rare)])));
}

requireNode24();
const usual = `/*! Letter shapes: made from Terminus Font 4.48, Copyright (c) 2010-2014 Dimitar Toshkov Zhekov, under the SIL Open Font
 * License 1.1; its text stands in letter-shapes.LICENSE.txt beside this file. */

// Written by build/letter-shapes.ts. Letters (UTF-8) and their bitmaps, one after the other; rows from the top, each a
// whole number of bytes, the leftmost dot the highest bit. Both deflated and in base64.
export const letterShapeData = {
${sizes.map(usualSource).join('\n')}
} as const;
`;
const rare = `/*! Rare letters: made from X.Org's fonts "fixed" 10x20 and 8x13, which are in the public domain. */

// Written by build/letter-shapes.ts, in the form of letter-shapes-data.ts: letters that its font lacks.
export const rareLetterShapeData = {
${sizes.map(rareSource).join('\n')}
} as const;
`;
const dir = path.join(projectDir, 'electron/devices/receipt-printer');
writeFileSync(path.join(dir, 'letter-shapes-data.ts'), usual);
writeFileSync(path.join(dir, 'rare-letter-shapes-data.ts'), rare);
