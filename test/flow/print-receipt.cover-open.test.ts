import { expect, test } from 'vitest';
import { afterBytes, failure, intoTheReceipt, startPrinting } from './print-harness.ts';

test('an open cover is told before the receipt is fetched, and nothing comes out when it is seen to', async () => {
  const { print, paper, receiptsFetched, lines } = await startPrinting();
  await paper.setCondition('cover-open', true);
  expect(await print()).toMatchObject(failure('printer.cover-open', 'not-printed'));
  expect(receiptsFetched()).toBe(0);
  await paper.setCondition('cover-open', false);
  expect(lines()).toEqual([]);
  expect(await print()).toMatchObject({ ok: true });
});

test('a cover opened while a receipt is printed leaves the outcome open, and the rest never comes out', async () => {
  const { print, paper, lines } = await startPrinting({
    beforeByte: afterBytes(intoTheReceipt, (printer) => void printer.setCondition('cover-open', true)),
  });
  expect(await print()).toMatchObject(failure('print.outcome-unknown', 'unknown'));
  const afterwards = lines();
  await paper.setCondition('cover-open', false);
  expect(lines()).toEqual(afterwards);
});
