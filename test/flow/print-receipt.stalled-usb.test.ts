import { expect, test } from 'vitest';
import { createEscposPrinter } from '../../electron/devices/receipt-printer/escpos-printer.ts';
import { printerModels } from '../../electron/devices/receipt-printer/models.ts';
import { afterBytes, failure, intoTheReceipt, startPrinting } from './print-harness.ts';

const model = printerModels['epson-tm-t88v'];
test('a job given up on a cable that takes no more bytes never comes out, neither its rest nor all of it', async () => {
  const printing = await startPrinting({
    printTimeoutMs: 600,
    way: ({ inProcess }) => createEscposPrinter(inProcess, { model }),
    beforeByte: afterBytes(intoTheReceipt, (printer) => void printer.setCondition('stalled', true)),
  });
  const { print, paper, lines } = printing;
  expect(await print()).toMatchObject(failure('print.outcome-unknown', 'unknown'));
  const torn = lines();
  // What the station still had to send is gone; what the printer had is called back before the next receipt.
  await paper.setCondition('stalled', false);
  expect(await print()).toMatchObject({ ok: true });
  expect(lines().slice(0, torn.length)).toEqual(torn);
  expect(
    lines()
      .slice(torn.length)
      .filter((line) => line.includes('TRAINING')),
  ).toHaveLength(2);
});
