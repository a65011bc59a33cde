import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLineAssembler, type LineResult } from '../../../../electron/devices/reader/line-assembler.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const whole = (text: string): LineResult => ({ kind: 'complete', text });

/** Cuts bytes at places between 0 and 1. */
function cut(all: Uint8Array, places: readonly number[]): Uint8Array[] {
  const ends = [...places.map((place) => Math.floor(place * all.length)), all.length].sort((one, other) => one - other);
  return ends.map((end, index) => all.subarray(ends[index - 1] ?? 0, end));
}

describe('readings on a serial line', () => {
  it.each<['line-end' | string, string]>([
    ['line-end', '\r'],
    ['line-end', '\n'],
    ['line-end', '\r\n'],
    ['line-end', '\t'],
    ['line-end', '\u0003'],
    ['##', '##'],
    ['\r', '\r'],
  ])('that end as %j says come whole, however they are cut', (suffix, end) => {
    const codes = fc.array(fc.stringMatching(/^[0-9A-Za-z-]{1,60}$/), { minLength: 1, maxLength: 8 });
    const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 });
    fc.assert(
      fc.property(codes, places, (list, cuts) => {
        const assembler = createLineAssembler(suffix);
        const all = bytes(list.map((code) => `${code}${end}`).join(''));
        expect(cut(all, cuts).flatMap((piece) => assembler.add(piece))).toEqual(list.map(whole));
        expect(assembler.pause()).toBeNull();
      }),
      { seed: 20261120, numRuns: 100 },
    );
  });

  it('without a suffix end with a pause', () => {
    const assembler = createLineAssembler(null);
    expect(assembler.add(bytes('5487963154'))).toEqual([]);
    expect(assembler.pause()).toEqual(whole('5487963154'));
    expect(assembler.pause()).toBeNull();
  });

  it('that lack their suffix are illegible after a pause, not half a number', () => {
    const assembler = createLineAssembler('line-end');
    assembler.add(bytes('54879'));
    expect(assembler.pause()).toEqual({ kind: 'unreadable' });
    expect(assembler.add(bytes('5487963154\r'))).toEqual([whole('5487963154')]);
  });

  it('that are no text are illegible: another baud rate', () => {
    expect(createLineAssembler('line-end').add(Uint8Array.of(0xff, 0xf8, 0x0d))).toEqual([{ kind: 'unreadable' }]);
  });

  it('that are too long are illegible once, and the next one is whole', () => {
    const assembler = createLineAssembler('line-end');
    expect(assembler.add(bytes(`${'9'.repeat(5_000)}\r77103\r`))).toEqual([{ kind: 'unreadable' }, whole('77103')]);
  });
});
