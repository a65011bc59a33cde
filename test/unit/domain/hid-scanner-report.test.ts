import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScanAssembler, readScannerReport } from '../../../shared/domain/hid-scanner-report.ts';

const text = new TextEncoder();

function report(data: Uint8Array, options: { length?: number; isContinued?: boolean; aim?: string; id?: number } = {}) {
  const bytes = new Uint8Array(64);
  bytes.set([options.id ?? 2, options.length ?? data.length, ...text.encode(options.aim ?? ']C1'), ...data]);
  bytes[63] = options.isContinued ? 1 : 0;
  return bytes;
}

describe('a report of a scanner', () => {
  it('holds the mark of the symbology, the data and whether more comes', () => {
    expect(readScannerReport(report(text.encode('77103'), { isContinued: true }))).toEqual({
      aim: ']C1',
      data: text.encode('77103'),
      isContinued: true,
    });
  });

  it('with a length beyond its field is read to the end of the field', () => {
    expect(readScannerReport(report(text.encode('77103'), { length: 255 }))?.data).toHaveLength(56);
  });

  it('without a mark has none', () => {
    expect(readScannerReport(report(text.encode('77103'), { aim: '\0\0\0' }))?.aim).toBe('');
  });

  it.each([
    ['of another kind', report(text.encode('77103'), { id: 4 })],
    ['that is too short', Uint8Array.of(2, 5, 93, 67, 49)],
    ['that is empty', new Uint8Array(0)],
  ])('%s is none of ours', (_, bytes) => {
    expect(readScannerReport(bytes)).toBeNull();
  });
});

describe('a code', () => {
  it('in one report is complete', () => {
    expect(createScanAssembler().add(report(text.encode('77103')))).toEqual({ kind: 'complete', text: ']C177103' });
  });

  it('of many bytes comes back as it was, in whatever pieces its letters fell apart', () => {
    const codes = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }).filter((code) => !code.includes('\0'));
    fc.assert(
      fc.property(codes, (code) => {
        const bytes = text.encode(code);
        const assembler = createScanAssembler();
        let last: unknown;
        for (let at = 0; at < bytes.length; at += 56) {
          last = assembler.add(report(bytes.slice(at, at + 56), { isContinued: at + 56 < bytes.length }));
        }
        const tooLong = bytes.length > 56 * 20;
        expect(last).toEqual(tooLong ? { kind: 'unreadable' } : { kind: 'complete', text: `]C1${code}` });
      }),
      { seed: 20261120, numRuns: 300 },
    );
  });

  it('forgotten half way leaves nothing to the next one', () => {
    const assembler = createScanAssembler();
    expect(assembler.add(report(text.encode('half'), { isContinued: true }))).toEqual({ kind: 'waiting' });
    expect(assembler.reset()).toBe(true);
    expect(assembler.reset()).toBe(false);
    expect(assembler.add(report(text.encode('whole')))).toEqual({ kind: 'complete', text: ']C1whole' });
  });

  it('that never ends is given up', () => {
    const assembler = createScanAssembler();
    const results = Array.from({ length: 20 }, () =>
      assembler.add(report(text.encode('x'.repeat(56)), { isContinued: true })),
    );
    expect(results.at(-1)).toEqual({ kind: 'unreadable' });
    expect(assembler.add(report(text.encode('next')))).toEqual({ kind: 'complete', text: ']C1next' });
  });

  it.each([
    ['bytes that are no text', Uint8Array.of(0xff, 0xfe, 0x80)],
    ['nothing at all', new Uint8Array(0)],
  ])('of %s is illegible', (_, bytes) => {
    expect(createScanAssembler().add(report(bytes))).toEqual({ kind: 'unreadable' });
  });

  it('of another kind of report is nothing', () => {
    expect(createScanAssembler().add(report(text.encode('x'), { id: 9 }))).toEqual({ kind: 'ignored' });
  });
});
