/** Unknown cards in a row, and whether the reader rests for them. */
export interface ReaderRest {
  readonly unknownInARow: number;
  /** Milliseconds since the epoch; null while the reader reads. */
  readonly restsUntil: number | null;
}

export type ScanOutcome = 'unknown' | 'known';

export const mostUnknownInARow = 5;
export const restMs = 60_000;

export const wideAwake: ReaderRest = { unknownInARow: 0, restsUntil: null };

/** How long the reader still rests, in milliseconds; 0 when it reads. */
export function restLeftMs({ restsUntil }: ReaderRest, now: number): number {
  // A clock that was set back must not make a minute into hours.
  return restsUntil === null ? 0 : Math.min(Math.max(0, restsUntil - now), restMs);
}

/** Counts what a scan led to: after five in a row that are nobody's the reader rests for a minute. */
export function countScan(rest: ReaderRest, outcome: ScanOutcome, now: number): ReaderRest {
  if (outcome === 'known') {
    return wideAwake;
  }
  const unknownInARow = rest.unknownInARow + 1;
  return unknownInARow < mostUnknownInARow
    ? { unknownInARow, restsUntil: null }
    : { unknownInARow: 0, restsUntil: now + restMs };
}
