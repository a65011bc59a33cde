import { describe, expect, it } from 'vitest';
import {
  isPrinterModelId,
  type PrinterModelId,
  printerModelIds,
  printerModels,
} from '../../../../electron/devices/receipt-printer/models.ts';
import { receiptPrinterFactPages, receiptPrinterFacts } from '../../../vectors/receipt-printer-facts.ts';

describe('printer models', () => {
  it('are all in the public facts', () => {
    expect([...printerModelIds].sort()).toEqual(Object.keys(receiptPrinterFacts).sort());
  });

  it.each(Object.entries(receiptPrinterFacts))(
    '%s has the columns, dots and page numbers of the facts',
    (id, facts) => {
      const model = printerModels[id as PrinterModelId];
      expect({ columns: model.columns, dotsPerLine: model.dotsPerLine }).toEqual({
        columns: facts.columns,
        dotsPerLine: facts.dotsPerLine,
      });
      const numbers = receiptPrinterFactPages.map((name) => model.pages.find((page) => page.name === name)?.number);
      expect(numbers).toEqual(facts.pages);
    },
  );

  it('have pages for every letter of the three languages', () => {
    for (const { pages } of Object.values(printerModels)) {
      expect(pages.map((page) => page.name)).toEqual(expect.arrayContaining(['wpc1257', 'wpc1251']));
    }
  });

  it('are known by their own ids only', () => {
    expect(isPrinterModelId('epson-tm-t88v')).toBe(true);
    expect(isPrinterModelId('epson-tm-u220')).toBe(false);
    expect(isPrinterModelId('toString')).toBe(false);
  });
});
