import { expect, it } from 'vitest';
import { deadline, job, startBench } from './printer-bench.ts';

it('a connection reset in the middle of a receipt leaves the outcome unknown, and the rest never comes out', async () => {
  const { printer, simulator, lines } = await startBench();
  await simulator.setCondition('reset-after-60-bytes', true);
  expect(await printer.print(job, deadline)).toEqual({ kind: 'unknown' });
  await simulator.setCondition('reset-after-60-bytes', false);
  expect(await printer.readState(deadline)).toEqual({ kind: 'ready', paperLow: false });
  expect(lines()).toEqual([]);
  // The control: the same receipt over a whole connection.
  expect(await printer.print(job, deadline)).toEqual({ kind: 'printed' });
  expect(lines().filter((line) => line === 'Ваш баланс: 22,99 €')).toHaveLength(1);
});
