import type { Bridge } from '../../shared/contract/live.ts';
import type { ReportView } from '../../shared/contract/office.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { OfficeState } from './office-store.ts';

export type { ReportView } from '../../shared/contract/office.ts';

/** What is being done with the report that is shown. A print has three outcomes: see `isPrintUnknown`. */
export type ReportWork =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading' | 'confirming' | 'closing' | 'printing' | 'saving' }
  | { readonly kind: 'closed'; readonly number: number }
  | { readonly kind: 'printed'; readonly at: number }
  | { readonly kind: 'saved'; readonly file: string }
  | { readonly kind: 'failed'; readonly what: 'read' | 'close' | 'print' | 'save'; readonly error: AppError };

export interface ReportsSlice {
  readonly report: ReportView | null;
  /** Number of the latest close; 0 before the first. */
  readonly lastZ: number;
  readonly reportWork: ReportWork;
  /** A close by its number; null for the shift's report as it is now. */
  readReport(number: number | null): Promise<void>;
  askToClose(): void;
  leaveClosing(): void;
  closeDay(): Promise<void>;
  printReport(): Promise<void>;
  saveReport(): Promise<void>;
}

export const nothingReported = { report: null, lastZ: 0, reportWork: { kind: 'idle' } } as const;

const busyKinds: readonly ReportWork['kind'][] = ['closing', 'printing', 'saving'];
export const isReportBusy = ({ kind }: ReportWork): boolean => busyKinds.includes(kind);

/** The number of a close as somebody typed it; null for what is none. */
export function closeNumberOf(text: string): number | null {
  return /^[1-9][0-9]{0,8}$/.test(text.trim()) ? Number(text.trim()) : null;
}

interface Access {
  readonly set: (part: Partial<OfficeState>) => void;
  readonly get: () => OfficeState;
}

/** Shift reports and closes of the day. An answer that comes after the page was left changes nothing. */
export function createReportsSlice(till: Bridge, { set, get }: Access): ReportsSlice {
  const work = (reportWork: ReportWork) => set({ reportWork });

  /** Begins what must not be begun twice; answers whether whoever asked may still show what became of it. */
  function begin(kind: 'reading' | 'closing' | 'printing' | 'saving'): (() => boolean) | null {
    if (isReportBusy(get().reportWork)) {
      return null;
    }
    const mine: ReportWork = { kind };
    work(mine);
    return () => get().isOpen && get().reportWork === mine;
  }

  return {
    ...nothingReported,

    async readReport(number) {
      const isMine = begin('reading');
      if (isMine === null) {
        return;
      }
      const answer = await till.call('reports/read', { number });
      if (!isMine()) {
        return;
      }
      if (answer.ok) {
        set({ ...answer.value, reportWork: { kind: 'idle' } });
      } else {
        work({ kind: 'failed', what: 'read', error: answer.error });
      }
    },

    askToClose() {
      if (!isReportBusy(get().reportWork)) {
        work({ kind: 'confirming' });
      }
    },

    leaveClosing() {
      if (get().reportWork.kind === 'confirming') {
        work({ kind: 'idle' });
      }
    },

    async closeDay() {
      // Only what was asked for and confirmed: two presses close one day.
      const isMine = get().reportWork.kind === 'confirming' ? begin('closing') : null;
      if (isMine === null) {
        return;
      }
      const answer = await till.call('reports/close-day', {});
      if (!isMine()) {
        return;
      }
      if (answer.ok) {
        set({ ...answer.value, reportWork: { kind: 'closed', number: answer.value.lastZ } });
      } else {
        work({ kind: 'failed', what: 'close', error: answer.error });
      }
    },

    async printReport() {
      const { report } = get();
      const isMine = report === null ? null : begin('printing');
      if (report === null || isMine === null) {
        return;
      }
      const answer = await till.call('reports/print', { number: report.number });
      if (isMine()) {
        work(
          answer.ok
            ? { kind: 'printed', at: answer.value.printedAt }
            : { kind: 'failed', what: 'print', error: answer.error },
        );
      }
    },

    async saveReport() {
      const { report } = get();
      const isMine = report === null ? null : begin('saving');
      if (report === null || isMine === null) {
        return;
      }
      const answer = await till.call('reports/save-csv', { number: report.number });
      if (isMine()) {
        work(
          answer.ok
            ? { kind: 'saved', file: answer.value.file }
            : { kind: 'failed', what: 'save', error: answer.error },
        );
      }
    },
  };
}
