import { describe, expect, it } from 'vitest';
import { letterShapes } from '../../../../electron/devices/receipt-printer/letter-shapes.ts';
import { testLetters } from '../../../../electron/devices/receipt-printer/test-page.ts';

const every = [
  ...testLetters.join(''),
  ...'ÀÉÎÕÜßñçøåæłŁđĐğşİıőűřťůźżăâîșț',
  ...'ЂЃЄІЇЈЉЊЋЌЎЏҐґ',
  ...'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ',
];

describe.each([
  ['large', 12, 24],
  ['small', 8, 16],
] as const)('the %s letter shapes', (size, widthDots, heightDots) => {
  const shapes = letterShapes(size);

  it(`fill cells of ${widthDots} by ${heightDots} dots`, () => {
    expect([shapes.widthDots, shapes.heightDots]).toEqual([widthDots, heightDots]);
    for (const letter of every) {
      const rows = shapes.rowsOf(letter) ?? [];
      expect([letter, rows.length]).toEqual([letter, heightDots]);
      expect(Math.max(...rows)).toBeLessThan(2 ** widthDots);
    }
  });

  it('have ink for every letter but the space', () => {
    for (const letter of every) expect(shapes.rowsOf(letter)?.some((row) => row > 0)).toBe(letter !== ' ');
  });

  it('put a letter and its one mark together where the font lacks them as one, as the font does with others', () => {
    const hat = (letter: string): readonly number[] => shapes.rowsOf(letter) ?? [];
    // The same mark at the same height as on a letter of the same height that the font has.
    const markOf = (whole: string, base: string) => hat(whole).map((row, at) => row & ~(hat(base)[at] ?? 0));
    expect(markOf('ẑ', 'z')).toEqual(markOf('ŵ', 'w'));
    expect(markOf('ẑ', 'z').some((row) => row > 0)).toBe(true);
  });

  it('have none for letters that are not written one by one from left to right, nor for two marks', () => {
    for (const letter of 'שع余あ한ấᾄ') expect([letter, shapes.rowsOf(letter)]).toEqual([letter, undefined]);
  });
});
