import { describe, expect, it } from 'vitest';
import {
  isPrinterModelId,
  type PrinterModelId,
  printableLine,
  printerModelIds,
  printerModels,
} from '../../../../electron/devices/receipt-printer/models.ts';
import { receiptPrinterFactPages, receiptPrinterFacts } from '../../../vectors/receipt-printer-facts.ts';

const models = Object.values(printerModels);
/** Printers without a name stand in no database. */
const unnamed = ['generic-58mm', 'generic-80mm'];

describe('printer models', () => {
  it('are all in the public facts, but for those without a name', () => {
    expect([...printerModelIds].sort()).toEqual([...Object.keys(receiptPrinterFacts), ...unnamed].sort());
  });

  it.each(Object.entries(receiptPrinterFacts))('%s has the columns and page numbers of the facts', (id, facts) => {
    const model = printerModels[id as PrinterModelId];
    const fontB = printableLine(model, { font: 'b' }).columns;
    expect([printableLine(model).columns, fontB]).toEqual([facts.columns[0], facts.columns[1] ?? fontB]);
    expect(model.dotsPerLine).toBe(facts.dotsPerLine ?? model.dotsPerLine);
    const numbers = receiptPrinterFactPages.map(
      (name) => model.pages.find((page) => page.name === name)?.number ?? null,
    );
    expect(numbers).toEqual(facts.pages);
  });

  it.each(models)('$name has at least one page, for plain letters', ({ pages }) => {
    expect(pages.length).toBeGreaterThan(0);
    expect(new Set(pages.map(({ number }) => number)).size).toBe(pages.length);
  });

  it.each(models)('$name has room for its columns in its dots', (model) => {
    for (const font of ['a', 'b'] as const) {
      for (const paperMm of [58, 80] as const) {
        const { columns, dotsPerLine } = printableLine(model, { font, paperMm });
        expect(dotsPerLine / columns).toBeGreaterThanOrEqual(9);
      }
    }
  });

  it('has 32 columns on 58 mm paper and 42 or 48 on 80 mm, in font A', () => {
    const narrow = printableLine(printerModels['epson-tm-t20ii'], { paperMm: 58 });
    expect(narrow).toEqual({ font: 'a', columns: 32, dotsPerLine: 384 });
    expect(printableLine(printerModels['generic-58mm']).columns).toBe(32);
    expect(printableLine(printerModels['generic-80mm']).columns).toBe(42);
    expect(printableLine(printerModels['epson-tm-m30iii'], { paperMm: 80 }).columns).toBe(48);
  });

  it('keeps to its own paper when it does not take the one that is named', () => {
    expect(printableLine(printerModels['zjiang-pos-5890'], { paperMm: 80 }).columns).toBe(32);
    expect(printableLine(printerModels['epson-tm-u220'], { paperMm: 58 }).columns).toBe(42);
  });

  it('knows what its status bytes mean unless it answers nothing', () => {
    for (const { answers, realTimeStatus, automaticStatus } of models) {
      expect(realTimeStatus.length > 0 && automaticStatus.length > 0).toBe(answers !== 'never');
    }
  });

  it('are known by their own ids only', () => {
    expect(isPrinterModelId('epson-tm-t88v')).toBe(true);
    expect(isPrinterModelId('epson-tm-t90')).toBe(false);
    expect(isPrinterModelId('toString')).toBe(false);
  });
});
