import type { ReaderRules } from '../../../shared/domain/reader-rules.ts';

export type LineResult = { readonly kind: 'complete'; readonly text: string } | { readonly kind: 'unreadable' };

/** Puts readings together from bytes that come in pieces of any size. */
export interface LineAssembler {
  /** What these bytes complete, in order. */
  add(bytes: Uint8Array): readonly LineResult[];
  /** The pause was too long: what is there is whole where only a pause ends a reading, otherwise it is half of one. */
  pause(): LineResult | null;
  readonly hasSome: boolean;
}

/** What scanners end a reading with unless told otherwise: ETX, HT, LF, CR. */
const lineEnds: readonly number[] = [0x03, 0x09, 0x0a, 0x0d];
/** A longer reading is no identifier; it is let go as a whole, up to its end. */
const mostBytes = 1_024;

/** `suffix` as the rules have it; null when only a pause ends a reading. */
export function createLineAssembler(suffix: ReaderRules['suffix']): LineAssembler {
  const held = new Uint8Array(mostBytes);
  const custom = suffix === null || suffix === 'line-end' ? null : new TextEncoder().encode(suffix);
  let length = 0;
  let isTooLong = false;

  function finish(end: number): LineResult {
    let result: LineResult = { kind: 'unreadable' };
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(held.subarray(0, end));
      result = isTooLong ? result : { kind: 'complete', text };
    } catch {
      // Not text at all: another baud rate, most likely.
    }
    held.fill(0);
    length = 0;
    isTooLong = false;
    return result;
  }

  function endsWithCustom(): boolean {
    return (
      custom !== null &&
      length >= custom.length &&
      custom.every((byte, at) => held[length - custom.length + at] === byte)
    );
  }

  function push(byte: number): LineResult | null {
    if (suffix === 'line-end' && lineEnds.includes(byte)) {
      // CR LF ends one reading, not two.
      return length === 0 && !isTooLong ? null : finish(length);
    }
    if (length === mostBytes) {
      isTooLong = true;
      held.copyWithin(0, 1);
      length -= 1;
    }
    held[length] = byte;
    length += 1;
    return endsWithCustom() ? finish(length - (custom?.length ?? 0)) : null;
  }

  return {
    add: (bytes) => Array.from(bytes, push).filter((result) => result !== null),
    pause() {
      if (length === 0) {
        return null;
      }
      const result = finish(length);
      return suffix === null ? result : { kind: 'unreadable' };
    },
    get hasSome() {
      return length > 0;
    },
  };
}
