import { receiptLocaleFor } from '../../shared/domain/locale.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { ReceiptText, Task, TextSize } from './kiosk-flows.ts';
import { isDoing, type KioskDeps, type KioskSlice, servedCustomer, withTask } from './kiosk-state.ts';

export interface KioskReceiptSlice {
  /** Prints in the customer's language at the station's width. */
  printReceipt(): Promise<void>;
  /** The customer looked: the paper came out whole. */
  settleAsPrinted(): void;
  /** Shows the receipt on the screen instead of on paper. */
  showReceipt(): Promise<void>;
}

/** Symbols in a line of the paper on the screen, by the size of the text. */
export const receiptColumnsOfSize: Readonly<Record<TextSize, number>> = { 1: 36, 2: 30, 3: 25, 4: 20 };

/** A fault is not known to have happened before the paper moved: it counts as unknown, never as "not printed". */
function taskOfError(error: AppError): Task {
  return error.kind === 'unknown-outcome' || error.kind === 'fault'
    ? { kind: 'print-unknown' }
    : { kind: 'not-printed', error };
}

export const createKioskReceiptSlice =
  (deps: KioskDeps): KioskSlice<KioskReceiptSlice> =>
  (set, get) => {
    /** Reads the text into a task that shows it, as long as that task stands. */
    async function readInto(kind: 'printed' | 'receipt'): Promise<void> {
      const customer = servedCustomer(get());
      if (customer === null) {
        return;
      }
      const reading: Task = { kind, receipt: { kind: 'reading' } };
      set((state) => withTask(state, reading));
      const { size } = get().access;
      const locale = receiptLocaleFor(get().access.locale);
      const width = receiptColumnsOfSize[size];
      const answer = await deps.till.call('kiosk/read-receipt', { session: customer.session, locale, width });
      if (isDoing(get(), reading)) {
        const receipt: ReceiptText = answer.ok
          ? { kind: 'read', text: answer.value.text }
          : { kind: 'failed', error: answer.error };
        set((state) => withTask(state, { kind, receipt }));
      }
    }

    function markPrinted(): void {
      set((state) => (state.served.kind === 'served' ? { served: { ...state.served, printed: true } } : state));
    }

    return {
      async printReceipt() {
        const customer = servedCustomer(get());
        const { station, access } = get();
        if (customer === null || station === null || customer.task.kind === 'printing') {
          return;
        }
        const printing: Task = { kind: 'printing' };
        set((state) => withTask(state, printing));
        const answer = await deps.till.call('customer/print-receipt', {
          session: customer.session,
          locale: receiptLocaleFor(access.locale),
          width: station.receipt.width,
        });
        if (!isDoing(get(), printing)) {
          return;
        }
        if (answer.ok) {
          markPrinted();
          await readInto('printed');
        } else {
          set((state) => withTask(state, taskOfError(answer.error)));
        }
      },

      settleAsPrinted() {
        if (servedCustomer(get())?.task.kind === 'print-unknown') {
          markPrinted();
          void readInto('printed');
        }
      },

      showReceipt: () => readInto('receipt'),
    };
  };
