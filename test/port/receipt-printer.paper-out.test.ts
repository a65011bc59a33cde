import { expect, it } from 'vitest';
import { encodeReceipt } from '../../electron/devices/receipt-printer/encode-receipt.ts';
import { deadline, job, model, sendAndHangUp, startBench } from './printer-bench.ts';

const paperOut = { kind: 'blocked', reason: 'paper-out' };

it('a printer without paper says so, gets nothing of the receipt, and prints nothing when paper comes', async () => {
  const { printer, simulator, lines } = await startBench();
  await simulator.setCondition('paper-out', true);
  expect(await printer.readState(deadline)).toEqual(paperOut);
  expect(await printer.print(job, deadline)).toEqual({ kind: 'not-printed', state: paperOut });
  expect(simulator.received.every((byte) => byte < 0x20)).toBe(true);
  await simulator.setCondition('paper-out', false);
  expect(await printer.readState(deadline)).toEqual({ kind: 'ready', paperLow: false });
  expect(lines()).toEqual([]);
});

it('control: what a careless program sends to a printer without paper does come out later', async () => {
  const { simulator, lines } = await startBench();
  const encoded = encodeReceipt(job, model);
  if (encoded.kind !== 'encoded') throw new Error('the job is printable');
  await simulator.setCondition('paper-out', true);
  await sendAndHangUp(simulator, encoded.bytes);
  expect(lines()).toEqual([]);
  await simulator.setCondition('paper-out', false);
  expect(lines()).toContain('Jūsų balansas: 22,99 €');
});

it('paper that ends in the middle of a receipt makes the outcome unknown, and the rest never comes out', async () => {
  const { printer, simulator, lines } = await startBench();
  simulator.setLinesLeft(6);
  // No time passes: the printer's own report ends the wait.
  expect(await printer.print(job, deadline)).toEqual({ kind: 'unknown' });
  expect(simulator.paper.lines).toHaveLength(6);
  const torn = lines();
  await simulator.setCondition('paper-out', false);
  expect(await printer.readState(deadline)).toEqual({ kind: 'ready', paperLow: false });
  expect(lines()).toEqual(torn);
  expect(await printer.print({ ...job, text: 'the next customer' }, deadline)).toEqual({ kind: 'printed' });
  expect(lines().filter((line) => line.includes('балан'))).toEqual([]);
  expect(lines()).toContain('the next customer');
});
