import { expect, it, onTestFinished } from 'vitest';
import { createEscposOverTcp } from '../../electron/devices/receipt-printer/escpos-over-tcp.ts';
import { type PrinterModelId, printerModels } from '../../electron/devices/receipt-printer/models.ts';
import { startPrinterSimulator } from '../../simulator/printer/server.ts';
import { createManualTimers } from './manual-timers.ts';
import { deadline, job, until } from './printer-bench.ts';

/** A printer that takes everything and says nothing, as cheap ones do. */
async function startMute(id: PrinterModelId) {
  const timers = createManualTimers();
  const simulator = await startPrinterSimulator();
  await simulator.setCondition('silent', true);
  const printer = createEscposOverTcp({ ...simulator, model: printerModels[id], timers });
  onTestFinished(async () => {
    await printer.close();
    await simulator.close();
  });
  return { timers, simulator, printer };
}

const cut = Buffer.from([0x1d, 0x56, 0x01]);

it('a model that may answer nothing gets the receipt, and its outcome is unknown, never "printed"', async () => {
  const { timers, simulator, printer } = await startMute('generic-80mm');
  const outcome = printer.print(job, deadline);
  await until(() => simulator.received.length > 0);
  timers.pass(1_500);
  expect(await outcome).toEqual({ kind: 'unknown' });
  await until(() => Buffer.from(simulator.received).includes(cut));
  expect(Buffer.from(simulator.received).includes(Buffer.from('TRAINING'))).toBe(true);
});

it('what an earlier job may have left is cleared before the receipt, although nothing confirms it', async () => {
  const { timers, simulator, printer } = await startMute('generic-80mm');
  const outcome = printer.print(job, deadline);
  await until(() => simulator.received.length > 0);
  timers.pass(1_500);
  await outcome;
  await until(() => simulator.received.length > 40);
  const hex = Buffer.from(simulator.received).toString('hex');
  expect(hex.indexOf('10140801031401060208')).toBeLessThan(hex.indexOf(Buffer.from('TRAINING').toString('hex')));
});

it('a model that never answers is asked nothing', async () => {
  const { simulator, printer } = await startMute('star-tsp600');
  expect(await printer.readState(deadline)).toEqual({ kind: 'ready', paperLow: false });
  expect(simulator.received).toHaveLength(0);
});

it('a model that always answers and does not is silent, and gets nothing of the receipt', async () => {
  const { timers, simulator, printer } = await startMute('epson-tm-t88v');
  const outcome = printer.print(job, deadline);
  await until(() => simulator.received.length > 0);
  timers.pass(1_500);
  expect(await outcome).toEqual({ kind: 'not-printed', state: { kind: 'silent' } });
});

it('a model that may answer nothing and has answered before is silent when it no longer does', async () => {
  const { timers, simulator, printer } = await startMute('generic-80mm');
  await simulator.setCondition('silent', false);
  expect(await printer.print(job, deadline)).toEqual({ kind: 'printed' });
  await simulator.setCondition('silent', true);
  const before = simulator.received.length;
  const outcome = printer.print(job, deadline);
  await until(() => simulator.received.length > before);
  timers.pass(1_500);
  expect(await outcome).toEqual({ kind: 'not-printed', state: { kind: 'silent' } });
});
