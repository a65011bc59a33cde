import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLine, layOutReceipt, normaliseReceiptText, spreadLine } from '../../../shared/domain/receipt-layout.ts';

const plain = { mark: null, header: [], text: '', columns: 20 };

describe('normalising a text for a printer', () => {
  it('composes letters, so that ė written as two signs is the one that pages have', () => {
    expect(normaliseReceiptText('e\u0307')).toBe('ė');
  });

  it('turns the minus sign and the spaces of Lithuanian numbers into what every page has', () => {
    const balance = new Intl.NumberFormat('lt-LT', { style: 'currency', currency: 'EUR' }).format(-1234567.5);
    expect(balance).toMatch(/[\u2212\u00a0\u202f]/);
    expect(normaliseReceiptText(balance)).toBe('-1 234 567,50 €');
  });

  it('turns control characters into spaces and keeps line ends as LF', () => {
    expect(normaliseReceiptText('a\u001bb\tc\u0085d\u007fe\r\nf\rg\nh')).toBe('a b c d e\nf\ng\nh');
  });

  it('drops letters that have no shape', () => {
    expect(normaliseReceiptText('a\u200bb\ufeffc\u00add')).toBe('abcd');
  });
});

describe('breaking a line', () => {
  it.each([
    ['fits exactly', 10, ['fits', 'exactly']],
    ['fits exactly', 12, ['fits exactly']],
    ['a word that is toolongforaline', 8, ['a word', 'that is', 'toolongf', 'oraline']],
    ['  indented', 12, ['  indented']],
    ['   indented', 8, ['   inden', 'ted']],
    ['two  spaces', 5, ['two', 'space', 's']],
    ['12345 789', 5, ['12345', '789']],
    ['', 5, ['']],
    ['ąčę ėįš', 3, ['ąčę', 'ėįš']],
    ['trailing   ', 8, ['trailing']],
  ])('%j at %i symbols', (line, columns, expected) => {
    expect(breakLine(line, columns)).toEqual(expected);
  });

  it('never loses a letter and never exceeds the columns', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'ė', 'Я', '€', ' ', '-') });
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 50 }), (line, columns) => {
        const broken = breakLine(line, columns);
        expect(broken.join('').replaceAll(' ', '')).toBe(line.replaceAll(' ', ''));
        for (const part of broken) expect(Array.from(part).length).toBeLessThanOrEqual(columns);
      }),
      { seed: 20261120, numRuns: 500 },
    );
  });

  it('refuses a width that no paper has', () => {
    expect(() => breakLine('a', 0)).toThrow(RangeError);
    expect(() => breakLine('a', 1.5)).toThrow(RangeError);
  });
});

describe('a line with two ends', () => {
  it('puts both on one line when they fit and on two when they do not', () => {
    expect(spreadLine('2026-11-20', '14:02', 20)).toEqual(['2026-11-20     14:02']);
    expect(spreadLine('2026-11-20', '14:02', 15)).toEqual(['2026-11-20', '          14:02']);
  });
});

describe('laying a receipt out', () => {
  it('keeps the text as it came, line by line, in tall letters', () => {
    const rows = layOutReceipt({ ...plain, text: 'Your balance:\r\n  22.99 EUR\r\n' });
    expect(rows.filter((row) => row.tall).map((row) => row.text)).toEqual(['Your balance:', '  22.99 EUR']);
  });

  it('keeps empty lines inside the text', () => {
    const rows = layOutReceipt({ ...plain, text: 'a\r\n\r\nb' });
    expect(rows.filter((row) => row.tall).map((row) => row.text)).toEqual(['a', '', 'b']);
  });

  it('puts the mark on one black line over the whole width at both ends', () => {
    const rows = layOutReceipt({ ...plain, mark: 'TRAINING', text: 'a' });
    const mark = { text: '      TRAINING      ', bold: true, inverse: true, tall: false };
    expect(rows[0]).toEqual(mark);
    expect(rows.at(-1)).toEqual(mark);
    expect(rows.filter((row) => row.inverse)).toHaveLength(2);
  });

  it('breaks a mark that is wider than the paper, and shows all of it on black', () => {
    const rows = layOutReceipt({ ...plain, mark: 'TRAINING · MOKYMAS · ОБУЧЕНИЕ', text: 'a' });
    const band = ['TRAINING · MOKYMAS ·', '      ОБУЧЕНИЕ      '];
    expect(rows.slice(0, 2).map((row) => row.text)).toEqual(band);
    expect(rows.slice(-2).map((row) => row.text)).toEqual(band);
    expect(rows.filter((row) => row.inverse)).toHaveLength(4);
  });

  it('marks nothing when there is no mark', () => {
    expect(layOutReceipt({ ...plain, text: 'a' }).some((row) => row.inverse)).toBe(false);
  });

  it('centres the first line of the header in bold and leaves the others as they are', () => {
    const rows = layOutReceipt({ ...plain, header: ['Till 3', '2026-11-20     14:02'], text: 'a' });
    expect(rows[0]).toEqual({ text: '       Till 3', bold: true, inverse: false, tall: false });
    expect(rows[1]).toEqual({ text: '2026-11-20     14:02', bold: false, inverse: false, tall: false });
    expect(rows[2]?.text).toBe('-'.repeat(20));
  });

  it('puts a line of the header that has two ends at both edges, or on two lines when the paper is narrow', () => {
    const header = ['Till 3', { left: '2026-11-20', right: '14:02:40' }];
    const textsOn = (columns: number) => layOutReceipt({ ...plain, header, text: 'a', columns }).map((row) => row.text);
    expect(textsOn(20)[1]).toBe('2026-11-20  14:02:40');
    expect(textsOn(16).slice(1, 3)).toEqual(['2026-11-20', '        14:02:40']);
    expect(textsOn(8).slice(1, 4)).toEqual(['2026-11-', '20', '14:02:40']);
  });
});
