import type { Locale } from '../../shared/domain/locale.ts';
import { operationWord, outcomeWord } from '../../shared/domain/operation-words.ts';
import { spreadLine } from '../../shared/domain/receipt-layout.ts';
import type { Report } from '../journal/reports.ts';

type Word =
  | ('x' | 'z' | 'made' | 'first' | 'last' | 'entries' | 'operations' | 'prints' | 'printed' | 'notPrinted')
  | ('unknown' | 'failures' | 'overrides' | 'operators' | 'open' | 'none' | 'durations' | 'end' | 'nobody');

/** Words of a report, in the station's language; the screen has its own. */
const words: Readonly<Record<Locale, Readonly<Record<Word, string>>>> = {
  en: {
    x: 'Shift report (X)',
    z: 'Day close (Z) No.',
    made: 'Made',
    first: 'First entry',
    last: 'Last entry',
    entries: 'Entries',
    operations: 'What was done',
    prints: 'Receipts',
    printed: 'printed',
    notPrinted: 'not printed',
    unknown: 'unknown',
    failures: 'Failures',
    overrides: 'Allowed by a supervisor',
    operators: 'By operator',
    open: 'Outcomes still open',
    none: 'none',
    durations: 'Mean / longest, ms',
    end: 'Journal ends with',
    nobody: 'nobody',
  },
  lt: {
    x: 'Pamainos ataskaita (X)',
    z: 'Dienos uždarymas (Z) Nr.',
    made: 'Sudaryta',
    first: 'Pirmas įrašas',
    last: 'Paskutinis įrašas',
    entries: 'Įrašai',
    operations: 'Kas atlikta',
    prints: 'Kvitai',
    printed: 'išspausdinta',
    notPrinted: 'neišspausdinta',
    unknown: 'neaišku',
    failures: 'Klaidos',
    overrides: 'Leista vyresniojo',
    operators: 'Pagal darbuotoją',
    open: 'Neaiškių baigčių',
    none: 'nėra',
    durations: 'Vidurkis / ilgiausia, ms',
    end: 'Žurnalo pabaiga',
    nobody: 'niekas',
  },
  ru: {
    x: 'Отчёт за смену (X)',
    z: 'Закрытие дня (Z) №',
    made: 'Составлен',
    first: 'Первая запись',
    last: 'Последняя запись',
    entries: 'Записи',
    operations: 'Что сделано',
    prints: 'Чеки',
    printed: 'напечатано',
    notPrinted: 'не напечатано',
    unknown: 'неизвестно',
    failures: 'Ошибки',
    overrides: 'Разрешено старшим',
    operators: 'По сотрудникам',
    open: 'Невыясненных исходов',
    none: 'нет',
    durations: 'Среднее / наибольшее, мс',
    end: 'Журнал кончается на',
    nobody: 'никто',
  },
};

/** Composes a shift report or a day's close for paper, `columns` symbols wide. Times are the station's. */
export function reportSlip(report: Report, locale: Locale, columns: number): string {
  const { totals } = report;
  const word = words[locale];
  const line = (left: string, right: string | number) => spreadLine(left, String(right), columns);
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [...line(title, word.none), ''] : [title, ...lines, ''];
  return [
    ...(report.number === null ? [word.x] : line(word.z, report.number)),
    ...line(word.made, momentOf(report.atMs)),
    ...(totals.firstAtMs === null ? [] : line(word.first, momentOf(totals.firstAtMs))),
    ...(totals.lastAtMs === null ? [] : line(word.last, momentOf(totals.lastAtMs))),
    ...line(word.entries, report.toEntry < report.fromEntry ? word.none : `${report.fromEntry}-${report.toEntry}`),
    '',
    ...section(
      word.operations,
      totals.byOperation.flatMap(({ operation, outcome, count }) =>
        line(indent([operationWord(operation, locale), outcomeWord(outcome, locale)]), count),
      ),
    ),
    ...section(word.prints, [
      ...line(indent([word.printed]), totals.prints.printed),
      ...line(indent([word.notPrinted]), totals.prints.notPrinted),
      ...line(indent([word.unknown]), totals.prints.unknown),
    ]),
    ...section(
      word.failures,
      totals.failures.flatMap(({ error, count }) => line(indent([error]), count)),
    ),
    ...section(
      word.overrides,
      totals.overrides.flatMap(({ operation, operator, approver, count }) => [
        ...line(indent([operationWord(operation, locale)]), count),
        `    ${operator ?? word.nobody} / ${approver}`,
      ]),
    ),
    ...section(
      word.operators,
      totals.byOperator.flatMap(({ operator, count }) => line(indent([operator]), count)),
    ),
    ...section(
      word.durations,
      (totals.durations ?? []).flatMap(({ operation, meanMs, longestMs }) =>
        line(indent([operationWord(operation, locale)]), `${meanMs} / ${longestMs}`),
      ),
    ),
    ...line(word.open, totals.open),
    ...(report.endHash === null ? [] : ['', word.end, ...inRows(report.endHash, columns)]),
  ].join('\n');
}

const indent = (parts: readonly string[]): string => `  ${parts.filter((part) => part !== '').join(', ')}`;

/** Sixteen digits in a group, as many groups as a line takes: somebody may have to compare them by eye. */
function inRows(hash: string, columns: number): readonly string[] {
  const perRow = Math.max(1, Math.floor((columns + 1) / 17));
  const groups = hash.match(/.{1,16}/g) ?? [];
  return Array.from({ length: Math.ceil(groups.length / perRow) }, (_, row) =>
    groups.slice(row * perRow, (row + 1) * perRow).join(' '),
  );
}

/** `2026-11-20 13:12:05`, written alike in every language, as the receipt's head is. */
function momentOf(atMs: number): string {
  const at = new Date(atMs);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map(two).join('-');
  return `${day} ${[at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':')}`;
}
