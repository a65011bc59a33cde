import { hexOf } from './hex.ts';
import type { Command, Commands, CommandTarget, ParameterLength } from './interpreter.ts';
import type { Align, PaperRoll, RunStyle } from './paper-roll.ts';

const esc = 0x1b;
const fs = 0x1c;
const gs = 0x1d;
const dle = 0x10;
const key = (prefix: number, letter: string): number => prefix * 256 + letter.charCodeAt(0);

type Row = readonly [number, ParameterLength, (parameters: readonly number[]) => void];

const nothing = (): void => {};

/** Makes the table that the interpreter looks commands up in. */
export function commandTable(rows: readonly Row[]): Commands {
  return new Map(rows.map(([code, parameters, run]): [number, Command] => [code, { parameters, run }]));
}

/** ESC/POS, as far as tills use it. */
export function escposCommands(target: CommandTarget): Commands {
  return commandTable([...styleCommands(target), ...paperCommands(target), ...codeCommands(target), ...layoutCommands]);
}

/** Margins, positions and settings of Asian letters: on this paper they change nothing. */
const layoutCommands: readonly Row[] = [
  [key(esc, ' '), 1, nothing],
  [key(esc, '{'), 1, nothing],
  [key(esc, '$'), 2, nothing],
  [key(esc, '\\'), 2, nothing],
  [key(gs, 'L'), 2, nothing],
  [key(gs, 'W'), 2, nothing],
  [key(fs, '.'), 0, nothing],
  [key(fs, '&'), 0, nothing],
  [key(fs, '-'), 1, nothing],
  [key(fs, '!'), 1, nothing],
  [key(fs, 'S'), 2, nothing],
  [
    key(fs, '('),
    ([letter, low, high]) =>
      letter === undefined || low === undefined || high === undefined ? undefined : 3 + low + high * 256,
    nothing,
  ],
];

function styleCommands({ host, settings, reset }: CommandTarget): readonly Row[] {
  const restyle = (change: Partial<RunStyle>): void => {
    settings().style = { ...settings().style, ...change };
  };
  return [
    [key(esc, '@'), 0, reset],
    [key(esc, '!'), 1, ([n = 0]) => restyle(styleOfPrintMode(n))],
    [key(esc, '-'), 1, ([n = 0]) => restyle({ underline: (n & 0x03) !== 0 })],
    [key(esc, 'E'), 1, ([n = 0]) => restyle({ bold: (n & 1) === 1 })],
    [key(esc, 'G'), 1, ([n = 0]) => restyle({ bold: (n & 1) === 1 })],
    [
      key(esc, 'a'),
      1,
      ([n = 0]) => {
        settings().align = alignOf(n);
      },
    ],
    [
      key(esc, 't'),
      1,
      ([n = 0]) => {
        settings().page = n;
      },
    ],
    [
      key(esc, 'R'),
      1,
      ([n = 0]) => {
        if (n !== 0) host.onUnknown(hexOf([esc, 0x52, n]));
      },
    ],
    [
      key(esc, 'M'),
      1,
      ([n = 0]) => {
        if (![0, 1, 48, 49].includes(n)) host.onUnknown(hexOf([esc, 0x4d, n]));
      },
    ],
    [key(esc, '2'), 0, nothing],
    [key(esc, '3'), 1, nothing],
    [key(gs, '!'), 1, ([n = 0]) => restyle({ width: ((n >> 4) & 7) + 1, height: (n & 7) + 1 })],
    [key(gs, 'B'), 1, ([n = 0]) => restyle({ inverse: (n & 1) === 1 })],
  ];
}

function paperCommands({ host }: CommandTarget): readonly Row[] {
  const { roll } = host;
  return [
    [key(esc, 'p'), 3, () => host.onDrawerKicked()],
    [key(esc, 'd'), 1, ([n = 0]) => feed(roll, n)],
    [key(gs, 'V'), ([m]) => (m === undefined ? undefined : m >= 65 ? 2 : 1), ([m = 0]) => cut(roll, m)],
    [key(gs, 'a'), 1, ([n = 0]) => host.onAutomaticStatus(n)],
    [key(gs, 'r'), 1, ([n = 0]) => host.onStatusAsked(n)],
    [key(gs, 'v'), rasterLength, (parameters) => raster(roll, parameters)],
    [key(esc, '*'), bandLength, (parameters) => band(roll, parameters)],
    // Real-time commands were answered when they arrived; here they only pass by.
    [dle * 256 + 0x04, 1, nothing],
    [dle * 256 + 0x14, 8, nothing],
  ];
}

