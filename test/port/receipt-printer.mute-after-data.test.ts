import { expect, it } from 'vitest';
import { deadline, giveUpReserveMs, job, startBench, until } from './printer-bench.ts';

it('a receipt that is not acknowledged is unknown at the deadline, although it may hang out of the printer', async () => {
  const { printer, simulator, timers, lines } = await startBench();
  await simulator.setCondition('mute-after-data', true);
  const outcome = printer.print(job, deadline);
  await until(() => lines().includes('Ваш баланс: 22,99 €'));
  timers.pass(deadline.timeoutMs);
  expect(await outcome).toEqual({ kind: 'unknown' });
  // Once, and not again: unknown is never repeated by itself.
  expect(lines().filter((line) => line === 'Ваш баланс: 22,99 €')).toHaveLength(1);
});

it('a printer that swallowed a receipt is emptied before the next one, however it stopped', async () => {
  const { printer, simulator, timers, lines } = await startBench();
  await simulator.setCondition('mute-after-data', true);
  simulator.setLinesLeft(6);
  const outcome = printer.print(job, deadline);
  await until(() => simulator.paper.lines.length === 6);
  timers.pass(deadline.timeoutMs);
  expect(await outcome).toEqual({ kind: 'unknown' });
  await simulator.setCondition('mute-after-data', false);
  expect(await printer.readState(deadline)).toEqual({ kind: 'blocked', reason: 'paper-out' });
  await simulator.setCondition('paper-out', false);
  expect(await printer.print({ ...job, text: 'the next customer' }, deadline)).toEqual({ kind: 'printed' });
  expect(lines()).toContain('the next customer');
  expect(lines().filter((line) => line.includes('балан'))).toEqual([]);
});

it('giving up ends within the deadline and tells the printer to forget the rest', async () => {
  const { printer, simulator, timers, lines } = await startBench();
  await simulator.setCondition('mute-after-data', true);
  const outcome = printer.print(job, deadline);
  await until(() => lines().includes('Ваш баланс: 22,99 €'));
  timers.pass(deadline.timeoutMs - giveUpReserveMs);
  await until(() => Buffer.from(simulator.received).toString('hex').includes('10140801031401060208'));
  timers.pass(giveUpReserveMs);
  expect(await outcome).toEqual({ kind: 'unknown' });
});
