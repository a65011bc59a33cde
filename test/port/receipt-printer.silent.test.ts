import { expect, it } from 'vitest';
import { deadline, job, startBench, until } from './printer-bench.ts';

it('a printer that takes the connection and answers nothing is silent, and gets nothing but the question', async () => {
  const { printer, simulator, timers, lines } = await startBench();
  await simulator.setCondition('silent', true);
  const outcome = printer.print(job, deadline);
  await until(() => simulator.received.length > 0);
  timers.pass(1_500);
  expect(await outcome).toEqual({ kind: 'not-printed', state: { kind: 'silent' } });
  expect(Buffer.from(simulator.received).toString('hex')).toBe('100401');
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
