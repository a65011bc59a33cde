import type { SessionId } from '../../shared/domain/ids.ts';
import { type Locale, receiptLocaleFor } from '../../shared/domain/locale.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../shared/errors/error-table.ts';
import type { Result } from '../../shared/errors/result.ts';
import type { DeskDeps, DeskSlice, DeskState } from './desk-state.ts';
import type { Panel, Print, PrintChoice, PrintJob } from './flows.ts';

export interface PrintSlice {
  openPanel(panel: Panel): void;
  chooseReceiptLocale(locale: Locale): void;
  writeReceiptWidth(text: string): void;
  /** One symbol more or less, within what the printer can do. */
  stepReceiptWidth(step: 1 | -1): void;
  /** Prints with the choices of now. Opens the choices instead when the printer cannot do them. */
  printReceipt(): Promise<void>;
  /** Prints statements by their numbers; main composes the slip. */
  printStatements(ids: readonly number[]): Promise<void>;
  /** Prints once more what came out wrong, or not at all. */
  repeatPrint(): Promise<void>;
  /** The operator looked at the paper: it came out whole. */
  settleAsPrinted(): void;
  /** Back to the customer without a receipt. */
  leavePrint(): void;
  /** A status of the printer came in: resumes a print of which nothing came out, once what stopped it is over. */
  noticePrinter(ready: boolean): void;
}

/** Narrower than this, no word of a receipt fits a line (contract, `customer/print-receipt`). */
export const leastWidth = 8;
/** The contract's own limit, where no printer sets a smaller one. */
const mostWidth = 96;

type WidthProblem = 'too-wide' | 'too-narrow' | 'not-number';

export function receiptColumns(state: DeskState): number {
  return state.station?.receipt.columns ?? mostWidth;
}

export function receiptWidthText(state: DeskState): string {
  return state.receipt.widthText ?? String(state.station?.receipt.width ?? leastWidth);
}

export function receiptLocale(state: DeskState): Locale {
  return state.receipt.locale ?? state.station?.receipt.locale ?? receiptLocaleFor(state.locale);
}

/** Why the typed width cannot be asked for; null when it can. */
export function widthProblem(state: DeskState): WidthProblem | null {
  const text = receiptWidthText(state);
  if (!/^[0-9]{1,3}$/.test(text)) {
    return 'not-number';
  }
  const width = Number(text);
  if (width > receiptColumns(state)) {
    return 'too-wide';
  }
  return width < leastWidth ? 'too-narrow' : null;
}

/** What stands on the print key; null while the width typed is not possible. */
export function printChoice(state: DeskState): PrintChoice | null {
  return widthProblem(state) === null ? { locale: receiptLocale(state), width: Number(receiptWidthText(state)) } : null;
}

/** Causes that somebody beside the printer removes; of the others only a new try can tell. */
const resumable: readonly ErrorCode[] = ['printer.paper-out', 'printer.cover-open', 'printer.absent'];

export function isResumable(error: AppError): boolean {
  return resumable.includes(error.code);
}

/** A fault is not known to have happened before the paper moved: it counts as unknown, never as "not printed". */
function printOf(error: AppError, job: PrintJob, printerReady: boolean): Print {
  if (error.kind === 'unknown-outcome' || error.kind === 'fault') {
    return { kind: 'unknown', job, error };
  }
  if (error.kind === 'device' || error.code === 'printer.printing') {
    return { kind: 'not-printed', job, error, sawTrouble: !printerReady };
  }
  return { kind: 'failed', job, error };
}

/** A print may begin from any state but these: one at a time, and an unknown one is the operator's to settle. */
function mayPrint(state: DeskState): boolean {
  return state.customer.kind === 'identified' && state.print.kind !== 'printing';
}

/** A receipt that this client may not have is not asked for again. */
export function mayPrintReceipt(state: DeskState): boolean {
  return mayPrint(state) && state.receipt.refusal === null;
}

