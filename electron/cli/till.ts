import type { ReceiptPrinter } from '../devices/receipt-printer/port.ts';
import type { Journal } from '../journal/journal.ts';
import type { Settings } from '../settings/settings.ts';
import type { WalletApi } from '../wallet-api/wallet-api.ts';

/** What a wiring of the command line hands over; the desk's wirings pick the same adapters. */
export interface Till {
  readonly settings: Settings;
  readonly api: WalletApi;
  readonly printer: ReceiptPrinter | null;
  /** What is done is written there; `api` and `printer` go through it. */
  readonly journal: Journal;
  /** Frames each receipt of a station that does not serve real customers; null where it does. */
  readonly receiptMark: string | null;
  /** How a wait of our own passes. */
  readonly wait: (ms: number) => Promise<void>;
  close(): Promise<void>;
}
