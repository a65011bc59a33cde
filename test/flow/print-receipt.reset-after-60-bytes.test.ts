import { expect, test } from 'vitest';
import { failure, startPrinting } from './print-harness.ts';

test('a connection that is reset after 60 bytes is never "printed", and the rest never comes out', async () => {
  const { print, paper, receiptsFetched, lines } = await startPrinting({ printTimeoutMs: 1_500 });
  await paper.setCondition('reset-after-60-bytes', true);
  expect(await print()).toMatchObject(failure('print.outcome-unknown', 'unknown'));
  // Unknown is never repeated by itself.
  expect(receiptsFetched()).toBe(1);
  await paper.setCondition('reset-after-60-bytes', false);
  const torn = lines();
  expect(await print()).toMatchObject({ ok: true });
  expect(receiptsFetched()).toBe(2);
  const whole = lines().slice(torn.length);
  expect(whole.filter((line) => line.includes('TRAINING'))).toHaveLength(2);
});
