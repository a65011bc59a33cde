import type { CardIssuer } from './identifier.ts';

/** Where a reading came from; shown on the customer's ticket. */
export const readerNames = [
  'keyboard-wedge',
  'hid-scanner',
  'stripe-reader',
  'contactless-reader',
  'serial-scanner',
  'simulated-card-reader',
  'simulated-scanner',
] as const;
export type ReaderName = (typeof readerNames)[number];

/** What a reader delivered, before any rule looked at it. */
export type ReadingContent =
  /** A reader that knows it read a card. */
  | { readonly kind: 'card'; readonly issuer: CardIssuer; readonly number: string }
  /** Characters whose meaning the rules of `scan-rules.ts` decide; a mark of the symbology may stand in front. */
  | { readonly kind: 'text'; readonly text: string }
  /** The number on a magnetic stripe: all that left the adapter. */
  | { readonly kind: 'stripe'; readonly number: string }
  /** The chip's own number, hexadecimal: it names a card and proves nothing. */
  | { readonly kind: 'uid'; readonly uid: string }
  /** Something was shown to the reader, and what it was cannot be known: half of it, noise, a card pulled away. */
  | { readonly kind: 'unreadable' };

export interface Reading {
  readonly reader: ReaderName;
  /** Milliseconds since the epoch when the last character arrived. */
  readonly at: number;
  readonly content: ReadingContent;
}
