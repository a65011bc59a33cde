import { expect, test } from 'vitest';
import { failure, startPrinting } from './print-harness.ts';

test('missing paper is told before the receipt is fetched, and nothing comes out when paper is put in', async () => {
  const { print, paper, receiptsFetched, lines } = await startPrinting();
  await paper.setCondition('paper-out', true);
  expect(await print()).toMatchObject(failure('printer.paper-out', 'not-printed'));
  expect(receiptsFetched()).toBe(0);
  await paper.setCondition('paper-out', false);
  expect(lines()).toEqual([]);
  expect(await print()).toMatchObject({ ok: true });
});
