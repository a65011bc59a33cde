import type { Reader, ReaderState } from '../devices/reader/port.ts';
import type { PrinterState, ReceiptPrinter } from '../devices/receipt-printer/port.ts';
import type { Journal, JournalState } from '../journal/journal.ts';
import { readServer } from '../wallet-api/endpoints/read-server.ts';
import type { LinkState, WalletApi } from '../wallet-api/wallet-api.ts';

export type WatchedPrinter = PrinterState | { readonly kind: 'unchecked' };

export interface StationStatus {
  readonly link: LinkState;
  readonly printer: WatchedPrinter;
  readonly readers: readonly { readonly name: Reader['name']; readonly state: ReaderState['kind'] }[];
  /** Null where none is kept. */
  readonly journal: JournalState | null;
}

export interface StationWatchOptions {
  readonly api: WalletApi;
  readonly printer: ReceiptPrinter | null;
  readonly readers: readonly Reader[];
  readonly journal?: Pick<Journal, 'state' | 'onStateChanged'>;
  readonly onChanged: (status: StationStatus) => void;
  /** Runs `action` once after `delayMs`; answers with the function that calls it off. */
  readonly schedule: (action: () => void, delayMs: number) => () => void;
}

export interface StationWatch {
  readonly status: StationStatus;
  /** Asks the printer and, when nothing was heard of it yet or it is broken, the API. */
  check(): Promise<StationStatus>;
  checkPrinter(): Promise<void>;
  stop(): void;
}

const brokenLinkIntervalMs = 5_000;
const statusTimeoutMs = 3_000;

/** Keeps what the status strip shows: the way to the API, the printer, the readers. */
export function createStationWatch(options: StationWatchOptions): StationWatch {
  const { api, printer } = options;
  let printerState: WatchedPrinter = printer === null ? { kind: 'not-configured' } : { kind: 'unchecked' };
  let stopped = false;

  const read = (): StationStatus => ({
    link: api.link,
    printer: printerState,
    readers: options.readers.map((reader) => ({ name: reader.name, state: reader.state.kind })),
    journal: options.journal?.state ?? null,
  });
  let callOffLink: (() => void) | null = null;
  const stopListening = api.onLinkChanged((link) => {
    callOffLink?.();
    // Only a broken way is asked about unbidden: an intact one is known from the traffic itself.
    callOffLink =
      link.kind === 'broken' && !stopped
        ? options.schedule(() => void api.call(readServer, {}, { timeoutMs: 5_000 }), brokenLinkIntervalMs)
        : null;
    options.onChanged(read());
  });

  const stopJournal = options.journal?.onStateChanged(() => options.onChanged(read()));
  const stopReaders = options.readers.map((reader) => reader.onStateChanged(() => options.onChanged(read())));

  function seePrinter(state: PrinterState): void {
    const changed = JSON.stringify(state) !== JSON.stringify(printerState);
    printerState = state;
    if (changed && !stopped) {
      options.onChanged(read());
    }
  }
  // Whoever puts paper in or pulls a cable sees it on the strip without asking.
  const stopWatchingPrinter = printer?.watch(seePrinter);

  async function checkPrinter(): Promise<void> {
    if (printer !== null && !stopped) {
      seePrinter(await printer.readState({ timeoutMs: statusTimeoutMs }));
    }
  }

  return {
    get status() {
      return read();
    },
    checkPrinter,
    async check() {
      const asked = api.link.kind === 'reached' ? Promise.resolve() : api.call(readServer, {}, { timeoutMs: 5_000 });
      await Promise.all([checkPrinter(), asked]);
      return read();
    },
    stop() {
      stopped = true;
      stopWatchingPrinter?.();
      callOffLink?.();
      stopListening();
      stopJournal?.();
      for (const stopReader of stopReaders) {
        stopReader();
      }
    },
  };
}
