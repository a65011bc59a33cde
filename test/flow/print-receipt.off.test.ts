import { expect, test } from 'vitest';
import { afterBytes, failure, intoTheReceipt, startPrinting } from './print-harness.ts';

test('a printer that is off is told before the receipt is fetched, and prints when it is on', async () => {
  const { print, paper, receiptsFetched, lines } = await startPrinting();
  await paper.setCondition('off', true);
  expect(await print()).toMatchObject(failure('printer.absent', 'not-printed'));
  expect(receiptsFetched()).toBe(0);
  await paper.setCondition('off', false);
  expect(lines()).toEqual([]);
  expect(await print()).toMatchObject({ ok: true });
});

test('a printer that is switched off while it prints leaves the outcome open, and its half receipt is not finished', async () => {
  const { print, paper, lines } = await startPrinting({
    printTimeoutMs: 1_500,
    beforeByte: afterBytes(intoTheReceipt, (printer) => void printer.setCondition('off', true)),
  });
  expect(await print()).toMatchObject(failure('print.outcome-unknown', 'unknown'));
  const torn = lines();
  await paper.setCondition('off', false);
  expect(lines()).toEqual(torn);
  // "Print again" is a new receipt, fetched anew.
  expect(await print()).toMatchObject({ ok: true });
});
