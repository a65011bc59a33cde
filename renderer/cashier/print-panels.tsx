import type { ReactNode } from 'react';
import type { Print } from '../stores/flows.ts';
import { isResumable } from '../stores/print-slice.ts';
import { deskFocusMark } from '../ui/desk-focus.ts';
import { OpenPrinter, RaggedEdge } from '../ui/drawings.tsx';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { PaperBars } from '../ui/paper.tsx';
import { SoundGlyph } from '../ui/sound-glyph.tsx';
import { ErrorFacts, ErrorSteps, SupportLine } from './error-steps.tsx';
import { useDeskStore } from './use-desk.ts';
import { useFocusHere } from './use-focus-here.ts';

type PrintIn<Kind extends Print['kind']> = { readonly print: Extract<Print, { kind: Kind }> };

/** Sent, and not confirmed yet. */
export function PrintingPanel({ print }: PrintIn<'printing'>) {
  const texts = useTexts();
  const place = useFocusHere();
  const symbols = texts.plural('symbolsPerLine', print.choice.width);
  return (
    <section className="do">
      <div
        ref={place}
        {...deskFocusMark}
        tabIndex={-1}
        className="pad-in"
        data-testid="print-outcome"
        data-outcome="printing"
      >
        <div className="state">
          <div className="sign" data-kind="work">
            <Icon name="printer" />
          </div>
          <div>
            <h1>{texts.t('print/printing')}</h1>
            <p className="label soft">{texts.t('print/waiting')}</p>
          </div>
        </div>
        {print.job.kind === 'receipt' ? (
          <>
            <p className="hidden-text label">
              <Icon name="eye-off" size="row" />
              <span>{texts.t('print/hidden')}</span>
            </p>
            <p className="soft note">{texts.t(`print/choice/${print.choice.locale}`, { symbols })}</p>
          </>
        ) : (
          <p className="soft note">
            {texts.t('account/statements/title')}: {texts.plural('rows', print.job.ids.length)}, {symbols}
          </p>
        )}
        <div className="printing">
          <div className="slot" />
          <div className="paper-wrap feeding">
            <PaperBars torn={false} />
          </div>
        </div>
      </div>
    </section>
  );
}

interface PrintedPanelProps extends PrintIn<'printed'> {
  /** A training station's picture of the paper; a live desk has bars, never text. */
  readonly paper: ReactNode | null;
}

/** The printer confirmed it, or the operator saw it. */
export function PrintedPanel({ print, paper }: PrintedPanelProps) {
  const texts = useTexts();
  const place = useFocusHere();
  const time = texts.time(print.at);
  return (
    <section className="do">
      <div
        ref={place}
        {...deskFocusMark}
        tabIndex={-1}
        className="pad-in"
        data-testid="print-outcome"
        data-outcome="printed"
      >
        <div className="state">
          <div className="sign" data-kind="done">
            <Icon name="check" bold />
          </div>
          <div>
            <h1>{texts.t('print/printed')}</h1>
            <p className="label soft">
              {texts.t(print.by === 'printer' ? 'print/confirmedAt' : 'print/operatorSaid', { time })}
            </p>
          </div>
        </div>
        <p className="next strong">
          <Icon name="scanner" size="row" />
          <span>{texts.t('print/nextCustomer')}</span>
        </p>
        <div className="printing">
          <div className="slot" />
          {paper ?? (
            <div className="paper-wrap hanging">
              <PaperBars torn />
            </div>
          )}
        </div>
      </div>
    </section>
  );
}

function TroubleHead({ title, what, ask }: { title: string; what: string; ask: 'alert' | 'eye' }) {
  return (
    <div className="state">
      <div className="sign" data-kind="ask">
        <Icon name={ask} />
      </div>
      <div>
        <h1>{title}</h1>
        <p className="label">{what}</p>
      </div>
    </div>
  );
}

/** Nothing came out, and it is known why. */
export function NotPrintedPanel({ print }: PrintIn<'not-printed'>) {
  const texts = useTexts();
  const store = useDeskStore();
  const place = useFocusHere();
  const error = texts.error(print.error.code);
  const watched = isResumable(print.error);
  const showsPrinter = print.error.code === 'printer.paper-out' || print.error.code === 'printer.cover-open';
  return (
    <section className="do">
      <div
        ref={place}
        {...deskFocusMark}
        tabIndex={-1}
        className="trouble"
        data-testid="print-outcome"
        data-outcome="not-printed"
      >
        <div className="hatch" />
        <div className="pad-in" data-testid="error" data-code={print.error.code}>
          <TroubleHead title={error.title} what={error.what} ask="alert" />
          <div className={showsPrinter ? 'steps-and-drawing' : undefined}>
            <ErrorSteps error={print.error} />
            {showsPrinter ? <OpenPrinter /> : null}
          </div>
          <ErrorFacts error={print.error} />
          <div className="foot">
            {watched ? (
              <p className="watching">
                <Icon name="working" size="row" />
                <span>{texts.t('print/watching')}</span>
              </p>
            ) : (
              <KeyButton
                className="btn act wide"
                neverByEnter
                testId="print-again"
                onPress={() => void store.getState().repeatPrint()}
              >
                <Icon name="printer" size="row" />
                <span>{texts.t('print/tryAgain')}</span>
                <kbd>F9</kbd>
              </KeyButton>
            )}
            <GoOnButton act={watched} />
            <SoundGlyph name="trouble" caption={texts.t('sound/trouble')} />
          </div>
        </div>
      </div>
    </section>
  );
}

