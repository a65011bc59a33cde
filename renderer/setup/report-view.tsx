import type { ReactNode } from 'react';
import { receiptLocaleFor } from '../../shared/domain/locale.ts';
import { operationWord, outcomeWord } from '../../shared/domain/operation-words.ts';
import type { ErrorCode } from '../../shared/errors/error-table.ts';
import type { ReportView as Report } from '../stores/office-reports-slice.ts';
import type { Texts } from '../ui/i18n/i18n.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { OfficeScroll } from './office-parts.tsx';
import { useOffice } from './use-office.ts';

interface Line {
  readonly key: string;
  readonly left: string;
  readonly below?: string;
  readonly right: string;
}

/** The report that was read last, as it stands on paper too. */
export function ReportView() {
  const texts = useTexts();
  const report = useOffice((state) => state.report);
  if (report === null) {
    return <h1 className="devices-title">{texts.t('office/part/reports')}</h1>;
  }
  const title =
    report.number === null ? texts.t('office/report/x') : texts.t('office/report/z', { number: report.number });
  return (
    <>
      <div className="devices-title office-title">
        <h1>{title}</h1>
        <p className="note soft">{texts.t('office/report/made', { time: texts.moment(report.atMs) })}</p>
      </div>
      <OfficeScroll label={title} testId="report">
        <Facts report={report} texts={texts} />
        {sectionsOf(report, texts).map(({ title: name, lines }) => (
          <Section key={name} title={name} lines={lines} />
        ))}
        <End hash={report.endHash} />
      </OfficeScroll>
    </>
  );
}

function Facts({ report, texts }: { readonly report: Report; readonly texts: Texts }) {
  const { totals, fromEntry, toEntry } = report;
  const isEmpty = toEntry < fromEntry;
  const fact = (name: string, value: ReactNode) => (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
  return (
    <dl className="facts-list office-section">
      {fact(texts.t('office/report/entries'), isEmpty ? texts.t('office/report/noEntries') : `${fromEntry}–${toEntry}`)}
      {totals.firstAtMs === null ? null : fact(texts.t('office/report/first'), texts.moment(totals.firstAtMs))}
      {totals.lastAtMs === null ? null : fact(texts.t('office/report/last'), texts.moment(totals.lastAtMs))}
      {fact(texts.t('office/report/open'), texts.number(totals.open))}
    </dl>
  );
}

function sectionsOf({ totals }: Report, texts: Texts): readonly { title: string; lines: readonly Line[] }[] {
  const locale = receiptLocaleFor(texts.locale);
  const line = (key: string, left: string, count: number, below?: string): Line => ({
    key,
    left,
    right: texts.number(count),
    ...(below === undefined ? {} : { below }),
  });
  const { printed, notPrinted, unknown } = totals.prints;
  return [
    {
      title: texts.t('office/report/operations'),
      lines: totals.byOperation.map(({ operation, outcome, count }) =>
        line(
          `${operation} ${outcome}`,
          [operationWord(operation, locale), outcomeWord(outcome, locale)].filter(Boolean).join(', '),
          count,
        ),
      ),
    },
    {
      title: texts.t('office/report/prints'),
      lines: [
        line('printed', texts.t('office/report/printed'), printed),
        line('not-printed', texts.t('office/report/notPrinted'), notPrinted),
        line('unknown', texts.t('office/report/unknown'), unknown),
      ],
    },
    {
      title: texts.t('office/report/failures'),
      lines: totals.failures.map(({ error, count }) => line(error, errorTitle(error, texts), count)),
    },
    {
      title: texts.t('office/report/overrides'),
      lines: totals.overrides.map(({ operation, operator, approver, count }) =>
        line(
          [operation, operator, approver].join('\n'),
          operationWord(operation, locale),
          count,
          texts.t('office/report/override', { operator: operator ?? texts.t('office/report/nobody'), approver }),
        ),
      ),
    },
    {
      title: texts.t('office/report/operators'),
      lines: totals.byOperator.map(({ operator, count }) => line(operator, operator, count)),
    },
    {
      title: texts.t('office/report/durations'),
      lines: (totals.durations ?? []).map(({ operation, meanMs, longestMs }) => ({
        key: operation,
        left: operationWord(operation, locale),
        right: texts.t('office/report/duration', { mean: texts.number(meanMs), longest: texts.number(longestMs) }),
      })),
    },
  ];
}

/** A code that an older version wrote may have no words any more: then the code itself is said. */
function errorTitle(code: string, texts: Texts): string {
  return (texts.error(code as ErrorCode) as { title?: string }).title ?? code;
}

function Section({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  const texts = useTexts();
  return (
    <section className="office-section">
      <h2>{title}</h2>
      {lines.length === 0 ? <p className="note soft">{texts.t('office/report/none')}</p> : null}
      <ul className="office-lines">
        {lines.map(({ key, left, below, right }) => (
          <li key={key}>
            <span>
              {left}
              {below === undefined ? null : <span className="note soft">{below}</span>}
            </span>
            <span className="office-count">{right}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Sixteen digits in a group: somebody may have to compare them by eye. */
function End({ hash }: { readonly hash: string | null }) {
  const texts = useTexts();
  return hash === null ? null : (
    <section className="office-section">
      <h2>{texts.t('office/report/end')}</h2>
      <p className="office-hash">{(hash.match(/.{1,16}/g) ?? []).join(' ')}</p>
    </section>
  );
}
