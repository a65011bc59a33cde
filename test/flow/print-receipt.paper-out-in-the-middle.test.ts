import { expect, test } from 'vitest';
import { failure, startPrinting } from './print-harness.ts';

test('paper that ends in a receipt leaves the outcome open, and the rest does not come out for the next customer', async () => {
  const { print, paper, lines } = await startPrinting();
  paper.setLinesLeft(4);
  expect(await print()).toMatchObject(failure('print.outcome-unknown', 'unknown'));
  const torn = lines();
  await paper.setCondition('paper-out', false);
  expect(lines()).toEqual(torn);
  expect(await print()).toMatchObject({ ok: true });
  expect(lines().filter((line) => line.includes('TRAINING'))).toHaveLength(3);
});
