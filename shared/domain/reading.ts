import type { CardIssuer } from './identifier.ts';

/** Where a reading came from; shown on the customer's ticket. */
export type ReaderName = 'keyboard-wedge' | 'simulated-card-reader' | 'simulated-scanner';

/** What a reader delivered, before any rule looked at it. */
export type ReadingContent =
  /** A reader that knows it read a card. */
  | { readonly kind: 'card'; readonly issuer: CardIssuer; readonly number: string }
  /** Characters whose meaning the rules of `scan-rules.ts` decide. */
  | { readonly kind: 'text'; readonly text: string };

export interface Reading {
  readonly reader: ReaderName;
  /** Milliseconds since the epoch when the last character arrived. */
  readonly at: number;
  readonly content: ReadingContent;
}
