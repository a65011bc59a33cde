import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberOfStripeReport } from '../../../shared/domain/hid-stripe-report.ts';

const text = new TextEncoder();

interface Layout {
  readonly name: string;
  readonly reportLength: number;
  readonly lengthsAt: number;
  readonly fields: readonly [number, number, number];
}

const layouts: readonly Layout[] = [
  { name: 'three fields of one size', reportLength: 334, lengthsAt: 1, fields: [4, 114, 224] },
  { name: 'fields as long as the tracks', reportLength: 230, lengthsAt: 1, fields: [4, 83, 123] },
  { name: 'statuses in front and no id', reportLength: 337, lengthsAt: 3, fields: [7, 117, 227] },
];

function swipe({ reportLength, lengthsAt, fields }: Layout, tracks: readonly string[], lengths?: readonly number[]) {
  const report = new Uint8Array(reportLength);
  for (const [index, track] of tracks.entries()) {
    report[lengthsAt + index] = lengths?.[index] ?? track.length;
    report.set(text.encode(track), fields[index as 0 | 1 | 2]);
  }
  return report;
}

describe.each(layouts)('a report with $name', (layout) => {
  it('gives the number of the card', () => {
    const report = swipe(layout, ['%B5487963154^VARDENIS/VARDAS^2912?', ';5487963154=2912?', ';015487963154=?']);
    expect(numberOfStripeReport(report)).toBe('5487963154');
  });

  it('gives nothing of a track that its length calls empty: an earlier card may still be in the field', () => {
    const report = swipe(layout, ['', ';5487963154=2912?', ''], [0, 0, 0]);
    expect(numberOfStripeReport(report)).toBeNull();
  });

  it('reads a length beyond the field as the field', () => {
    expect(numberOfStripeReport(swipe(layout, ['', ';5487963154=2912?', ''], [0, 255, 255]))).toBe('5487963154');
  });
});

describe('any report at all', () => {
  it('gives digits or nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (report) => {
        expect(numberOfStripeReport(report) ?? '0').toMatch(/^[0-9]{1,32}$/);
      }),
      { seed: 20261120, numRuns: 500 },
    );
  });
});
