// node build/letter-shapes.ts: writes the shapes that a receipt's letters are drawn with where a printer has no page for
// them. Needs Debian's package xfonts-terminus; its result is committed, so nobody needs it to build the till.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync, gunzipSync } from 'node:zlib';
import { requireNode24 } from './node-24.ts';
import { projectDir } from './paths.ts';
import { readPcf } from './pcf-font.ts';

const fontsDir = process.argv[2] ?? '/usr/share/fonts/X11/misc';
const sizes = [
  { name: 'large', file: 'ter-u24n_unicode.pcf.gz' },
  { name: 'small', file: 'ter-u16n_unicode.pcf.gz' },
] as const;

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

function sizeSource({ name, file }: (typeof sizes)[number]): string {
  const font = readPcf(gunzipSync(readFileSync(path.join(fontsDir, file))));
  const codes = [...font.glyphs.keys()].filter(isWanted).sort((a, b) => a - b);
  const bitmaps = Buffer.concat(codes.map((code) => font.glyphs.get(code) as Buffer));
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

requireNode24();
const source = `/*! Letter shapes: made from Terminus Font 4.48, Copyright (c) 2010-2014 Dimitar Toshkov Zhekov, under the SIL Open Font
 * License 1.1; its text stands in letter-shapes.LICENSE.txt beside this file. */

// Written by build/letter-shapes.ts. Letters (UTF-8) and their bitmaps, one after the other; rows from the top, each a
// whole number of bytes, the leftmost dot the highest bit. Both deflated and in base64.
export const letterShapeData = {
${sizes.map(sizeSource).join('\n')}
} as const;
`;
writeFileSync(path.join(projectDir, 'electron/devices/receipt-printer/letter-shapes-data.ts'), source);
