import { csvLine } from '../../shared/domain/csv.ts';
import type { Report } from './reports.ts';

const timeOf = (atMs: number | null): string => (atMs === null ? '' : new Date(atMs).toISOString());

/** One table for a spreadsheet: what is counted, of what, by whom, how often. */
export function reportCsv(report: Report): string {
  const { totals } = report;
  const rows: (readonly unknown[])[] = [
    ['section', 'name', 'outcome', 'operator', 'approver', 'value'],
    ['report', 'kind', '', '', '', report.kind],
    ['report', 'number', '', '', '', report.number ?? ''],
    ['report', 'made', '', '', '', timeOf(report.atMs)],
    ['report', 'first', '', '', '', timeOf(totals.firstAtMs)],
    ['report', 'last', '', '', '', timeOf(totals.lastAtMs)],
    ['report', 'from_entry', '', '', '', report.fromEntry],
    ['report', 'to_entry', '', '', '', report.toEntry],
    ['report', 'end_hash', '', '', '', report.endHash ?? ''],
    ...totals.byOperation.map(({ operation, outcome, count }) => ['operation', operation, outcome, '', '', count]),
    ['print', 'receipt.print', 'printed', '', '', totals.prints.printed],
    ['print', 'receipt.print', 'not-printed', '', '', totals.prints.notPrinted],
    ['print', 'receipt.print', 'unknown', '', '', totals.prints.unknown],
    ...totals.failures.map(({ error, count }) => ['failure', error, '', '', '', count]),
    ...totals.overrides.map(({ operation, operator, approver, count }) => [
      ...['override', operation, ''],
      ...[operator ?? '', approver, count],
    ]),
    ...(totals.durations ?? []).flatMap(({ operation, meanMs, longestMs }) => [
      ['duration', operation, 'mean_ms', '', '', meanMs],
      ['duration', operation, 'longest_ms', '', '', longestMs],
    ]),
    ...totals.byOperator.map(({ operator, count }) => ['operator', '', '', operator, '', count]),
    ['open', '', '', '', '', totals.open],
  ];
  return rows.map(csvLine).join('');
}
