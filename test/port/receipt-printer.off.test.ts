import { expect, it } from 'vitest';
import { deadline, job, startBench, until } from './printer-bench.ts';

it('a printer that is off is absent, and prints when it is on again', async () => {
  const { printer, simulator, lines } = await startBench();
  await simulator.setCondition('off', true);
  expect(await printer.readState(deadline)).toEqual({ kind: 'absent' });
  expect(await printer.print(job, deadline)).toEqual({ kind: 'not-printed', state: { kind: 'absent' } });
  await simulator.setCondition('off', false);
  expect(lines()).toEqual([]);
  expect(await printer.print(job, deadline)).toEqual({ kind: 'printed' });
});

it('a printer switched off before it acknowledged the receipt leaves the outcome unknown', async () => {
  const { printer, simulator, timers, lines } = await startBench();
  await simulator.setCondition('mute-after-data', true);
  const outcome = printer.print(job, deadline);
  await until(() => lines().includes('Ваш баланс: 22,99 €'));
  await simulator.setCondition('off', true);
  expect(await outcome).toEqual({ kind: 'unknown' });
  await simulator.setCondition('mute-after-data', false);
  await simulator.setCondition('off', false);
  timers.pass(deadline.timeoutMs);
  expect(await printer.readState(deadline)).toEqual({ kind: 'ready', paperLow: false });
  expect(lines().filter((line) => line === 'Ваш баланс: 22,99 €')).toHaveLength(1);
});
