import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeReceipt } from '../../../../electron/devices/receipt-printer/encode-receipt.ts';
import {
  type PrinterModel,
  printableLine,
  printerModels,
} from '../../../../electron/devices/receipt-printer/models.ts';
import type { PrintJob } from '../../../../electron/devices/receipt-printer/port.ts';
import { layOutReceipt } from '../../../../shared/domain/receipt-layout.ts';
import { paperText } from '../../../../simulator/printer/paper-text.ts';
import { createPrinter } from '../../../../simulator/printer/printer.ts';
import { likeDrawn, readRows } from '../../../port/read-drawn-rows.ts';
import { receiptLetterVectors } from '../../../vectors/receipt-letters.ts';

const t88v = printerModels['epson-tm-t88v'];
const job: PrintJob = { mark: null, header: [], text: '', columns: 42 };

function encoded(given: Partial<PrintJob>, model: PrinterModel = t88v): { readonly bytes: Buffer } {
  const result = encodeReceipt({ ...job, ...given }, model);
  if (result.kind !== 'encoded') throw new Error(`neither page nor shape for ${result.letters}`);
  return result;
}

const hexOf = (given: Partial<PrintJob>, model?: PrinterModel): string => encoded(given, model).bytes.toString('hex');

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
      '1b40 1b5200 1b742e',
      '1b4501 2020 54 0a 1b4500',
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
    expect(hex).toMatch(new RegExp(`^1b401b52001b74..1b33181b45011d4201${mark}`));
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

  const lines = fc.array(fc.string({ unit: fc.constantFrom(...letters), maxLength: 60 }), { maxLength: 6 });
  const setups = fc.record({ font: fc.constantFrom('a' as const, 'b' as const), paperMm: fc.constantFrom(58, 80) });

  it.each(Object.values(printerModels))('arrive as they were on $name, whatever the text', (model) => {
    fc.assert(
      fc.property(lines, fc.boolean(), setups, (texts, marked, setup) => {
        const line = printableLine(model, setup);
        const { columns } = line;
        const given = { ...job, text: texts.join('\r\n'), mark: marked ? 'TRAINING · ОБУЧЕНИЕ' : null, columns };
        const encoded = encodeReceipt(given, model, setup);
        if (encoded.kind !== 'encoded') throw new Error(`no shape for ${encoded.letters}`);
        const printer = createPrinter({ columns, pages: model.pages, dialect: model.dialect });
        printer.receive(encoded.bytes);
        const rows = layOutReceipt(given);
        for (const [index, read] of readRows(printer.paper, rows, line).entries()) {
          const { text = '', bold = false } = rows[index] ?? {};
          expect(read.text).toBe(read.isDrawn ? likeDrawn(text, line, bold) : text);
        }
        expect(printer.unknownCommands).toEqual([]);
      }),
      { seed: 20261120, numRuns: 40 },
    );
  });

  it('are drawn, all of them alike, in a line with a letter that no page has, and only there', () => {
    const model = printerModels['epson-tm-t88iv'];
    const { bytes } = encoded({ text: 'Jūsų balansas\r\nВаш баланс\r\nΤο υπόλοιπό σας', columns: 42 }, model);
    const printer = createPrinter({ pages: model.pages });
    printer.receive(bytes);
    const rows = layOutReceipt({ ...job, text: 'Jūsų balansas\r\nВаш баланс\r\nΤο υπόλοιπό σας' });
    const drawn = readRows(printer.paper, rows, printableLine(model)).filter((read) => read.isDrawn);
    expect(drawn.map(({ text }) => text)).toEqual([
      'Jūsų balansas',
      likeDrawn('Το υπόλοιπό σας', printableLine(model)),
    ]);
  });

  it('are never a question mark that is not in the text', () => {
    for (const model of Object.values(printerModels)) {
      const { bytes } = encoded({ text: 'Jūsų Ваш Υπόλοιπο €', columns: 32 }, model);
      const printer = createPrinter({ columns: 80, pages: model.pages, dialect: model.dialect });
      printer.receive(bytes);
      expect(JSON.stringify(printer.paper)).not.toContain('?');
    }
  });

  it('are named and nothing is printed when they can be neither printed nor drawn', () => {
    for (const model of Object.values(printerModels)) {
      expect(encodeReceipt({ ...job, text: 'a 余 ש b' }, model)).toEqual({ kind: 'unprintable', letters: '余ש' });
    }
  });
});

