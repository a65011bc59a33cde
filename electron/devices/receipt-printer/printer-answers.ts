import type { StatusSign } from './models.ts';
import type { PrinterState } from './port.ts';

/** What a printer says, told apart by the bits that each kind of answer fixes. */
export type PrinterAnswer =
  /** To `DLE EOT n`. */
  | { readonly kind: 'real-time'; readonly byte: number }
  /** To `GS r n`: everything sent before it was worked through. */
  | { readonly kind: 'in-order'; readonly byte: number }
  /** Unasked, after `GS a`: four bytes. */
  | { readonly kind: 'automatic'; readonly bytes: readonly number[] }
  /** To `DLE DC4 8`: nothing is left in its buffers. */
  | { readonly kind: 'cleared' };

const clearResponse = [0x37, 0x25, 0x00];
const automaticLength = 4;

/**
 * Reads a printer's byte stream. Packets may cut anywhere, a real-time answer may come between the bytes of an
 * automatic status, and XON and XOFF anywhere; what fits no kind is passed over.
 * Source: ESC/POS reference, "Status bytes and how to tell them apart": DLE EOT 0xx1xx10, automatic status 0xx1xx00
 * and then three times 0xx0xxxx, GS r 0xx0xxxx.
 */
export function createAnswerReader(onAnswer: (answer: PrinterAnswer) => void): (chunk: Uint8Array) => void {
  let automatic: number[] = [];
  let clear: number[] = [];

  function read(byte: number): void {
    if (clear.length > 0 && byte === clearResponse[clear.length]) {
      clear = clear.length + 1 === clearResponse.length ? [] : [...clear, byte];
      if (clear.length === 0) onAnswer({ kind: 'cleared' });
      return;
    }
    clear = [];
    if (byte === clearResponse[0]) {
      clear = [byte];
    } else if ((byte & 0x93) === 0x12) {
      onAnswer({ kind: 'real-time', byte });
    } else if ((byte & 0x93) === 0x10) {
      automatic = [byte];
    } else if ((byte & 0x90) === 0x00) {
      readPlain(byte);
    }
  }

  function readPlain(byte: number): void {
    if (automatic.length === 0) {
      onAnswer({ kind: 'in-order', byte });
      return;
    }
    automatic = [...automatic, byte];
    if (automatic.length < automaticLength) return;
    const bytes = automatic;
    automatic = [];
    onAnswer({ kind: 'automatic', bytes });
  }

  return (chunk) => chunk.forEach(read);
}

/** The state that status bytes tell by a model's signs; `bytes[i]` is the byte that signs call `firstByte + i`. */
export function stateOfStatus(bytes: readonly number[], firstByte: 0 | 1, signs: readonly StatusSign[]): PrinterState {
  const seen = signs.filter((sign) => ((bytes[sign.at - firstByte] ?? 0) & sign.mask) !== 0).map((sign) => sign.means);
  const trouble = seen.find((means) => means !== 'paper-low' && means !== 'drawer-pin-high');
  if (trouble !== undefined) return { kind: 'blocked', reason: trouble };
  const ready = { kind: 'ready', paperLow: seen.includes('paper-low') } as const;
  return seen.includes('drawer-pin-high') ? { ...ready, drawerPinHigh: true } : ready;
}
