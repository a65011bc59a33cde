import { expect, test } from 'vitest';
import { createEscposOverTcp } from '../../electron/devices/receipt-printer/escpos-over-tcp.ts';
import { printerModels } from '../../electron/devices/receipt-printer/models.ts';
import { startSlowPrinter } from '../port/slow-printer.ts';
import { startPrinting } from './print-harness.ts';

test('a slow printer that reports its state in between gets every byte and ends as printed', async () => {
  const slow = await startSlowPrinter();
  const model = printerModels['epson-tm-t88v'];
  const { print } = await startPrinting({
    way: () => createEscposOverTcp({ host: '127.0.0.1', port: slow.port, model }),
  });
  expect(await print()).toMatchObject({ ok: true });
  const hex = slow.received().toString('hex');
  expect(hex.startsWith('1b401b5200')).toBe(true);
  expect(hex.split(Buffer.from('TRAINING').toString('hex'))).toHaveLength(3);
  expect(hex.endsWith('1d56011b40' + '1d7201')).toBe(true);
});
