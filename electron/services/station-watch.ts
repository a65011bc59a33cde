import type { Reader, ReaderState } from '../devices/reader/port.ts';
import type { PrinterState, ReceiptPrinter } from '../devices/receipt-printer/port.ts';
import { readServer } from '../wallet-api/endpoints/read-server.ts';
import type { LinkState, WalletApi } from '../wallet-api/wallet-api.ts';

export type WatchedPrinter = PrinterState | { readonly kind: 'not-configured' } | { readonly kind: 'unchecked' };

export interface StationStatus {
  readonly link: LinkState;
  readonly printer: WatchedPrinter;
  readonly readers: readonly { readonly name: Reader['name']; readonly state: ReaderState['kind'] }[];
}

export interface StationWatchOptions {
  readonly api: WalletApi;
  readonly printer: ReceiptPrinter | null;
  readonly readers: readonly Reader[];
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

// A printer in trouble is asked often because somebody stands beside it. A ready one is not asked unbidden: two
// stations may share it, and each question takes its only connection from the other for a while.
const troubledIntervalMs = 3_000;
const brokenLinkIntervalMs = 5_000;
const statusTimeoutMs = 3_000;

/** Keeps what the status strip shows: the way to the API, the printer, the readers. */
export function createStationWatch(options: StationWatchOptions): StationWatch {
  const { api, printer } = options;
  let printerState: WatchedPrinter = printer === null ? { kind: 'not-configured' } : { kind: 'unchecked' };
  let callOff: (() => void) | null = null;
  let stopped = false;

  const read = (): StationStatus => ({
    link: api.link,
    printer: printerState,
    readers: options.readers.map((reader) => ({ name: reader.name, state: reader.state.kind })),
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

  async function checkPrinter(): Promise<void> {
    if (printer === null || stopped) {
      return;
    }
    callOff?.();
    const next = await printer.readState({ timeoutMs: statusTimeoutMs });
    if (stopped) {
      return;
    }
    const changed = JSON.stringify(next) !== JSON.stringify(printerState);
    printerState = next;
    callOff?.();
    callOff = next.kind === 'ready' ? null : options.schedule(() => void checkPrinter(), troubledIntervalMs);
    if (changed) {
      options.onChanged(read());
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
      callOff?.();
      callOffLink?.();
      stopListening();
    },
  };
}
