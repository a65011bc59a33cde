import type { ReceiptHeaderLine } from '../../shared/domain/receipt-layout.ts';

/**
 * Our own lines above a receipt's text: which till printed it, and when, in the station's own time.
 * Date and time are written alike in every language: the head of a receipt is no sentence.
 */
export function receiptHeader(stationName: string, printedAt: Date): readonly ReceiptHeaderLine[] {
  return [stationName, { left: dayOf(printedAt), right: timeOf(printedAt) }];
}

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** `2026-11-20` */
function dayOf(at: Date): string {
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map(twoDigits).join('-');
}

/** `14:02:40` */
function timeOf(at: Date): string {
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map(twoDigits).join(':');
}
