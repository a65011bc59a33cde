import type { Locale } from '../../shared/domain/locale.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import type { Journal } from '../journal/journal.ts';
import { reportCsv } from '../journal/report-csv.ts';
import { lastZNumber, type Report, readXReport, readZReport } from '../journal/reports.ts';
import { closeStationDay } from './close-day.ts';
import type { ReceiptPrinting } from './print-receipt.ts';
import { reportSlip } from './report-slip.ts';
import type { StationActor } from './station-actor.ts';

export interface ShownReport {
  readonly report: Report;
  /** Number of the latest Z report; 0 before the first. */
  readonly lastZ: number;
}

/** Shift reports and closes of the day. `number` is of a Z report; null is the X report as it was shown last. */
export interface Reports {
  /** Errors: `journal.not-writable`, `report.unknown`. */
  read(number: number | null): Result<ShownReport>;
  /** Counts, numbers and signs, all or nothing; printing it is another step. Errors: `journal.not-writable`. */
  closeDay(): Result<ShownReport>;
  /** Errors: as `read`, `printer.*`, `print.outcome-unknown`. */
  print(number: number | null): Promise<Result<{ printedAt: number }>>;
  /** Errors: as `read`, `report.not-saved`. */
  saveCsv(number: number | null): Result<{ file: string }>;
}

export interface ReportsOptions {
  readonly journal: Journal;
  readonly actor: StationActor;
  readonly slips: Pick<ReceiptPrinting, 'printSlip'>;
  /** Language of the paper. */
  readonly locale: Locale;
  /** Symbols a line; null for the printer's own columns. */
  readonly width: number | null;
  /** Answers with the path of what it wrote. Errors: `report.not-saved`. */
  readonly save: (name: string, text: string) => Result<string>;
  readonly clock: () => number;
  /** The day was closed: a new shift begins. */
  readonly onClosed: () => void;
}

export function createReports(options: ReportsOptions): Reports {
  const { journal, clock } = options;
  /** What stands on the screen is what is printed and saved, whatever happened since. */
  let shownX: Report | null = null;

  const notWritable = (): Result<never> =>
    err(appError('journal.not-writable', { reason: journal.state.reason ?? 'unavailable', sent: false }));

  function read(number: number | null): Result<ShownReport> {
    const shown = journal.audit((store) => ({
      report: number === null ? readXReport(store, clock()) : readZReport(store.database, number),
      lastZ: lastZNumber(store.database),
    }));
    if (shown === null) {
      return notWritable();
    }
    const { report, lastZ } = shown;
    if (report === null) {
      return err(appError('report.unknown', { number: number ?? 0 }));
    }
    if (number === null) {
      shownX = report;
    }
    return ok({ report, lastZ });
  }

  function find(number: number | null): Result<Report> {
    if (number === null && shownX !== null) {
      return ok(shownX);
    }
    const shown = read(number);
    return shown.ok ? ok(shown.value.report) : shown;
  }

  return {
    read,
    closeDay() {
      const report = closeStationDay(options);
      if (report === null) {
        return notWritable();
      }
      shownX = null;
      options.onClosed();
      return ok({ report, lastZ: report.number ?? 0 });
    },
    async print(number) {
      const report = find(number);
      if (!report.ok) {
        return report;
      }
      const { locale, width, slips } = options;
      const compose = (columns: number) => reportSlip(report.value, locale, columns);
      return slips.printSlip({ width, compose, isStations: true }, () => true);
    },
    saveCsv(number) {
      const report = find(number);
      if (!report.ok) {
        return report;
      }
      const saved = options.save(fileNameOf(report.value), reportCsv(report.value));
      return saved.ok ? ok({ file: saved.value }) : saved;
    },
  };
}

/** `z-0012.csv`; `x-2026-11-20T13-12-05-000Z.csv`. The same report has the same name, and the same text. */
function fileNameOf({ number, atMs }: Report): string {
  return number === null
    ? `x-${new Date(atMs).toISOString().replace(/[:.]/g, '-')}.csv`
    : `z-${String(number).padStart(4, '0')}.csv`;
}
