import { expect, it } from 'vitest';
import { deadline, job, startBench, startOverSerial, until } from './printer-bench.ts';
import { noPty } from './pty-cable.ts';

it('a printer that turns a second station away is in use, and nothing is printed', async () => {
  const { printer, simulator, lines } = await startBench();
  await simulator.setCondition('in-use', true);
  expect(await printer.readState(deadline)).toEqual({ kind: 'in-use' });
  expect(await printer.print(job, deadline)).toEqual({ kind: 'not-printed', state: { kind: 'in-use' } });
  await simulator.setCondition('in-use', false);
  expect(lines()).toEqual([]);
  expect(await printer.print(job, deadline)).toEqual({ kind: 'printed' });
});

it('two stations share a printer: the second gets it when the first has been idle for five seconds', async () => {
  const { printer, simulator, timers, anotherStation } = await startBench();
  const second = anotherStation();
  expect(await printer.print(job, deadline)).toEqual({ kind: 'printed' });
  expect(await second.print(job, deadline)).toEqual({ kind: 'not-printed', state: { kind: 'in-use' } });
  timers.pass(5_000);
  await until(() => !simulator.isConnected);
  expect(await second.print(job, deadline)).toEqual({ kind: 'printed' });
});

it('the connection is kept for the next receipt and let go after five idle seconds', async () => {
  const { printer, simulator, timers } = await startBench();
  await printer.print(job, deadline);
  timers.pass(4_999);
  await printer.print(job, deadline);
  timers.pass(4_999);
  expect(await printer.readState(deadline)).toEqual({ kind: 'ready', paperLow: false });
  expect(simulator.isConnected).toBe(true);
  timers.pass(5_000);
  await until(() => !simulator.isConnected);
  expect(await printer.print(job, deadline)).toEqual({ kind: 'printed' });
});

it('a printer that is watched is let go after five idle seconds all the same', async () => {
  const { printer, simulator, timers } = await startBench();
  printer.watch(() => {});
  await printer.print(job, deadline);
  for (let second = 0; second < 5; second += 1) {
    timers.pass(1_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await until(() => !simulator.isConnected);
  expect(simulator.isConnected).toBe(false);
});

it('a look at a shared printer that is watched lets it go at once, so that another station can print', async () => {
  const { printer, simulator, anotherStation } = await startBench();
  const told: string[] = [];
  printer.watch((state) => told.push(state.kind));
  await until(() => told.length > 0);
  await until(() => !simulator.isConnected);
  // No time has passed: nobody waited for five idle seconds.
  expect(await anotherStation().print(job, deadline)).toEqual({ kind: 'printed' });
  expect(told).toEqual(['ready']);
});

it.skipIf(noPty !== null)('a serial line that another station has is in use, and nothing is printed', async () => {
  const { printer, anotherStation, lines } = await startOverSerial();
  expect(await printer.readState(deadline)).toEqual({ kind: 'ready', paperLow: false });
  const second = anotherStation();
  expect(await second.print(job, deadline)).toEqual({ kind: 'not-printed', state: { kind: 'in-use' } });
  expect(lines()).toEqual([]);
  await printer.close();
  expect(await second.print(job, deadline)).toEqual({ kind: 'printed' });
});
