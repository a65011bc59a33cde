import { expect, it, onTestFinished } from 'vitest';
import { encodeReceipt } from '../../electron/devices/receipt-printer/encode-receipt.ts';
import { createEscposOverTcp } from '../../electron/devices/receipt-printer/escpos-over-tcp.ts';
import { createManualTimers } from './manual-timers.ts';
import { deadline, job, model } from './printer-bench.ts';
import { acknowledge, startSlowPrinter } from './slow-printer.ts';

it('a slow printer that reports its state all the time gets every byte, and its acknowledgement is heard', async () => {
  const slow = await startSlowPrinter();
  const printer = createEscposOverTcp({ host: '127.0.0.1', port: slow.port, model, timers: createManualTimers() });
  onTestFinished(() => printer.close());
  expect(await printer.print(job, deadline)).toEqual({ kind: 'printed' });
  const encoded = encodeReceipt(job, model);
  if (encoded.kind !== 'encoded') throw new Error('the job is printable');
  expect(slow.received().toString('hex')).toBe(Buffer.concat([encoded.bytes, acknowledge]).toString('hex'));
});
