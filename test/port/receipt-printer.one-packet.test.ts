import { expect, it, onTestFinished } from 'vitest';
import { createEscposOverTcp } from '../../electron/devices/receipt-printer/escpos-over-tcp.ts';
import type { ReceiptPrinter } from '../../electron/devices/receipt-printer/port.ts';
import { createManualTimers } from './manual-timers.ts';
import { deadline, job, model } from './printer-bench.ts';
import { type ScriptedPrinter, startScriptedPrinter } from './scripted-printer.ts';

// Answers that come in one packet: what is said behind the answer that was waited for must not get lost.

const ready = '1000000f';
const paperOut = '18000f0f';
const reached = '00';

function stationAt({ host, port }: ScriptedPrinter): ReceiptPrinter {
  const printer = createEscposOverTcp({ host, port, model, timers: createManualTimers() });
  onTestFinished(() => printer.close());
  return printer;
}

it('control: an acknowledgement of the receipt is "printed"', async () => {
  const scripted = await startScriptedPrinter({ opening: ready + reached, receipt: reached });
  expect(await stationAt(scripted).print(job, deadline)).toEqual({ kind: 'printed' });
  expect(scripted.gotReceipt).toBe(true);
});

it('trouble reported right behind the answer to the opening keeps the receipt from being sent', async () => {
  const scripted = await startScriptedPrinter({ opening: ready + reached + paperOut, receipt: reached });
  expect(await stationAt(scripted).print(job, deadline)).toEqual({
    kind: 'not-printed',
    state: { kind: 'blocked', reason: 'paper-out' },
  });
  expect(scripted.gotReceipt).toBe(false);
});

it('trouble reported instead of the answer to the opening keeps the receipt from being sent', async () => {
  const scripted = await startScriptedPrinter({ opening: paperOut, receipt: reached });
  expect(await stationAt(scripted).print(job, deadline)).toEqual({
    kind: 'not-printed',
    state: { kind: 'blocked', reason: 'paper-out' },
  });
  expect(scripted.gotReceipt).toBe(false);
});

it('trouble reported right before the acknowledgement does not make a printed receipt unknown', async () => {
  const scripted = await startScriptedPrinter({ opening: ready + reached, receipt: paperOut + reached });
  expect(await stationAt(scripted).print(job, deadline)).toEqual({ kind: 'printed' });
});

it('an acknowledgement that comes while the buffer is being emptied counts', async () => {
  const scripted = await startScriptedPrinter({
    opening: ready + reached,
    receipt: paperOut,
    clear: `${reached}372500`,
  });
  expect(await stationAt(scripted).print(job, deadline)).toEqual({ kind: 'printed' });
});

it('a stray byte from before the receipt does not acknowledge it', async () => {
  const scripted = await startScriptedPrinter({ opening: ready + reached + reached, receipt: paperOut });
  expect(await stationAt(scripted).print(job, deadline)).toEqual({ kind: 'unknown' });
  expect(scripted.gotReceipt).toBe(true);
});
