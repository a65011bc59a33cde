import { expect, test } from 'vitest';
import { failure, startPrinting } from './print-harness.ts';

test('a printer that hangs is told before the receipt is fetched, and gets none of it later', async () => {
  const { print, paper, receiptsFetched, lines } = await startPrinting();
  await paper.setCondition('silent', true);
  expect(await print()).toMatchObject(failure('printer.silent', 'not-printed'));
  expect(receiptsFetched()).toBe(0);
  await paper.setCondition('silent', false);
  expect(lines()).toEqual([]);
  expect(await print()).toMatchObject({ ok: true });
});

test('a printer that hangs after the receipt leaves the outcome open within the deadline, and prints nothing twice', async () => {
  const { print, paper, receiptsFetched, lines } = await startPrinting({ printTimeoutMs: 800 });
  await paper.setCondition('mute-after-data', true);
  expect(await print()).toMatchObject(failure('print.outcome-unknown', 'unknown'));
  expect(receiptsFetched()).toBe(1);
  const once = lines();
  await paper.setCondition('mute-after-data', false);
  expect(lines()).toEqual(once);
  expect(await print()).toMatchObject({ ok: true });
  expect(receiptsFetched()).toBe(2);
});
