import type { Reader, ReaderState } from '../devices/reader/port.ts';
import type { PrinterState, ReceiptPrinter } from '../devices/receipt-printer/port.ts';
import type { Journal, JournalState } from '../journal/journal.ts';
import { readServer } from '../wallet-api/endpoints/read-server.ts';
import type { LinkState, WalletApi } from '../wallet-api/wallet-api.ts';

export type WatchedPrinter = PrinterState | { readonly kind: 'unchecked' };

export type WatchedDisplay = 'off' | 'on-display' | 'in-window' | 'no-display' | 'failing';

export interface StationStatus {
  readonly link: LinkState;
  readonly printer: WatchedPrinter;
  readonly readers: readonly { readonly name: Reader['name']; readonly state: ReaderState['kind'] }[];
  /** Null where none is kept. */
  readonly journal: JournalState | null;
  /** The display on the customer's side. */
  readonly customerDisplay: WatchedDisplay;
}

export interface StationWatchOptions {
  readonly api: WalletApi;
  readonly printer: ReceiptPrinter | null;
  readonly readers: readonly Reader[];
  readonly journal?: Pick<Journal, 'state' | 'onStateChanged'>;
  readonly customerDisplay?: {
    readonly state: WatchedDisplay;
    onStateChanged(listener: () => void): () => void;
  };
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

// A failure is named, and its end noticed, within ten seconds: a pause, a deadline and the pause before slowness is told
// are less together. An hour of nothing but this is 670 requests of the 1,000 that the API allows; what customers ask for stands in their place.
const brokenLinkIntervalMs = 5_000;
const intactLinkIntervalMs = 5_400;
const linkTimeoutMs = 3_500;
const statusTimeoutMs = 3_000;
/** What only grew faster or slower waits for whoever is being served: a strip drawn anew would hold up their balance. */
const slownessPauseMs = 1_000;

/** Whether two states say the same but for how long an answer took. */
function isSameNews(one: LinkState, other: LinkState): boolean {
  return one.kind === 'broken' && other.kind === 'broken' ? one.code === other.code : one.kind === other.kind;
}

/** Keeps what the status strip shows: the way to the API, the printer, the readers. */
export function createStationWatch(options: StationWatchOptions): StationWatch {
  const { api, printer } = options;
  let printerState: WatchedPrinter = printer === null ? { kind: 'not-configured' } : { kind: 'unchecked' };
  let stopped = false;
  let toldLink: LinkState = api.link;
  let callOffTelling: (() => void) | null = null;

  const read = (): StationStatus => ({
    link: api.link,
    printer: printerState,
    readers: options.readers.map((reader) => ({ name: reader.name, state: reader.state.kind })),
    journal: options.journal?.state ?? null,
    customerDisplay: options.customerDisplay?.state ?? 'off',
  });
  function tell(): void {
    callOffTelling?.();
    callOffTelling = null;
    if (!stopped) {
      toldLink = api.link;
      options.onChanged(read());
    }
  }
  let callOffLink: (() => void) | null = null;
  /** Any traffic puts it off: what just answered, or did not, has said all there is to know. */
  function planQuestion(): void {
    callOffLink?.();
    callOffLink = stopped
      ? null
      : options.schedule(askLink, api.link.kind === 'broken' ? brokenLinkIntervalMs : intactLinkIntervalMs);
  }
  function askLink(): void {
    callOffLink = null;
    void api.call(readServer, {}, { timeoutMs: linkTimeoutMs, priority: 'background' }).then(() => {
      // Our own budget kept it back: the way told nothing, and is asked about later.
      if (callOffLink === null) {
        planQuestion();
      }
    });
  }
  const stopListening = api.onLinkChanged((link) => {
    planQuestion();
    if (isSameNews(toldLink, link)) {
      callOffTelling ??= options.schedule(tell, slownessPauseMs);
    } else {
      tell();
    }
  });

  const stopJournal = options.journal?.onStateChanged(tell);
  const stopDisplay = options.customerDisplay?.onStateChanged(tell);
  const stopReaders = options.readers.map((reader) => reader.onStateChanged(tell));

  function seePrinter(state: PrinterState): void {
    const changed = JSON.stringify(state) !== JSON.stringify(printerState);
    printerState = state;
    if (changed) {
      tell();
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
      callOffTelling?.();
      stopListening();
      stopJournal?.();
      stopDisplay?.();
      for (const stopReader of stopReaders) {
        stopReader();
      }
    },
  };
}
