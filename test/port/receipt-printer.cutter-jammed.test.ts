import { expect, it } from 'vitest';
import { deadline, job, startBench } from './printer-bench.ts';

it('a printer whose cutter is stuck says so and prints nothing until it is free', async () => {
  const { printer, simulator, lines } = await startBench();
  const cutter = { kind: 'blocked', reason: 'cutter' };
  await simulator.setCondition('cutter-jammed', true);
  expect(await printer.readState(deadline)).toEqual(cutter);
  expect(await printer.print(job, deadline)).toEqual({ kind: 'not-printed', state: cutter });
  await simulator.setCondition('cutter-jammed', false);
  expect(lines()).toEqual([]);
  expect(await printer.print(job, deadline)).toEqual({ kind: 'printed' });
  expect(lines()).toContain('Jūsų balansas: 22,99 €');
});
