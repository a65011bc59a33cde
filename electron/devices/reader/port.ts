import type { ReaderName, Reading } from '../../../shared/domain/reading.ts';

export type ReaderState = { readonly kind: 'listening' } | { readonly kind: 'absent' };

/** A source of scans and taps. It reports; what a reading means is decided by the rules in `shared/domain`. */
export interface Reader {
  readonly name: ReaderName;
  readonly state: ReaderState;
  /** Starts reporting; answers with the function that stops it. */
  listen(onReading: (reading: Reading) => void): () => void;
}
