import type { WalletId } from '../../shared/domain/ids.ts';
import type { Locale } from '../../shared/domain/locale.ts';
import type { ReceiptHeaderLine } from '../../shared/domain/receipt-layout.ts';
import { type AppError, appError } from '../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../shared/errors/error-table.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import type {
  BlockedReason,
  PrinterState,
  PrintJob,
  PrintOutcome,
  ReceiptPrinter,
} from '../devices/receipt-printer/port.ts';
import { readBalanceReceipt } from '../wallet-api/endpoints/read-balance-receipt.ts';
import type { WalletApi } from '../wallet-api/wallet-api.ts';

export interface ReceiptRequest {
  readonly walletId: WalletId | 'me';
  readonly locale: Locale;
  /** Symbols a line; null for the printer's own columns. */
  readonly width: number | null;
}

export interface ReceiptPrinting {
  /**
   * Fetches the balance receipt and prints it; the text is let go as soon as the printer had it.
   * `stillServed` is asked between the two: a receipt of a customer who has gone is not printed.
   * Errors: `receipt.*`, `printer.*`, `print.outcome-unknown`, `session.closed`, and those of the API.
   */
  print(request: ReceiptRequest, stillServed: () => boolean): Promise<Result<{ printedAt: number }>>;
  /**
   * Prints a slip of our own in the same way; `compose` is told the width in symbols, and its text is let go as a
   * receipt's is. Errors: as above, but `receipt.not-enabled` and those of the API.
   */
  printSlip(request: SlipRequest, stillServed: () => boolean): Promise<Result<{ printedAt: number }>>;
}

export interface SlipRequest {
  /** Symbols a line; null for the printer's own columns. */
  readonly width: number | null;
  readonly compose: (columns: number) => string;
  /** No customer's slip, but the station's own: a report. */
  readonly isStations?: true;
}

/** Gets the text to print, once it is known that the printer can. */
type TextSource = (columns: number) => Promise<Result<string>>;

export interface ReceiptPrintingOptions {
  readonly api: WalletApi;
  readonly printer: ReceiptPrinter | null;
  /** Frames every receipt of a station that does not serve real customers. */
  readonly mark: string | null;
  /** Our own lines above the text; asked for at each print because they hold the time. */
  readonly header: () => readonly ReceiptHeaderLine[];
  readonly clock: () => number;
  readonly printTimeoutMs?: number;
  /** Runs the part in which bytes go to the printer; nothing else of the desk acts meanwhile. */
  readonly whilePrinting?: <T>(job: () => Promise<T>) => Promise<T>;
  /** How a pause passes; the timer's way unless told otherwise. */
  readonly wait?: (ms: number) => Promise<void>;
}

const statusTimeoutMs = 3_000;
// Two stations may share a printer. The other one lets go five seconds after its last receipt: worth waiting for.
const inUsePauseMs = 500;
const inUsePauses = 12;
const usualLines = 60;
const msPerLine = 100;