describe('what stands on a receipt besides the text', () => {
  const logo = { widthDots: 16, heightDots: 2, bits: Uint8Array.of(0xf0, 0x0f, 0x0f, 0xf0) };

  function printed(given: Partial<PrintJob>, model: PrinterModel = t88v) {
    const printer = createPrinter({ columns: model.columns, pages: model.pages, dialect: model.dialect });
    printer.receive(encoded({ text: 'a', ...given }, model).bytes);
    expect(printer.unknownCommands).toEqual([]);
    return printer;
  }

  const cutsOf = (printer: ReturnType<typeof printed>) => printer.paper.lines.filter((line) => line.kind === 'cut');

  it('is a logo above the header, inside the mark', () => {
    const { paper } = printed({ mark: 'TEST', above: [{ kind: 'image', image: logo }] });
    const kinds = paper.lines.map((line) => line.kind);
    expect(kinds.indexOf('raster')).toBe(2);
    expect(paper.lines[2]).toMatchObject({
      widthDots: 16,
      heightDots: 2,
      bits: Buffer.from(logo.bits).toString('base64'),
    });
  });

  it.each(['epson-tm-t88v', 'star-tsp600'] as const)('is a QR code and a barcode below the text on %s', (id) => {
    const below = [
      { kind: 'qr', data: 'https://shop.example/balance?till=3' },
      { kind: 'barcode', data: 'TILL-3{7}' },
    ] as const;
    const text = paperText(printed({ below }, printerModels[id]).paper).map((line) => line.trim());
    expect(text).toContain('[QR https://shop.example/balance?till=3]');
    expect(text).toContain('[barcode TILL-3{7}]');
  });

  it.each([
    ['a model that draws no codes', 'zjiang-pos-5890', 'https://shop.example'],
    ['data that is not plain ASCII', 'epson-tm-t88v', 'Jūsų'],
  ] as const)('is the text of a code for %s', (_why, id, data) => {
    const model = printerModels[id];
    const text = paperText(printed({ below: [{ kind: 'qr', data }], columns: 32 }, model).paper);
    expect(text).toContain(data);
    expect(text.join()).not.toContain('[QR');
  });

  it.each(['epson-tm-t88v', 'star-tsp600'] as const)('is bold, tall, wide and double text on %s', (id) => {
    const below = [
      { kind: 'text', text: 'tall', size: 'tall', bold: true },
      { kind: 'text', text: 'double', size: 'double', align: 'center' },
      { kind: 'text', text: 'after' },
    ] as const;
    const runs = printed({ below }, printerModels[id]).paper.lines.flatMap((line) =>
      line.kind === 'text' ? line.runs : [],
    );
    expect(runs).toContainEqual(expect.objectContaining({ text: 'tall', bold: true, width: 1, height: 2 }));
    expect(runs).toContainEqual(
      expect.objectContaining({ text: expect.stringMatching(/^ +double$/), width: 2, height: 2 }),
    );
    expect(runs).toContainEqual(expect.objectContaining({ text: 'after', bold: false, width: 1, height: 1 }));
  });

  it('breaks wide text at half the columns', () => {
    const { paper } = printed({ below: [{ kind: 'text', text: 'twelve letters', size: 'wide' }], columns: 24 });
    expect(paperText(paper)).toEqual(expect.arrayContaining(['twelve', 'letters']));
  });

  it('is a partial cut unless told otherwise, the nearest that the model has, or none', () => {
    expect(cutsOf(printed({}))).toEqual([{ kind: 'cut', partial: true }]);
    expect(cutsOf(printed({ cut: 'full' }))).toEqual([{ kind: 'cut', partial: false }]);
    expect(cutsOf(printed({ cut: 'none' }))).toEqual([]);
    expect(cutsOf(printed({}, printerModels['rongta-rp332']))).toEqual([{ kind: 'cut', partial: false }]);
    expect(cutsOf(printed({ cut: 'full' }, printerModels['epson-tm-t70']))).toEqual([{ kind: 'cut', partial: true }]);
    expect(cutsOf(printed({}, printerModels['generic-58mm']))).toEqual([]);
    expect(cutsOf(printed({}, printerModels['star-tsp600']))).toEqual([{ kind: 'cut', partial: true }]);
  });

  it('opens the drawer only when told so', () => {
    expect(printed({}).drawerKicks).toBe(0);
    expect(printed({ opensDrawer: true }).drawerKicks).toBe(1);
    expect(printed({ opensDrawer: true }, printerModels['star-tsp600']).drawerKicks).toBe(1);
  });

  it('keeps font B through sizes, which would select font A', () => {
    const encodedB = encodeReceipt({ ...job, text: 'a', columns: 56 }, t88v, { font: 'b' });
    const hex = encodedB.kind === 'encoded' ? encodedB.bytes.toString('hex') : '';
    expect(hex).toContain('1b4d01');
    expect(hex.match(/1b21../g)).toEqual(['1b2111', '1b2101']);
  });
});
