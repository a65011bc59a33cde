import type { ReceiptHeaderLine } from '../../../shared/domain/receipt-layout.ts';

/** What the till needs of a receipt printer. Adapters live beside this file, each named `protocol-over-transport`. */

export type BlockedReason = 'paper-out' | 'cover-open' | 'cutter' | 'error';

export type PrinterState =
  | { readonly kind: 'ready'; readonly paperLow: boolean }
  | { readonly kind: 'blocked'; readonly reason: BlockedReason }
  /** Another station holds the connection: a printer has one, and two stations may share it. Or our own earlier job does. */
  | { readonly kind: 'in-use' }
  /** It takes the connection and does not answer questions about its state. */
  | { readonly kind: 'silent' }
  /** Off, unplugged, no route. */
  | { readonly kind: 'absent' };

export type PrintOutcome =
  /** The printer acknowledged that it worked through the last byte. A finished write is not enough. */
  | { readonly kind: 'printed' }
  /** Not one line of it is on paper, and none will come. */
  | { readonly kind: 'not-printed'; readonly state: PrinterState }
  /** The model has no page for these letters; nothing was sent. */
  | { readonly kind: 'unprintable'; readonly letters: string }
  /** Sent, at least in part, and not acknowledged: a person looks at the paper. Never repeated by itself. */
  | { readonly kind: 'unknown' };

/** One receipt. Lives in memory only and is let go once printed. */
export interface PrintJob {
  /** Printed framed above and below the text, so that training and test receipts cannot pass for real ones. */
  readonly mark: string | null;
  /** Our own lines above the text (the shop's name, the time). */
  readonly header: readonly ReceiptHeaderLine[];
  /** The service's text as it came: lines end CR LF, already wrapped for `columns`. */
  readonly text: string;
  /** Symbols a line; at most the printer's own. */
  readonly columns: number;
}

export interface ReceiptPrinter {
  /** Symbols a line in the normal font on the paper that is in. */
  readonly columns: number;
  /** Never rejects: an unplugged printer is a state. Answers within `timeoutMs`. */
  readState(options: { readonly timeoutMs: number }): Promise<PrinterState>;
  /** Never rejects and never takes longer than `timeoutMs`. One job at a time: a second one waits its turn in it. */
  print(job: PrintJob, options: { readonly timeoutMs: number }): Promise<PrintOutcome>;
  /** Lets the connection go. */
  close(): Promise<void>;
}
