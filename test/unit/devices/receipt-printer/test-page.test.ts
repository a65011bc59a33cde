import { describe, expect, it } from 'vitest';
import { encodeReceipt } from '../../../../electron/devices/receipt-printer/encode-receipt.ts';
import { printableLine, printerModels } from '../../../../electron/devices/receipt-printer/models.ts';
import { createTestPage, testLetters } from '../../../../electron/devices/receipt-printer/test-page.ts';
import { paperText } from '../../../../simulator/printer/paper-text.ts';
import { createPrinter } from '../../../../simulator/printer/printer.ts';

const models = Object.values(printerModels);
const page = { mark: null, opensDrawer: true };

describe('the test page', () => {
  it.each(models)('can be printed on $name with every paper and font, no line wider than the paper', (model) => {
    for (const paperMm of [58, 80] as const) {
      for (const font of ['a', 'b'] as const) {
        const setup = { model, paperMm, font };
        const job = createTestPage(setup, page);
        expect(job.columns).toBe(printableLine(model, setup).columns);
        expect(encodeReceipt(job, model, setup).kind).toBe('encoded');
      }
    }
  });

  it('shows all letters, a ruler, the widths and codes, cuts and opens the drawer', () => {
    const model = printerModels['epson-tm-t20iii'];
    const encoded = encodeReceipt(createTestPage({ model }, page), model);
    const printer = createPrinter({ columns: 48 });
    if (encoded.kind === 'encoded') printer.receive(encoded.bytes);
    const text = paperText(printer.paper).map((line) => line.trim());
    expect(text).toEqual(expect.arrayContaining([...testLetters]));
    expect(text).toContain('----+----1----+----2----+----3----+----4----+---');
    expect(text).toContain(`${'.'.repeat(40)}42`);
    expect(text).toContain('[barcode TEST-48]');
    expect(printer.paper.lines.at(-1)).toEqual({ kind: 'cut', partial: true });
    expect(printer.drawerKicks).toBe(1);
    expect(printer.unknownCommands).toEqual([]);
  });
});
