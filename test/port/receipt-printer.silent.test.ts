import { expect, it } from 'vitest';
import { createEscposOverTcp } from '../../electron/devices/receipt-printer/escpos-over-tcp.ts';
import { createManualTimers } from './manual-timers.ts';
import { deadline, job, model, startBench, until } from './printer-bench.ts';
import { startScriptedPrinter } from './scripted-printer.ts';

it('a printer that takes the connection and answers nothing is silent, and gets nothing but the question', async () => {
  const { printer, simulator, timers, lines } = await startBench();
  await simulator.setCondition('silent', true);
  const outcome = printer.print(job, deadline);
  await until(() => simulator.received.length > 0);
  timers.pass(1_500);
  expect(await outcome).toEqual({ kind: 'not-printed', state: { kind: 'silent' } });
  expect(Buffer.from(simulator.received).toString('hex')).toBe('100401');
  // The connection is not used again: an answer that comes late could pass for the answer to another question.
  await until(() => !simulator.isConnected);
  await simulator.setCondition('silent', false);
  expect(await printer.print(job, deadline)).toEqual({ kind: 'printed' });
  expect(lines().filter((line) => line === 'Jūsų balansas: 22,99 €')).toHaveLength(1);
});

it('a short deadline is kept by a printer that answers nothing', async () => {
  const { printer, simulator, timers } = await startBench();
  await simulator.setCondition('silent', true);
  const state = printer.readState({ timeoutMs: 300 });
  await until(() => simulator.received.length > 0);
  timers.pass(300);
  expect(await state).toEqual({ kind: 'silent' });
});

it('a receipt whose time was used up by the questions before it is not begun', async () => {
  const timers = createManualTimers();
  const scripted = await startScriptedPrinter({ opening: '00', receipt: '00', onOpening: () => timers.pass(1_400) });
  const printer = createEscposOverTcp({ host: scripted.host, port: scripted.port, model, timers });
  expect(await printer.print(job, { timeoutMs: 1_600 })).toEqual({ kind: 'not-printed', state: { kind: 'silent' } });
  expect(scripted.gotReceipt).toBe(false);
  await printer.close();
});
