import { expect, it } from 'vitest';
import { receiptHeader } from '../../../electron/services/receipt-header.ts';

it("heads a receipt with the till's name, and below it the day at the left and the time at the right, in full digits", () => {
  const printedAt = new Date(2026, 0, 2, 3, 4, 5);
  expect(receiptHeader('Kasa 3', printedAt)).toEqual(['Kasa 3', { left: '2026-01-02', right: '03:04:05' }]);
});
