import { expect, it } from 'vitest';
import type { PrintOutcome } from '../../electron/devices/receipt-printer/port.ts';
import { deadline, job, type PrinterBench, startBench, until } from './printer-bench.ts';

/** Paper ends at the sixth line, the printer keeps the rest and says nothing of it, and then the connection is lost. */
async function loseConnectionMidway(bench: PrinterBench): Promise<{ readonly outcome: Promise<PrintOutcome> }> {
  const { printer, simulator } = bench;
  await simulator.setCondition('mute-after-data', true);
  simulator.setLinesLeft(6);
  const outcome = printer.print(job, deadline);
  await until(() => simulator.paper.lines.length === 6);
  await simulator.setCondition('in-use', true);
  return { outcome };
}

const isRest = (line: string): boolean => line.includes('балан');

it('control: what is left in a printer whose connection was lost does come out when paper comes', async () => {
  const bench = await startBench();
  const { outcome } = await loseConnectionMidway(bench);
  await bench.simulator.setCondition('paper-out', false);
  expect(bench.lines().filter(isRest)).toHaveLength(1);
  expect(await outcome).toEqual({ kind: 'unknown' });
});

it('the rest of a receipt is called back over a new connection at once', async () => {
  const bench = await startBench();
  const { outcome } = await loseConnectionMidway(bench);
  await bench.simulator.setCondition('mute-after-data', false);
  await bench.simulator.setCondition('in-use', false);
  expect(await outcome).toEqual({ kind: 'unknown' });
  await bench.simulator.setCondition('paper-out', false);
  expect(bench.lines().filter(isRest)).toEqual([]);
});

it('the rest of a receipt is called back later when the printer cannot be reached at once', async () => {
  const bench = await startBench();
  const { simulator, printer, lines } = bench;
  const { outcome } = await loseConnectionMidway(bench);
  expect(await outcome).toEqual({ kind: 'unknown' });
  await simulator.setCondition('mute-after-data', false);
  await simulator.setCondition('in-use', false);
  // Nothing is printed yet: merely asking how the printer is calls the rest back.
  expect(await printer.readState(deadline)).toEqual({ kind: 'blocked', reason: 'paper-out' });
  await simulator.setCondition('paper-out', false);
  expect(lines().filter(isRest)).toEqual([]);
  expect(await printer.print({ ...job, text: 'the next customer' }, deadline)).toEqual({ kind: 'printed' });
  expect(lines()).toContain('the next customer');
});
