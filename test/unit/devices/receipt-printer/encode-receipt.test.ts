import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeReceipt } from '../../../../electron/devices/receipt-printer/encode-receipt.ts';
import { printerModels } from '../../../../electron/devices/receipt-printer/models.ts';
import type { PrintJob } from '../../../../electron/devices/receipt-printer/port.ts';
import { layOutReceipt } from '../../../../shared/domain/receipt-layout.ts';
import { createPrinter } from '../../../../simulator/printer/printer.ts';
import { receiptLetterVectors } from '../../../vectors/receipt-letters.ts';

const t88v = printerModels['epson-tm-t88v'];
const job: PrintJob = { mark: null, header: [], text: '', columns: 42 };

function bytesOf(given: Partial<PrintJob>, model: Parameters<typeof encodeReceipt>[1] = t88v): Buffer {
  const encoded = encodeReceipt({ ...job, ...given }, model);
  if (encoded.kind !== 'encoded') throw new Error(`no page for ${encoded.letters}`);
  return encoded.bytes;
}

const hexOf = (given: Partial<PrintJob>, model?: Parameters<typeof encodeReceipt>[1]): string =>
  bytesOf(given, model).toString('hex');

describe('a receipt as bytes', () => {
  it('begins with ESC @, the set of the USA and the page, and ends with a feed, a partial cut and ESC @', () => {
    const hex = hexOf({ text: 'Jūsų' });
    expect(hex.startsWith('1b40' + '1b5200' + '1b7433')).toBe(true);
    expect(hex.endsWith('0a' + '1b6404' + '1d5601' + '1b40')).toBe(true);
  });

  it.each(receiptLetterVectors)('has $bytes for $text under $page when that is the page there is', (vector) => {
    const pages = t88v.pages.filter((page) => page.name === vector.page);
    const hex = hexOf({ text: vector.text }, { ...t88v, pages });
    expect(hex).toContain(vector.select);
    expect(hex).toContain(`1b2110${vector.bytes}0a1b2100`);
  });

  it('is these very bytes for a small one', () => {
    const expected = [
      '1b40 1b5200',
      '1b4501 1b742e 2020 54 0a 1b4500',
      '2d2d2d2d2d 0a 0a',
      '1b2110 c2e0f8 0a 1b2100',
      '1b2110 38 20 88 0a 1b2100',
      '0a 2d2d2d2d2d 0a',
      '0a 1b6404 1d5601 1b40',
    ];
    expect(hexOf({ header: ['T'], text: 'Ваш\r\n8 €', columns: 5 })).toBe(expected.join('').replaceAll(' ', ''));
  });

  it('inverts the mark and prints it bold, one line of it over the whole width, first and last', () => {
    const mark = Buffer.from('      TRAINING      ').toString('hex');
    const hex = hexOf({ mark: 'TRAINING', text: 'a', columns: 20 });
    const line = `1b3318 1b4501 1d4201 ${mark} 0a 1d4200 1b4500 1b32`.replaceAll(' ', '');
    expect(hex.split(mark)).toHaveLength(3);
    expect(hex).toMatch(new RegExp(`^1b401b52001b33181b45011d42011b74..${mark}`));
    expect(hex.endsWith(`${line} 0a 1b6404 1d5601 1b40`.replaceAll(' ', ''))).toBe(true);
  });

  it('selects a page again only where the page changes', () => {
    const selects = hexOf({ text: 'Jūsų balansas\r\nВаш баланс\r\nВаш €' }).match(/1b74../g);
    expect(selects).toEqual(['1b7433', '1b742e']);
  });

  it('uses the number that the page has in the model', () => {
    const renumbered = { ...t88v, pages: [{ name: 'wpc1257', number: 25 }] } as const;
    expect(hexOf({ text: 'Jūsų' }, renumbered)).toContain('1b7419');
  });

  it('is never wider than the paper', () => {
    expect(hexOf({ text: 'a', columns: 90 })).toContain(`0a${'2d'.repeat(42)}0a`);
  });

  it('names letters of the mark and the header too when no page has them', () => {
    expect(encodeReceipt({ ...job, mark: '余', header: ['₸'], text: 'a' }, t88v)).toEqual({
      kind: 'unprintable',
      letters: '余₸',
    });
  });

  it('holds no control byte that comes from the text', () => {
    const hostile = '\u0010\u0014\u0001\u0000\u0005\u001b@\u001dV\u0000\u0010\u0004\u0001';
    expect(hexOf({ text: `a${hostile}b` })).toBe(hexOf({ text: 'a      @ V    b' }));
  });
});

describe('letters on their way to the paper', () => {
  const letters = [
    ...'ABCXYZabcxyz0189 .,:;!?-+*/()#$@[]^{|}~',
    ...'ĄČĘĖĮŠŲŪŽąčęėįšųūž',
    ...'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя',
    ...'€·–„“”',
  ];

  it.each(Object.values(printerModels))('arrive as they were on $name, whatever the text', (model) => {
    const lines = fc.array(fc.string({ unit: fc.constantFrom(...letters), maxLength: 60 }), { maxLength: 6 });
    fc.assert(
      fc.property(lines, fc.boolean(), (texts, marked) => {
        const given = {
          ...job,
          text: texts.join('\r\n'),
          mark: marked ? 'TRAINING · ОБУЧЕНИЕ' : null,
          columns: model.columns,
        };
        const printer = createPrinter({ columns: model.columns });
        printer.receive(bytesOf(given, model));
        const printed = printer.paper.lines.flatMap((line) =>
          line.kind === 'text' ? [line.runs.map((run) => run.text).join('')] : [],
        );
        const laidOut = layOutReceipt(given).map((row) => row.text);
        expect(printed.slice(0, laidOut.length)).toEqual(laidOut);
        expect(printed.slice(laidOut.length).join('')).toBe('');
        expect(printer.unknownCommands).toEqual([]);
      }),
      { seed: 20261120, numRuns: 60 },
    );
  });
});
