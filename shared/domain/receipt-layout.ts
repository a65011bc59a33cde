/** One line as it shall stand on the paper, at most `columns` symbols. */
export interface ReceiptRow {
  readonly text: string;
  readonly bold: boolean;
  /** White on black. */
  readonly inverse: boolean;
  /** Twice the height; the width stays. */
  readonly tall: boolean;
  /** Twice the width: each symbol takes two columns. */
  readonly wide?: true;
}

/** A line of our own above a receipt's text; two ends stand at the left and at the right edge of the paper. */
export type ReceiptHeaderLine = string | { readonly left: string; readonly right: string };

export interface ReceiptParts {
  readonly mark: string | null;
  readonly header: readonly ReceiptHeaderLine[];
  readonly text: string;
  readonly columns: number;
}

const plain = { bold: false, inverse: false, tall: false } as const;
const emptyRow: ReceiptRow = { ...plain, text: '' };

/**
 * Makes a text fit for a printer's pages: composed letters (NFC), every kind of space a space, the minus sign U+2212 a
 * hyphen. Control characters become spaces, because in a printer's stream they would be commands; letters without a
 * shape (zero-width spaces, direction marks) are dropped. Line ends stay, as LF.
 */
export function normaliseReceiptText(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/\r\n|[\r\u2028\u2029]/g, '\n')
      .replace(/\u2212/g, '-')
      .replace(/\p{Zs}/gu, ' ')
      // Any control character but LF, which ends a line here and reaches the printer only as our own command.
      .replace(/(?!\n)\p{Cc}/gu, ' ')
      .replace(/\p{Cf}/gu, '')
  );
}

/**
 * Breaks a line that is longer than `columns` at its last space that fits, and inside a word where there is none.
 * Only the spaces at the break are left out; a line that fits stays as it is, spaces and all.
 */
export function breakLine(line: string, columns: number): readonly string[] {
  if (!Number.isInteger(columns) || columns < 1)
    throw new RangeError(`columns must be a whole number from 1: ${columns}`);
  const broken: string[] = [];
  let rest = Array.from(line);
  while (rest.length > columns) {
    const space = rest.lastIndexOf(' ', columns);
    const hasWordBefore = space > 0 && rest.slice(0, space).some((letter) => letter !== ' ');
    const end = hasWordBefore ? space : columns;
    broken.push(rest.slice(0, end).join('').trimEnd());
    rest = rest.slice(end);
    if (hasWordBefore) rest = rest.slice(rest.findIndex((letter) => letter !== ' ') >>> 0);
  }
  if (rest.length > 0 || broken.length === 0) broken.push(rest.join(''));
  return broken;
}

/** One text at the left and one at the right end of a line; two lines when both do not fit on one. */
export function spreadLine(left: string, right: string, columns: number): readonly string[] {
  const gap = columns - Array.from(left).length - Array.from(right).length;
  if (gap >= 1) return [left + ' '.repeat(gap) + right];
  return [left, ' '.repeat(Math.max(0, columns - Array.from(right).length)) + right];
}

/** A receipt's rows in the three parts between which something of our own can stand. */
export interface ReceiptLayout {
  /** The mark. */
  readonly top: readonly ReceiptRow[];
  readonly body: readonly ReceiptRow[];
  /** The mark again. */
  readonly bottom: readonly ReceiptRow[];
}

/**
 * Lays a receipt out: the mark, our header (its first line is the title), a rule, the service's text word for word in
 * tall letters, a rule, the mark again. The mark stands at both ends so that neither half can pass for a real receipt.
 */
export function layOutReceiptParts({ mark, header, text, columns }: ReceiptParts): ReceiptLayout {
  const rule: ReceiptRow = { ...plain, text: '-'.repeat(columns) };
  const band = mark === null ? [] : layOutMark(mark, columns);
  const gap = band.length > 0 ? [emptyRow] : [];
  const body = linesOf(text).flatMap((line) => breakLine(line, columns));
  return {
    top: [...band, ...gap],
    body: [
      ...header.flatMap((line, index) => layOutHeaderLine(line, index === 0, columns)),
      rule,
      emptyRow,
      ...body.map((line): ReceiptRow => ({ ...plain, text: line, tall: true })),
      emptyRow,
      rule,
    ],
    bottom: [...gap, ...band],
  };
}

/** All rows of a receipt with nothing between its parts. */
export function layOutReceipt(parts: ReceiptParts): readonly ReceiptRow[] {
  const { top, body, bottom } = layOutReceiptParts(parts);
  return [...top, ...body, ...bottom];
}

export interface TextStyle {
  readonly bold?: boolean;
  readonly size?: 'normal' | 'tall' | 'wide' | 'double';
  readonly align?: 'left' | 'center' | 'right';
}

/** Lays out a text of our own, broken at spaces into lines of `columns`. */
export function layOutText(text: string, style: TextStyle, columns: number): readonly ReceiptRow[] {
  const { bold = false, size = 'normal', align = 'left' } = style;
  const isWide = size === 'wide' || size === 'double';
  const symbols = isWide ? Math.max(1, Math.floor(columns / 2)) : columns;
  const row = { ...plain, bold, tall: size === 'tall' || size === 'double' };
  return linesOf(text)
    .flatMap((line) => breakLine(line, symbols))
    .map((line) => ({ ...row, text: place(line, align, symbols), ...(isWide ? { wide: true } : {}) }));
}

function place(line: string, align: 'left' | 'center' | 'right', columns: number): string {
  if (align === 'center') return centre(line, columns).trimEnd();
  return align === 'right' ? line.padStart(line.length + columns - Array.from(line).length) : line;
}

function linesOf(text: string): readonly string[] {
  const lines = normaliseReceiptText(text).split('\n');
  // A line end after the last line ends that line and begins none.
  return lines.length > 1 && lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function layOutHeaderLine(line: ReceiptHeaderLine, isTitle: boolean, columns: number): readonly ReceiptRow[] {
  const lines = typeof line === 'string' ? linesOf(line) : spreadLine(line.left, line.right, columns).flatMap(linesOf);
  return lines
    .flatMap((part) => breakLine(part, columns))
    .map((part) => ({ ...plain, bold: isTitle, text: isTitle ? centre(part, columns).trimEnd() : part }));
}

/** A black band over the whole width, one line high unless the mark is wider than the paper. */
function layOutMark(mark: string, columns: number): readonly ReceiptRow[] {
  return linesOf(mark)
    .flatMap((line) => breakLine(line, columns))
    .map((line) => ({ ...plain, text: centre(line, columns), bold: true, inverse: true }));
}

function centre(text: string, columns: number): string {
  const free = Math.max(0, columns - Array.from(text).length);
  const left = Math.floor(free / 2);
  return ' '.repeat(left) + text + ' '.repeat(free - left);
}
