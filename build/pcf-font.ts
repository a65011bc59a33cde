// Reads a bitmap font in the X Window System's PCF format, as far as a font of one cell size needs it.

export interface BitmapFont {
  readonly width: number;
  readonly height: number;
  /** Bitmaps by code point: rows from the top, each a whole number of bytes, the leftmost dot the highest bit. */
  readonly glyphs: ReadonlyMap<number, Buffer>;
}

interface Table {
  readonly bytes: Buffer;
  readonly isBigEndian: boolean;
  readonly format: number;
}

const tableTypes = { metrics: 4, bitmaps: 8, encodings: 32 } as const;
const bigEndianFormat = 4;
const bigEndianBits = 8;
const compressedMetrics = 0x100;
const noGlyph = 0xffff;

function tableOf(file: Buffer, type: number): Table {
  const count = file.readUInt32LE(4);
  for (let index = 0; index < count; index += 1) {
    const at = 8 + index * 16;
    if (file.readUInt32LE(at) !== type) continue;
    const offset = file.readUInt32LE(at + 12);
    const format = file.readUInt32LE(offset);
    const bytes = file.subarray(offset, offset + file.readUInt32LE(at + 8));
    return { bytes, format, isBigEndian: (format & bigEndianFormat) !== 0 };
  }
  throw new Error(`the font has no table ${type}`);
}

const u32 = ({ bytes, isBigEndian }: Table, at: number): number =>
  isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at);
const u16 = ({ bytes, isBigEndian }: Table, at: number): number =>
  isBigEndian ? bytes.readUInt16BE(at) : bytes.readUInt16LE(at);

/** Glyph numbers by code point. */
function readEncodings(table: Table): ReadonlyMap<number, number> {
  const [minLow, maxLow, minHigh, maxHigh] = [u16(table, 4), u16(table, 6), u16(table, 8), u16(table, 10)];
  const perRow = maxLow - minLow + 1;
  const glyphs = new Map<number, number>();
  for (let high = minHigh; high <= maxHigh; high += 1) {
    for (let low = minLow; low <= maxLow; low += 1) {
      const glyph = u16(table, 14 + ((high - minHigh) * perRow + (low - minLow)) * 2);
      if (glyph !== noGlyph) glyphs.set(high * 256 + low, glyph);
    }
  }
  return glyphs;
}

/** The size that all glyphs share. */
function readCellSize(table: Table): { readonly width: number; readonly height: number } {
  if ((table.format & compressedMetrics) === 0) throw new Error('only compressed metrics are read');
  const sizes = new Set<string>();
  const count = u16(table, 4);
  for (let glyph = 0; glyph < count; glyph += 1) {
    const at = 6 + glyph * 5;
    const [left = 0, right = 0, , ascent = 0, descent = 0] = table.bytes
      .subarray(at, at + 5)
      .map((byte) => byte - 0x80);
    const signed = (byte: number): number => (byte << 24) >> 24;
    sizes.add(`${signed(right) - signed(left)}x${signed(ascent) + signed(descent)}`);
  }
  const [size = ''] = sizes;
  if (sizes.size !== 1) throw new Error(`the glyphs are of several sizes: ${[...sizes].join(', ')}`);
  const [width = 0, height = 0] = size.split('x').map(Number);
  return { width, height };
}

/** Reads a font whose glyphs all fill the same cell. */
export function readPcf(file: Buffer): BitmapFont {
  const { width, height } = readCellSize(tableOf(file, tableTypes.metrics));
  const table = tableOf(file, tableTypes.bitmaps);
  if ((table.format & bigEndianBits) === 0) throw new Error('only bitmaps with the highest bit first are read');
  const count = u32(table, 4);
  const data = 8 + count * 4 + 16;
  const paddedRow = 1 << (table.format & 3);
  const rowBytes = Math.ceil(width / 8);
  const storedRow = Math.ceil(rowBytes / paddedRow) * paddedRow;
  const glyphs = new Map<number, Buffer>();
  for (const [code, glyph] of readEncodings(tableOf(file, tableTypes.encodings))) {
    const from = data + u32(table, 8 + glyph * 4);
    const rows = Array.from({ length: height }, (_, row) =>
      table.bytes.subarray(from + row * storedRow, from + row * storedRow + rowBytes),
    );
    glyphs.set(code, Buffer.concat(rows));
  }
  return { width, height, glyphs };
}
