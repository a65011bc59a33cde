import { type FormEvent, useEffect, useRef, useState } from 'react';
import { closeNumberOf, isReportBusy, type ReportWork } from '../stores/office-reports-slice.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { TextField, textOf, useTextInput } from '../ui/text-field.tsx';
import { OfficeBusy, OfficeDone } from './office-parts.tsx';
import { useOffice, useOfficeStore } from './use-office.ts';

/** Which report is shown, and what is done with it. */
export function ReportPanel() {
  const texts = useTexts();
  const isClosing = useOffice(({ reportWork: { kind } }) => kind === 'confirming' || kind === 'closing');
  return (
    <section className="do" aria-label={texts.t('office/part/reports')} data-testid="report-panel">
      <div className="pad-in devices-panel scrolls">{isClosing ? <CloseDay /> : <Choices />}</div>
    </section>
  );
}

function Choices() {
  const texts = useTexts();
  const store = useOfficeStore();
  const work = useOffice((state) => state.reportWork);
  const lastZ = useOffice((state) => state.lastZ);
  const hasReport = useOffice((state) => state.report !== null);
  const busy = isReportBusy(work) || !hasReport ? texts.t('office/report/reading') : null;
  return (
    <>
      <h2>{texts.t('office/part/reports')}</h2>
      <KeyButton className="btn wide" testId="report-now" onPress={() => void store.getState().readReport(null)}>
        <Icon name="refresh" size="row" />
        <span>{texts.t('office/report/now')}</span>
      </KeyButton>
      <EarlierClose lastZ={lastZ} />
      <WorkOutcome work={work} />
      <div className="foot">
        <KeyButton
          className="btn act wide"
          testId="report-print"
          offReason={busy}
          neverByEnter
          onPress={() => void store.getState().printReport()}
        >
          <Icon name="printer" size="row" />
          <span>{texts.t('office/report/print')}</span>
          <kbd>F9</kbd>
        </KeyButton>
        <KeyButton
          className="btn wide"
          testId="report-save"
          offReason={busy}
          onPress={() => void store.getState().saveReport()}
        >
          <Icon name="arrow-in" size="row" />
          <span>{texts.t('office/report/save')}</span>
        </KeyButton>
        <KeyButton
          className="btn wide"
          testId="close-day"
          offReason={busy}
          onPress={() => store.getState().askToClose()}
        >
          <Icon name="lock" size="row" />
          <span>{texts.t('office/report/close')}</span>
        </KeyButton>
      </div>
    </>
  );
}

function EarlierClose({ lastZ }: { readonly lastZ: number }) {
  const texts = useTexts();
  const store = useOfficeStore();
  const field = useTextInput();
  const [isWrong, setWrong] = useState(false);
  if (lastZ === 0) {
    return <p className="note soft">{texts.t('office/report/noClose')}</p>;
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    const number = closeNumberOf(textOf(field));
    setWrong(number === null);
    if (number !== null) {
      void store.getState().readReport(number);
    }
  }
  const lastClose = texts.t('office/report/lastClose', { number: lastZ });
  return (
    <form className="office-form" onSubmit={submit}>
      <h3>{texts.t('office/report/closes')}</h3>
      <div className="office-pair">
        <TextField
          label={texts.t('office/report/number')}
          note={isWrong ? texts.t('office/report/numberWrong') : lastClose}
          isWrong={isWrong}
          testId="close-number"
          inputMode="numeric"
          maxLength={9}
          field={field}
        />
        <button type="submit" className="btn office-beside" data-testid="close-show">
          {texts.t('office/report/show')}
        </button>
      </div>
    </form>
  );
}

function WorkOutcome({ work }: { readonly work: ReportWork }) {
  const texts = useTexts();
  switch (work.kind) {
    case 'reading':
    case 'printing':
    case 'saving':
      return <OfficeBusy>{texts.t(`office/report/${work.kind}`)}</OfficeBusy>;
    case 'printed':
      return (
        <OfficeDone testId="report-printed">
          {texts.t('office/report/printedAt', { time: texts.time(work.at) })}
        </OfficeDone>
      );
    case 'saved':
      return (
        <OfficeDone testId="report-saved">
          {texts.t('office/report/saved')} <b className="office-path">{work.file}</b>
        </OfficeDone>
      );
    case 'closed':
      return <OfficeDone testId="day-closed">{texts.t('office/report/closed', { number: work.number })}</OfficeDone>;
    case 'failed':
      return <ErrorNote testId="report-error" error={work.error} />;
    default:
      return null;
  }
}

/** Says what a close does before it does it: it cannot be undone. */
function CloseDay() {
  const texts = useTexts();
  const store = useOfficeStore();
  const isClosing = useOffice((state) => state.reportWork.kind === 'closing');
  const lastZ = useOffice((state) => state.lastZ);
  const open = useOffice((state) => state.report?.totals.open ?? 0);
  const place = useRef<HTMLDivElement>(null);
  // Whoever presses Enter by habit closes nothing.
  useEffect(() => place.current?.querySelector('button')?.focus({ preventScroll: true }), []);
  const busy = isClosing ? texts.t('office/report/closing') : null;
  return (
    <>
      <h2>{texts.t('office/report/confirm')}</h2>
      <p>{texts.t('office/report/confirmSay', { number: lastZ + 1 })}</p>
      <p>{texts.t('office/report/confirmKeep')}</p>
      {open === 0 ? null : <p>{texts.t('office/report/confirmOpen', { count: open })}</p>}
      {isClosing ? <OfficeBusy>{texts.t('office/report/closing')}</OfficeBusy> : null}
      <div className="foot" ref={place}>
        <KeyButton
          className="btn wide"
          testId="close-day-no"
          offReason={busy}
          onPress={() => store.getState().leaveClosing()}
        >
          <Icon name="back" size="row" />
          <span>{texts.t('office/report/confirmNo')}</span>
          <kbd>Esc</kbd>
        </KeyButton>
        <KeyButton
          className="btn act wide"
          testId="close-day-yes"
          offReason={busy}
          onPress={() => void store.getState().closeDay()}
        >
          <Icon name="lock" size="row" />
          <span>{texts.t('office/report/confirmYes')}</span>
        </KeyButton>
      </div>
    </>
  );
}