/** Codes are put on the paper as what a camera or a scanner would read from them. */
function codeCommands({ host }: CommandTarget): readonly Row[] {
  let qr = '';
  const length = (parameters: readonly number[]): number | undefined => {
    const [low, high] = parameters;
    return low === undefined || high === undefined ? undefined : 2 + low + high * 256;
  };
  return [
    [
      key(gs, '('),
      (parameters) => {
        const rest = length(parameters.slice(1));
        return rest === undefined ? undefined : 1 + rest;
      },
      ([letter = 0, , , code, fn, , ...data]) => {
        if (letter !== 0x6b || code !== 0x31) host.onUnknown(hexOf([gs, 0x28, letter]));
        else if (fn === 0x50) qr = Buffer.from(data).toString('latin1');
        else if (fn === 0x51) putCode(host.roll, `[QR ${qr}]`);
      },
    ],
    [key(gs, 'H'), 1, nothing],
    [key(gs, 'h'), 1, nothing],
    [key(gs, 'w'), 1, nothing],
    [
      key(gs, 'k'),
      ([kind, count]) => (kind === undefined || count === undefined ? undefined : 2 + count),
      // Code 128: the set stands before the text, and a brace of the text is doubled.
      ([, , ...data]) =>
        putCode(host.roll, `[barcode ${Buffer.from(data.slice(2)).toString('latin1').replaceAll('{{', '{')}]`),
    ],
  ];
}

/** A code stands on a line of its own, whatever stands under the head. */
export function putCode(roll: PaperRoll, text: string): void {
  roll.flush();
  const run = { text, bold: false, inverse: false, underline: false, width: 1, height: 1 };
  roll.add({ kind: 'text', align: 'center', runs: [run] });
  roll.skipNextLineEnd();
}

function styleOfPrintMode(n: number): Partial<RunStyle> {
  return {
    bold: (n & 0x08) !== 0,
    underline: (n & 0x80) !== 0,
    height: (n & 0x10) === 0 ? 1 : 2,
    width: (n & 0x20) === 0 ? 1 : 2,
  };
}

export function alignOf(n: number): Align {
  if (n === 1 || n === 49) return 'center';
  return n === 2 || n === 50 ? 'right' : 'left';
}

/** `ESC d n`: prints the line, if there is one, and feeds n lines in all. */
function feed(roll: PaperRoll, lines: number): void {
  for (let line = 0; line < lines; line += 1) roll.endLine();
}

function cut(roll: PaperRoll, mode: number): void {
  roll.flush();
  roll.add({ kind: 'cut', partial: [1, 49, 66, 98].includes(mode) });
}

/** `GS v 0 m xL xH yL yH`, then x times y bytes. */
function rasterLength(parameters: readonly number[]): number | undefined {
  const [, , xl, xh, yl, yh] = parameters;
  if (xl === undefined || xh === undefined || yl === undefined || yh === undefined) return undefined;
  return 6 + (xl + xh * 256) * (yl + yh * 256);
}

function raster(roll: PaperRoll, parameters: readonly number[]): void {
  const [, , xl = 0, xh = 0, yl = 0, yh = 0, ...bits] = parameters;
  putImage(roll, xl + xh * 256, yl + yh * 256, bits);
}

export function putImage(roll: PaperRoll, rowBytes: number, heightDots: number, bits: readonly number[]): void {
  roll.flush();
  roll.add({ kind: 'raster', widthDots: rowBytes * 8, heightDots, bits: Buffer.from(bits).toString('base64') });
}

/** `ESC * m nL nH`, then n columns of one byte, or of three for the modes with 24 dots. */
function bandLength([mode, low, high]: readonly number[]): number | undefined {
  if (mode === undefined || low === undefined || high === undefined) return undefined;
  return 3 + (low + high * 256) * (mode >= 32 ? 3 : 1);
}

function band(roll: PaperRoll, [mode = 0, low = 0, high = 0, ...columns]: readonly number[]): void {
  const columnBytes = mode >= 32 ? 3 : 1;
  const widthDots = low + high * 256;
  const rowBytes = Math.ceil(widthDots / 8);
  const bits = new Uint8Array(rowBytes * columnBytes * 8);
  for (let x = 0; x < widthDots; x += 1) {
    for (let y = 0; y < columnBytes * 8; y += 1) {
      const isInk = ((columns[x * columnBytes + (y >> 3)] ?? 0) & (0x80 >> (y & 7))) !== 0;
      const at = y * rowBytes + (x >> 3);
      if (isInk) bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  putImage(roll, rowBytes, columnBytes * 8, [...bits]);
  // The line end after a band only moves the paper on by the band.
  roll.skipNextLineEnd();
}
