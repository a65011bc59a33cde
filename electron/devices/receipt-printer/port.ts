import type { ReceiptHeaderLine } from '../../../shared/domain/receipt-layout.ts';
import type { AppError } from '../../../shared/errors/app-error.ts';

/** What the till needs of a receipt printer. Adapters live beside this file, each named `protocol-over-transport`. */

export type BlockedReason = 'paper-out' | 'cover-open' | 'cutter' | 'error';

export type PrinterState =
  | {
      readonly kind: 'ready';
      readonly paperLow: boolean;
      /** Level of the drawer's switch: usually high while it is open, and always where no drawer is plugged in. */
      readonly drawerPinHigh?: true;
    }
  | { readonly kind: 'blocked'; readonly reason: BlockedReason }
  /** Another station holds the connection: a printer has one, and two stations may share it. Or our own earlier job does. */
  | { readonly kind: 'in-use' }
  /** It takes the connection and does not answer questions about its state. */
  | { readonly kind: 'silent' }
  /** Off, unplugged, no route; or there is something else at its path, or something that we may not open. */
  | { readonly kind: 'absent'; readonly reason?: 'not-a-device' | 'no-permission' }
  /** No printer was ever set up. */
  | { readonly kind: 'not-configured' };

export type PrintOutcome =
  /** The printer acknowledged that it worked through the last byte. A finished write is not enough. */
  | { readonly kind: 'printed' }
  /** Not one line of it is on paper, and none will come. */
  | { readonly kind: 'not-printed'; readonly state: PrinterState }
  /** Letters that the model has no page for and that cannot be drawn either; nothing was sent. */
  | { readonly kind: 'unprintable'; readonly letters: string }
  /** Sent, at least in part, and not acknowledged: a person looks at the paper. Never repeated by itself. */
  | {
      readonly kind: 'unknown';
      /** By which whoever looked at the paper says what came out; no adapter knows one. */
      readonly entry?: number;
    }
  /** Withheld before any printer saw it: what keeps account of prints could not. No adapter answers so. */
  | { readonly kind: 'withheld'; readonly error: AppError };

/** Dots, one bit each, the highest bit the leftmost; rows from the top, each a whole number of bytes. */
export interface PrintImage {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly bits: Uint8Array;
}

/** Something of our own on a receipt, besides the service's text. Made only of what is no customer's. */
export type PrintElement =
  | {
      readonly kind: 'text';
      /** May have several lines; broken at a space where they are wider than the paper. */
      readonly text: string;
      readonly bold?: boolean;
      /** `wide` and `double` take two columns a letter. */
      readonly size?: 'normal' | 'tall' | 'wide' | 'double';
      readonly align?: 'left' | 'center' | 'right';
    }
  /** A code for a phone's camera; printed as its text by a model that cannot draw one. ASCII, at most 250 signs. */
  | { readonly kind: 'qr'; readonly data: string }
  /** Code 128 with its text below; printed as its text by a model that cannot draw one. Printable ASCII, at most 24 signs. */
  | { readonly kind: 'barcode'; readonly data: string }
  /** The shop's logo; what is wider than the paper is cut off at the right. */
  | { readonly kind: 'image'; readonly image: PrintImage };

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
  /** Between the upper mark and the header. */
  readonly above?: readonly PrintElement[];
  /** Between the text and the lower mark. */
  readonly below?: readonly PrintElement[];
  /** `partial` unless told otherwise; the nearest that the model has. */
  readonly cut?: 'partial' | 'full' | 'none';
  /** No customer's paper, but the station's own: a report. */
  readonly isStations?: true;
  /** Kicks the drawer open, where there is one, once the receipt's last line is printed. */
  readonly opensDrawer?: boolean;
}

export interface ReceiptPrinter {
  /** Symbols a line in the font and on the paper that it is set up with. */
  readonly columns: number;
  /** Never rejects: an unplugged printer is a state. Answers within `timeoutMs`. */
  readState(options: { readonly timeoutMs: number }): Promise<PrinterState>;
  /** Never rejects and never takes longer than `timeoutMs`. One job at a time: a second one waits its turn in it. */
  print(job: PrintJob, options: { readonly timeoutMs: number }): Promise<PrintOutcome>;
  /**
   * Tells every change of state from now on, and first of all the state it finds: paper low or out, the cover, the cable,
   * back again. Answers with the function that ends it. A printer that other stations may want is looked at briefly every
   * few seconds, one that is ours alone is listened to.
   */
  watch(listener: (state: PrinterState) => void): () => void;
  /** Ends the watching and lets the connection go. */
  close(): Promise<void>;
}

/** A printer as settings name it. */
export interface PrinterChoice {
  /** `tcp://host:port`, `usb:/dev/usb/lp0`, `serial:/dev/ttyUSB0?baud=19200`. */
  readonly place: string;
  /** Id of a model. */
  readonly model: string;
  /** Width of the roll in millimetres; null for the one that the model is made for. */
  readonly paper: 58 | 80 | null;
  readonly font: 'a' | 'b';
}

export interface FoundPrinter {
  readonly place: string;
  /** What it says of itself: `EPSON TM-T20II`; null where nothing does. */
  readonly name: string | null;
}

export interface ModelFacts {
  readonly id: string;
  readonly name: string;
  readonly papers: readonly (58 | 80)[];
}

/** The station's printer, and all that a technician does with printers besides printing for customers. */
export interface PrinterSeat {
  /** The printer of now, whichever was chosen since the start; `not-configured` as long as none was. */
  readonly printer: ReceiptPrinter;
  readonly choice: PrinterChoice | null;
  readonly models: readonly ModelFacts[];
  /** Symbols and dots that a line of this choice takes; null for a choice that cannot be. */
  lineOf(choice: PrinterChoice): { readonly columns: number; readonly dots: number } | null;
  /** False for a place that this station must not contact: a training one has its simulated printer only. */
  mayUse(place: string): boolean;
  /** Printers that the system knows of by itself; never rejects. Those on the network are told by their address. */
  find(): Promise<readonly FoundPrinter[]>;
  /** Asks a printer how it is; leaves the station's own one as it was. */
  check(choice: PrinterChoice, options: { readonly timeoutMs: number }): Promise<PrinterState>;
  /** Prints a page with every letter, width, size and code, framed by `mark`, and opens the drawer. */
  printTestPage(
    choice: PrinterChoice,
    options: { readonly mark: string | null; readonly timeoutMs: number },
  ): Promise<PrintOutcome>;
  /** Makes this the station's printer from now on; a print that is under way ends first. */
  take(choice: PrinterChoice): Promise<void>;
}
