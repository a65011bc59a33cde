import { expect, it } from 'vitest';
import { deadline, job, startBench } from './printer-bench.ts';

it('a printer with an open cover says so and prints nothing, now or when it is closed', async () => {
  const { printer, simulator, lines } = await startBench();
  const coverOpen = { kind: 'blocked', reason: 'cover-open' };
  await simulator.setCondition('cover-open', true);
  expect(await printer.readState(deadline)).toEqual(coverOpen);
  expect(await printer.print(job, deadline)).toEqual({ kind: 'not-printed', state: coverOpen });
  await simulator.setCondition('cover-open', false);
  expect(await printer.readState(deadline)).toEqual({ kind: 'ready', paperLow: false });
  expect(lines()).toEqual([]);
  // The control: with the cover closed the same receipt comes out.
  expect(await printer.print(job, deadline)).toEqual({ kind: 'printed' });
  expect(lines()).toContain('Jūsų balansas: 22,99 €');
});

it('an open cover is named before the missing paper that its sensor sees too', async () => {
  const { printer, simulator } = await startBench();
  await simulator.setCondition('paper-out', true);
  await simulator.setCondition('cover-open', true);
  expect(await printer.readState(deadline)).toEqual({ kind: 'blocked', reason: 'cover-open' });
});