export function mayPrintStatements(state: DeskState, ids: readonly number[]): boolean {
  return mayPrint(state) && ids.length > 0;
}

export const createPrintSlice =
  (deps: DeskDeps): DeskSlice<PrintSlice> =>
  (set, get) => {
    function send(job: PrintJob, session: SessionId, choice: PrintChoice): Promise<Result<{ printedAt: number }>> {
      return job.kind === 'receipt'
        ? deps.till.call('customer/print-receipt', { session, ...choice })
        : deps.till.call('account/print-statements', { session, ids: job.ids.slice(), ...choice });
    }

    async function print(job: PrintJob): Promise<void> {
      const state = get();
      const choice = printChoice(state);
      if (!mayPrint(state) || state.customer.kind !== 'identified') {
        return;
      }
      if (choice === null) {
        set({ panel: 'receipt' });
        return;
      }
      const printing: Print = { kind: 'printing', job, choice, startedAt: deps.now() };
      // A list stays beside the print of its rows.
      set({ print: printing, panel: job.kind === 'receipt' ? 'none' : state.panel, notice: null });
      const answer = await send(job, state.customer.session, choice);
      if (get().print !== printing) {
        return;
      }
      if (answer.ok) {
        set({ print: { kind: 'printed', job, by: 'printer', at: answer.value.printedAt } });
        return;
      }
      const outcome = printOf(answer.error, job, get().status?.printer.kind === 'ready');
      const refusal = answer.error.code === 'receipt.not-enabled' ? answer.error : get().receipt.refusal;
      set({ print: outcome, receipt: { ...get().receipt, refusal } });
      if (answer.error.code === 'receipt.width-exceeds-printer') {
        set({ panel: 'receipt' });
      }
    }

    /** Whoever looked at the paper says so: the journal waits for it, and at worst goes on waiting in the office. */
    function tellSeen(as: 'printed' | 'not-printed'): void {
      const { print: last } = get();
      const entry = last.kind === 'unknown' ? last.error.details?.entry : undefined;
      if (typeof entry === 'number') {
        void deps.till.call('outcomes/settle', { entry, as });
      }
    }

    return {
      openPanel: (panel) => set({ panel, reveal: { kind: 'hidden' } }),
      chooseReceiptLocale: (locale) => set((state) => ({ receipt: { ...state.receipt, locale } })),
      writeReceiptWidth: (text) =>
        set((state) => ({ receipt: { ...state.receipt, widthText: text.replace(/[^0-9]/g, '').slice(0, 3) } })),

      stepReceiptWidth(step) {
        const width = Number(receiptWidthText(get())) + step;
        get().writeReceiptWidth(String(Math.min(Math.max(width, leastWidth), receiptColumns(get()))));
      },

      async printReceipt() {
        if (mayPrintReceipt(get())) {
          await print({ kind: 'receipt' });
        }
      },

      async printStatements(ids) {
        if (mayPrintStatements(get(), ids)) {
          await print({ kind: 'statements', ids });
        }
      },

      async repeatPrint() {
        const { print: last } = get();
        tellSeen('not-printed');
        if ('job' in last) {
          await (last.job.kind === 'receipt' ? get().printReceipt() : get().printStatements(last.job.ids));
        }
      },

      settleAsPrinted() {
        tellSeen('printed');
        set((state) =>
          state.print.kind === 'unknown'
            ? { print: { kind: 'printed', job: state.print.job, by: 'operator', at: deps.now() } }
            : state,
        );
      },

      leavePrint: () => set((state) => (state.print.kind === 'printing' ? state : { print: { kind: 'idle' } })),

      noticePrinter(ready) {
        const { print } = get();
        if (print.kind !== 'not-printed' || !isResumable(print.error)) {
          return;
        }
        if (!ready) {
          set({ print: { ...print, sawTrouble: true } });
        } else if (print.sawTrouble) {
          void get().repeatPrint();
        }
      },
    };
  };
