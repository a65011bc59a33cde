import { letterOf, type PageTables } from './code-tables.ts';
import { type Align, normalStyle, type PaperRoll, type RunStyle } from './paper-roll.ts';

/** What the interpreter asks of the rest of the printer. */
export interface InterpreterHost {
  readonly roll: PaperRoll;
  readonly tables: PageTables;
  /** Offline: nothing of the buffer is worked on until this is over. */
  isBlocked(): boolean;
  /** `GS r n` came up in its turn. */
  onStatusAsked(n: number): void;
  /** `GS a n`. */
  onAutomaticStatus(mask: number): void;
  /** A letter was put into a line. */
  onLetter(): void;
  /** A command that this simulator does not know; its bytes in hexadecimal. */
  onUnknown(hex: string): void;
}

export interface Interpreter {
  /** Takes bytes into the buffer and works on what it can. */
  take(bytes: Uint8Array): void;
  /** Works on; to be called when what blocked the printer is over. */
  resume(): void;
  /** Empties the receive buffer and the line under the head. */
  clear(): void;
  /** Power on: settings and buffer are as new. */
  restart(): void;
}

interface Settings {
  style: RunStyle;
  align: Align;
  page: number;
}

/** Bytes after the command's own; a function where the first ones tell. Undefined: more bytes are needed to tell. */
type ParameterLength = number | ((parameters: readonly number[]) => number | undefined);

interface Command {
  readonly parameters: ParameterLength;
  run(parameters: readonly number[]): void;
}

const esc = 0x1b;
const gs = 0x1d;
const dle = 0x10;
const key = (prefix: number, letter: string): number => prefix * 256 + letter.charCodeAt(0);

/** Reads ESC/POS as a printer does: byte by byte, in order, and not at all while it is blocked. */
export function createInterpreter(host: InterpreterHost): Interpreter {
  let buffer: number[] = [];
  let settings = defaultSettings();
  const commands = commandsOf(
    host,
    () => settings,
    () => {
      settings = defaultSettings();
    },
  );

  /** Works on one command or letter; false when its bytes are not all there yet. */
  function step(): boolean {
    const byte = buffer[0] as number;
    if (byte === esc || byte === gs || byte === dle) return stepCommand(byte);
    buffer.shift();
    if (byte >= 0x20 && byte !== 0x7f) {
      host.roll.put(letterOf(host.tables, settings.page, byte), settings.style, settings.align);
      host.onLetter();
    } else if (byte === 0x0a) {
      host.roll.endLine();
    } else if (byte !== 0x0d) {
      host.onUnknown(hexOf([byte]));
    }
    return true;
  }

  function stepCommand(prefix: number): boolean {
    const second = buffer[1];
    if (second === undefined) return false;
    const command = commands.get(prefix * 256 + second);
    if (command === undefined) {
      host.onUnknown(hexOf(buffer.splice(0, 2)));
      return true;
    }
    const length =
      typeof command.parameters === 'number' ? command.parameters : command.parameters(buffer.slice(2, 10));
    if (length === undefined || buffer.length < 2 + length) return false;
    command.run(buffer.splice(0, 2 + length).slice(2));
    return true;
  }

  function resume(): void {
    while (buffer.length > 0 && !host.isBlocked()) {
      if (!step()) return;
    }
  }

  function clear(): void {
    buffer = [];
    host.roll.dropLine();
  }

  return {
    take(bytes) {
      for (const byte of bytes) buffer.push(byte);
      resume();
    },
    resume,
    clear,
    restart() {
      clear();
      settings = defaultSettings();
    },
  };
}

function defaultSettings(): Settings {
  return { style: normalStyle, align: 'left', page: 0 };
}

function commandsOf(host: InterpreterHost, settings: () => Settings, reset: () => void): ReadonlyMap<number, Command> {
  const { roll } = host;
  const restyle = (change: Partial<RunStyle>): void => {
    settings().style = { ...settings().style, ...change };
  };
  const known: readonly (readonly [number, ParameterLength, (parameters: readonly number[]) => void])[] = [
    [
      key(esc, '@'),
      0,
      () => {
        roll.dropLine();
        reset();
      },
    ],
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
        if (n !== 0 && n !== 48) host.onUnknown(hexOf([esc, 0x4d, n]));
      },
    ],
    [key(esc, '2'), 0, () => {}],
    [key(esc, '3'), 1, () => {}],
    [key(esc, 'p'), 3, () => {}],
    [key(esc, 'd'), 1, ([n = 0]) => feed(roll, n)],
    [key(gs, '!'), 1, ([n = 0]) => restyle({ width: ((n >> 4) & 7) + 1, height: (n & 7) + 1 })],
    [key(gs, 'B'), 1, ([n = 0]) => restyle({ inverse: (n & 1) === 1 })],
    [key(gs, 'V'), ([m]) => (m === undefined ? undefined : m >= 65 ? 2 : 1), ([m = 0]) => cut(roll, m)],
    [key(gs, 'a'), 1, ([n = 0]) => host.onAutomaticStatus(n)],
    [key(gs, 'r'), 1, ([n = 0]) => host.onStatusAsked(n)],
    [key(gs, 'v'), rasterLength, (parameters) => raster(roll, parameters)],
    // Real-time commands were answered when they arrived; here they only pass by.
    [dle * 256 + 0x04, 1, () => {}],
    [dle * 256 + 0x14, 8, () => {}],
  ];
  return new Map(known.map(([code, parameters, run]) => [code, { parameters, run }]));
}

function styleOfPrintMode(n: number): Partial<RunStyle> {
  return {
    bold: (n & 0x08) !== 0,
    underline: (n & 0x80) !== 0,
    height: (n & 0x10) === 0 ? 1 : 2,
    width: (n & 0x20) === 0 ? 1 : 2,
  };
}

function alignOf(n: number): Align {
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
  const line = {
    widthDots: (xl + xh * 256) * 8,
    heightDots: yl + yh * 256,
    bits: Buffer.from(bits).toString('base64'),
  };
  roll.flush();
  roll.add({ kind: 'raster', ...line });
}

function hexOf(bytes: readonly number[]): string {
  return Buffer.from(bytes).toString('hex');
}
