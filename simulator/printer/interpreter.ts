import { letterOf, type PageTables } from './code-tables.ts';
import { escposCommands } from './escpos-commands.ts';
import { hexOf } from './hex.ts';
import { type Align, normalStyle, type PaperRoll, type RunStyle } from './paper-roll.ts';
import { starCommands } from './star-commands.ts';

/** What the interpreter asks of the rest of the printer. */
export interface InterpreterHost {
  readonly dialect: 'escpos' | 'star';
  readonly roll: PaperRoll;
  readonly tables: PageTables;
  /** Offline: nothing of the buffer is worked on until this is over. */
  isBlocked(): boolean;
  /** `GS r n` came up in its turn. */
  onStatusAsked(n: number): void;
  /** `GS a n`. */
  onAutomaticStatus(mask: number): void;
  /** The drawer's pulse. */
  onDrawerKicked(): void;
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

export interface InterpreterSettings {
  style: RunStyle;
  align: Align;
  page: number;
}

/** Bytes after the command's own; a function where the first ones tell. Undefined: more bytes are needed to tell. */
export type ParameterLength = number | ((parameters: readonly number[]) => number | undefined);

export interface Command {
  readonly parameters: ParameterLength;
  run(parameters: readonly number[]): void;
}

/** Commands by their first two bytes: the first times 256, and the second. */
export type Commands = ReadonlyMap<number, Command>;

/** What commands act on. */
export interface CommandTarget {
  readonly host: InterpreterHost;
  settings(): InterpreterSettings;
  /** As `ESC @`: the line under the head is dropped, the settings are those of power-on. */
  reset(): void;
}

const esc = 0x1b;
const fs = 0x1c;
const gs = 0x1d;
const dle = 0x10;
const bel = 0x07;

/** Reads ESC/POS as a printer does: byte by byte, in order, and not at all while it is blocked. */
export function createInterpreter(host: InterpreterHost): Interpreter {
  let buffer: number[] = [];
  let settings = defaultSettings();
  const target: CommandTarget = {
    host,
    settings: () => settings,
    reset() {
      host.roll.dropLine();
      settings = defaultSettings();
    },
  };
  const commands = host.dialect === 'star' ? starCommands(target) : escposCommands(target);

  /** Works on one command or letter; false when its bytes are not all there yet. */
  function step(): boolean {
    const byte = buffer[0] as number;
    if (byte === esc || byte === fs || byte === gs || byte === dle) return stepCommand(byte);
    buffer.shift();
    if (byte >= 0x20 && byte !== 0x7f) {
      host.roll.put(letterOf(host.tables, settings.page, byte), settings.style, settings.align);
      host.onLetter();
    } else if (byte === 0x0a) {
      host.roll.endLine();
    } else if (byte === bel && host.dialect === 'star') {
      host.onDrawerKicked();
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
      typeof command.parameters === 'number' ? command.parameters : command.parameters(buffer.slice(2, 40));
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

function defaultSettings(): InterpreterSettings {
  return { style: normalStyle, align: 'left', page: 0 };
}
