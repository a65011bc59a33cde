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

  it('are there for the rarer letters of Latin, Greek and Cyrillic alphabets, with several marks or below the line', () => {
    for (const letter of 'ấẶỄỹơƯḍṢɛƁǆᾄῷἩѢҊӃԂ') {
      const rows = shapes.rowsOf(letter) ?? [];
      expect([letter, rows.length]).toEqual([letter, heightDots]);
      expect(Math.max(...rows)).toBeGreaterThan(0);
      expect(Math.max(...rows)).toBeLessThan(2 ** widthDots);
    }
  });

  it('stand on one line, the rarer ones with the others', () => {
    const lowestInk = (letter: string): number => (shapes.rowsOf(letter) ?? []).findLastIndex((row) => row > 0);
    for (const letter of 'ấễƁ') expect([letter, lowestInk(letter)]).toEqual([letter, lowestInk('n')]);
  });

  it('are there for every letter of Vietnamese and of Greek with all its marks', () => {
    const marked = (first: number, last: number): string[] =>
      Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at));
    const letters = [...marked(0x1ea0, 0x1ef9), ...marked(0x1f00, 0x1ffc)].filter(
      (letter) => /\p{L}/u.test(letter) && letter.normalize('NFC') === letter,
    );
    expect(letters.length).toBeGreaterThan(250);
    expect(letters.filter((letter) => shapes.rowsOf(letter) === undefined)).toEqual([]);
  });

  it('have none for letters that are not written one by one from left to right', () => {
    for (const letter of 'שع余あ한') expect([letter, shapes.rowsOf(letter)]).toEqual([letter, undefined]);
  });
});
