import { expect, it } from 'vitest';
import { formatPrintTime, receiptHeader } from '../../../electron/services/receipt-header.ts';

it("heads a receipt with the till's name and the station's own time, in full digits", () => {
  const printedAt = new Date(2026, 0, 2, 3, 4, 5);
  expect(formatPrintTime(printedAt)).toBe('2026-01-02 03:04:05');
  expect(receiptHeader('Kasa 3', printedAt)).toEqual(['Kasa 3', '2026-01-02 03:04:05']);
});