function GoOnButton({ act }: { readonly act: boolean }) {
  const texts = useTexts();
  const store = useDeskStore();
  return (
    <KeyButton
      className={act ? 'btn act wide' : 'btn wide'}
      testId="go-on"
      onPress={() => store.getState().leavePrint()}
    >
      <Icon name="skip" size="row" />
      <span>{texts.t('print/goOn')}</span>
      <kbd>Esc</kbd>
    </KeyButton>
  );
}

/** The text could not be had, so there was nothing to print. */
export function PrintFailedPanel({ print }: PrintIn<'failed'>) {
  const texts = useTexts();
  const store = useDeskStore();
  const place = useFocusHere();
  const error = texts.error(print.error.code);
  const mayRetry = print.error.code !== 'receipt.not-enabled';
  return (
    <section className="do">
      <div
        ref={place}
        {...deskFocusMark}
        tabIndex={-1}
        className="trouble"
        data-testid="print-outcome"
        data-outcome="failed"
      >
        <div className="hatch" />
        <div className="pad-in" data-testid="error" data-code={print.error.code}>
          <TroubleHead title={error.title} what={error.what} ask="alert" />
          <ErrorSteps error={print.error} />
          <ErrorFacts error={print.error} />
          <div className="foot">
            {mayRetry ? (
              <KeyButton
                className="btn act wide"
                neverByEnter
                testId="print-again"
                onPress={() => void store.getState().repeatPrint()}
              >
                <Icon name="printer" size="row" />
                <span>{texts.t('print/tryAgain')}</span>
                <kbd>F9</kbd>
              </KeyButton>
            ) : null}
            <GoOnButton act={!mayRetry} />
            <SoundGlyph name="trouble" caption={texts.t('sound/trouble')} />
          </div>
        </div>
      </div>
    </section>
  );
}

/** Nobody but the cashier can say what came out; the till never repeats it by itself. */
export function PrintUnknownPanel({ print }: PrintIn<'unknown'>) {
  const texts = useTexts();
  const store = useDeskStore();
  const place = useFocusHere();
  const isFault = print.error.kind === 'fault';
  return (
    <section className="do">
      <div
        ref={place}
        {...deskFocusMark}
        tabIndex={-1}
        className="trouble"
        data-testid="print-outcome"
        data-outcome="unknown"
      >
        <div className="hatch" />
        <div className="pad-in" data-testid="error" data-code={print.error.code}>
          <TroubleHead
            title={texts.t('print/look')}
            what={texts.t(isFault ? 'print/lookFault' : 'print/lookSay')}
            ask="eye"
          />
          <KeyButton
            className="choice"
            neverByEnter
            testId="print-came-out"
            onPress={() => store.getState().settleAsPrinted()}
          >
            <span className="mini paper-wrap">
              <PaperBars torn count={5} />
            </span>
            <span>
              <strong>{texts.t('print/cameOut')}</strong>
              <span className="row">
                <kbd>1</kbd>
                <span className="soft">{texts.t('print/cameOutSay')}</span>
              </span>
            </span>
          </KeyButton>
          <KeyButton
            className="choice"
            neverByEnter
            testId="print-missing"
            onPress={() => void store.getState().repeatPrint()}
          >
            <span className="mini paper-wrap short">
              <PaperBars torn={false} count={2} />
              <RaggedEdge />
            </span>
            <span>
              <strong>{texts.t('print/missing')}</strong>
              <span className="row">
                <kbd>2</kbd>
                <span className="soft">{texts.t('print/missingSay')}</span>
              </span>
            </span>
          </KeyButton>
          <ErrorFacts error={print.error} />
          <div className="foot">
            <p>
              <SupportLine code={print.error.code} />
            </p>
            <SoundGlyph name="trouble" caption={texts.t('sound/trouble')} />
          </div>
        </div>
      </div>
    </section>
  );
}