export function createReceiptPrinting(options: ReceiptPrintingOptions): ReceiptPrinting {
  const { wait = waitByTimer, whilePrinting = (job) => job() } = options;
  let printing = false;

  async function readStateWithPatience(printer: ReceiptPrinter, stillServed: () => boolean): Promise<PrinterState> {
    let state = await printer.readState({ timeoutMs: statusTimeoutMs });
    for (let pause = 0; state.kind === 'in-use' && pause < inUsePauses && stillServed(); pause += 1) {
      await wait(inUsePauseMs);
      state = await printer.readState({ timeoutMs: statusTimeoutMs });
    }
    return state;
  }

  async function run(
    width: number | null,
    text: TextSource,
    stillServed: () => boolean,
    more: Pick<PrintJob, 'isStations'> = {},
  ): Promise<Result<{ printedAt: number }>> {
    const { printer } = options;
    if (printer === null) {
      return err(appError('printer.not-configured'));
    }
    const columns = width ?? printer.columns;
    if (columns > printer.columns) {
      return err(appError('receipt.width-exceeds-printer', { width: columns, columns: printer.columns }));
    }
    // A printer that cannot print is found out before the text is fetched: what was never here cannot leak.
    const state = await readStateWithPatience(printer, stillServed);
    if (state.kind !== 'ready') {
      return err(errorOfState(state));
    }
    const source = await text(columns);
    if (!source.ok) {
      return source;
    }
    if (!stillServed()) {
      return err(appError('session.closed'));
    }
    const job = { mark: options.mark, header: options.header(), text: source.value, columns, ...more };
    const timeoutMs = (options.printTimeoutMs ?? 20_000) + longPaperMs(source.value);
    const outcome = await whilePrinting(() => printer.print(job, { timeoutMs }));
    return outcome.kind === 'printed' ? ok({ printedAt: options.clock() }) : err(errorOfOutcome(outcome));
  }

  async function oneAtATime<T>(job: () => Promise<Result<T>>): Promise<Result<T>> {
    if (printing) {
      return err(appError('printer.printing'));
    }
    printing = true;
    try {
      return await job();
    } finally {
      printing = false;
    }
  }

  const receiptText =
    ({ walletId, locale }: ReceiptRequest): TextSource =>
    async (width) => {
      const receipt = await options.api.call(readBalanceReceipt, { walletId, locale, width });
      return receipt.ok ? ok(receipt.value.text) : receipt;
    };

  return {
    print: (request, stillServed) => oneAtATime(() => run(request.width, receiptText(request), stillServed)),
    printSlip: ({ width, compose, isStations }, stillServed) =>
      oneAtATime(() =>
        run(
          width,
          async (columns) => ok(compose(columns)),
          stillServed,
          isStations === undefined ? {} : { isStations },
        ),
      ),
  };
}

/** What a text that is longer than a receipt takes besides: a slow printer feeds a tall line in that time. */
function longPaperMs(text: string): number {
  return Math.max(0, text.split('\n').length - usualLines) * msPerLine;
}

function waitByTimer(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

const codeOfBlockedReason: Readonly<Record<BlockedReason, ErrorCode>> = {
  'paper-out': 'printer.paper-out',
  'cover-open': 'printer.cover-open',
  cutter: 'printer.cutter-jammed',
  error: 'printer.failed',
};

/** The code for a printer that cannot print; every such error says that nothing came out. */
function errorOfState(state: Exclude<PrinterState, { kind: 'ready' }>): AppError {
  switch (state.kind) {
    case 'blocked':
      return appError(codeOfBlockedReason[state.reason], { outcome: 'not-printed' });
    case 'in-use':
      return appError('printer.in-use', { outcome: 'not-printed' });
    case 'silent':
      return appError('printer.silent', { outcome: 'not-printed' });
    case 'not-configured':
      return appError('printer.not-configured', { outcome: 'not-printed' });
    case 'absent':
      return appError('printer.absent', { outcome: 'not-printed' });
  }
}

/** The code for a print that did not come out whole, or not for certain. */
export function errorOfOutcome(outcome: Exclude<PrintOutcome, { kind: 'printed' }>): AppError {
  switch (outcome.kind) {
    case 'unknown':
      return appError('print.outcome-unknown', {
        outcome: 'unknown',
        ...(outcome.entry === undefined ? {} : { entry: outcome.entry }),
      });
    case 'withheld':
      return appError(outcome.error.code, { ...outcome.error.details, outcome: 'not-printed' });
    case 'unprintable':
      return appError('printer.letters-unavailable', { outcome: 'not-printed', letters: outcome.letters });
    case 'not-printed':
      // Ready again by the time it was asked: what stopped the job is over, but it did stop it.
      return outcome.state.kind === 'ready'
        ? appError('printer.failed', { outcome: 'not-printed' })
        : errorOfState(outcome.state);
  }
}
