/** Our own lines above a receipt's text: which till printed it, and when. */
export function receiptHeader(stationName: string, printedAt: Date): readonly string[] {
  return [stationName, formatPrintTime(printedAt)];
}

/** `2026-11-20 14:02:40` in the station's own time, whatever the language: the head of a receipt is no sentence. */
export function formatPrintTime(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}
