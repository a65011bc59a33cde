import {
  isPrinterModelId,
  type PaperWidthMm,
  printableLine,
  printerModelIds,
  printerModels,
  printerSetup,
} from './models.ts';
import type { FoundPrinter, PrinterChoice, PrinterSeat, PrinterState, ReceiptPrinter } from './port.ts';
import { createTestPage } from './test-page.ts';

export interface PrinterSeatOptions {
  readonly choice: PrinterChoice | null;
  /** Makes the printer of a choice; contacts nothing yet. */
  readonly open: (choice: PrinterChoice) => ReceiptPrinter;
  readonly find: () => Promise<readonly FoundPrinter[]>;
  readonly mayUse?: (place: string) => boolean;
}

/** What stands in the seat while no printer was chosen. */
function noPrinter(columns: number): ReceiptPrinter {
  const state: PrinterState = { kind: 'not-configured' };
  return {
    columns,
    readState: async () => state,
    print: async () => ({ kind: 'not-printed', state }),
    watch(listener) {
      listener(state);
      return () => {};
    },
    close: async () => {},
  };
}

/** What receipts are laid out for until a printer says otherwise: font A on 80 mm. */
const usualColumns = 42;

const setupOf = ({ model, paper, font }: PrinterChoice) =>
  printerSetup({ printerModel: model, printerPaper: paper, printerFont: font });

function lineOf(choice: PrinterChoice): { readonly columns: number; readonly dots: number } | null {
  if (!isPrinterModelId(choice.model)) {
    return null;
  }
  const setup = setupOf(choice);
  if (choice.paper !== null && setup.model.papers[choice.paper] === undefined) {
    return null;
  }
  const { columns, dotsPerLine } = printableLine(setup.model, setup);
  return { columns, dots: dotsPerLine };
}

const modelFacts = printerModelIds.map((id) => {
  const { name, papers } = printerModels[id];
  return { id, name, papers: Object.keys(papers).map((width) => Number(width) as PaperWidthMm) };
});

/**
 * Keeps the station's printer behind one object that never changes, so that another can take its place while the till
 * runs. A printer at the same place is let go before it is opened anew: it has one connection.
 */
export function createPrinterSeat(options: PrinterSeatOptions): PrinterSeat {
  const { open, mayUse = () => true } = options;
  let { choice } = options;
  let current = choice === null ? noPrinter(usualColumns) : open(choice);
  const listeners = new Set<(state: PrinterState) => void>();
  let stopWatching: (() => void) | null = null;
  /** The last work that must be over before the printer may be exchanged. */
  let underWay: Promise<unknown> = Promise.resolve();

  function watchCurrent(): void {
    stopWatching?.();
    stopWatching =
      listeners.size === 0
        ? null
        : current.watch((state) => {
            for (const listener of listeners) {
              listener(state);
            }
          });
  }

  /** Remembers that something is done with the printer, so that an exchange waits for it. */
  function busy<T>(work: Promise<T>): Promise<T> {
    underWay = Promise.allSettled([underWay, work]);
    return work;
  }

  async function sit(next: ReceiptPrinter): Promise<void> {
    await underWay;
    stopWatching?.();
    stopWatching = null;
    await current.close();
    current = next;
    watchCurrent();
  }

  /** Works with the printer of another choice; the station's own comes back afterwards. */
  async function withPrinterOf<T>(other: PrinterChoice, work: (printer: ReceiptPrinter) => Promise<T>): Promise<T> {
    if (choice !== null && JSON.stringify(other) === JSON.stringify(choice)) {
      return busy(work(current));
    }
    const sharesPlace = choice?.place === other.place;
    if (sharesPlace) {
      await sit(noPrinter(current.columns));
    }
    const guest = open(other);
    try {
      return await work(guest);
    } finally {
      await guest.close();
      if (sharesPlace && choice !== null) {
        await sit(open(choice));
      }
    }
  }

  const printer: ReceiptPrinter = {
    get columns() {
      return current.columns;
    },
    readState: (how) => current.readState(how),
    print: (job, how) => busy(current.print(job, how)),
    watch(listener) {
      listeners.add(listener);
      watchCurrent();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) {
          watchCurrent();
        }
      };
    },
    close: () => sit(noPrinter(current.columns)),
  };

  return {
    printer,
    models: modelFacts,
    get choice() {
      return choice;
    },
    lineOf,
    mayUse,
    find: options.find,
    check: (other, how) => withPrinterOf(other, (guest) => guest.readState(how)),
    printTestPage: (other, { mark, timeoutMs }) =>
      withPrinterOf(other, (guest) =>
        guest.print(createTestPage(setupOf(other), { mark, opensDrawer: true }), { timeoutMs }),
      ),
    async take(other) {
      choice = other;
      await sit(open(other));
    },
  };
}
