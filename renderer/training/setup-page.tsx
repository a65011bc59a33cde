import { type ReactNode, useEffect, useRef } from 'react';
import { locales } from '../../shared/domain/locale.ts';
import { isAccepted, type SetupChoices, type SetupStep, setupSteps } from '../stores/training-setup-store.ts';
import { languageName } from '../ui/i18n/i18n.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { Segment } from '../ui/segment.tsx';
import { CredentialsStep, SetupTrouble, wordsOf } from './setup-credentials.tsx';
import { SetupField } from './setup-field.tsx';
import { useSetup, useSetupStore } from './use-setup.tsx';

interface SetupPageProps {
  readonly bands: ReactNode;
  readonly strip: ReactNode;
}

/** From training to live in three steps. */
export function SetupPage({ bands, strip }: SetupPageProps) {
  const texts = useTexts();
  const store = useSetupStore();
  const step = useSetup((state) => state.step);
  const work = useRef<HTMLElement>(null);
  // Each step begins at its top, for the keyboard and for whoever is read to.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step is what it is about
  useEffect(() => work.current?.focus({ preventScroll: true }), [step]);
  const goBack = (): void => {
    const at = setupSteps.indexOf(step);
    const before = setupSteps[at - 1];
    if (before === undefined) {
      store.getState().close();
    } else {
      store.getState().show(before);
    }
  };
  useEscape(goBack);
  return (
    <div className="till training">
      <header className="bands">{bands}</header>
      <main ref={work} className="work" tabIndex={-1} data-testid="setup" data-step={step}>
        <section className="who setup-who" aria-label={texts.t(`setup/step/${step}`)}>
          <h1>{texts.t('setup/title')}</h1>
          <h2>{texts.t(`setup/step/${step}`)}</h2>
          <Step step={step} />
        </section>
        <section className="do" aria-label={texts.t('setup/steps')}>
          <Steps />
        </section>
      </main>
      <nav className="keys-nav" aria-label={texts.t('keys/label')}>
        <div className="keys setup-keys">
          <KeyButton className="key" testId="setup-back" onPress={goBack}>
            <kbd>Esc</kbd>
            <span>{texts.t('setup/back')}</span>
          </KeyButton>
        </div>
      </nav>
      {strip}
    </div>
  );
}

function useEscape(act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const target = event.target instanceof Element ? event.target : null;
      if (event.key === 'Escape' && !event.repeat && !target?.closest('[role="dialog"], [role="menu"]')) {
        event.preventDefault();
        latest.current();
      }
    }
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}

function Steps() {
  const texts = useTexts();
  const step = useSetup((state) => state.step);
  const accepted = useSetup(isAccepted);
  const now = setupSteps.indexOf(step);
  return (
    <ol className="setup-steps">
      {setupSteps.map((name, index) => (
        <li key={name} className="device" aria-current={name === step ? 'step' : undefined}>
          {index < now || (index === 0 && accepted) ? <Icon name="done" /> : <b aria-hidden="true">{index + 1}</b>}
          <strong>{texts.t(`setup/step/${name}`)}</strong>
        </li>
      ))}
    </ol>
  );
}

function Step({ step }: { readonly step: SetupStep }) {
  switch (step) {
    case 'credentials':
      return <CredentialsStep />;
    case 'station':
      return <StationStep />;
    case 'summary':
      return <SummaryStep />;
  }
}

const patterns = {
  stationName: /^[^\p{C}]{1,40}$/u,
  supportPhone: /^\+?[0-9][0-9 ()-]{2,23}$/,
  currency: /^[A-Z]{3}$/,
} as const;

const isWidth = (width: number | null): boolean => width === null || (width >= 8 && width <= 96);

function isWhole({ stationName, supportPhone, currency, receiptWidth }: SetupChoices): boolean {
  return (
    patterns.stationName.test(stationName.trim()) &&
    (supportPhone === null || patterns.supportPhone.test(supportPhone)) &&
    patterns.currency.test(currency) &&
    isWidth(receiptWidth)
  );
}

function StationStep() {
  const texts = useTexts();
  const store = useSetupStore();
  const choices = useSetup((state) => state.choices);
  if (choices === null) {
    return null;
  }
  const change = store.getState().change;
  const noteOf = (isRight: boolean, allowed: string) => ({
    isWrong: !isRight,
    note: isRight ? null : texts.t('setup/wrong', { allowed }),
  });
  return (
    <form
      className="setup-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole(choices)) {
          store.getState().show('summary');
        }
      }}
    >
      <div className="setup-pair">
        <SetupField
          label={texts.t('setup/stationName')}
          testId="setup-name"
          value={choices.stationName}
          onChange={(event) => change({ stationName: event.target.value })}
          {...noteOf(patterns.stationName.test(choices.stationName.trim()), texts.t('setup/allowedName'))}
        />
        <SetupField
          label={texts.t('setup/supportPhone')}
          testId="setup-phone"
          value={choices.supportPhone ?? ''}
          onChange={(event) => change({ supportPhone: event.target.value === '' ? null : event.target.value })}
          {...noteOf(
            choices.supportPhone === null || patterns.supportPhone.test(choices.supportPhone),
            texts.t('setup/allowedPhone'),
          )}
        />
      </div>
      <Segment
        label={texts.t('setup/locale')}
        value={choices.locale}
        choices={locales.map((value) => ({ value, text: languageName(value) }))}
        onChoose={(locale) => change({ locale })}
      />
      <Segment
        label={texts.t('setup/face')}
        value={choices.face}
        choices={[
          { value: 'desk', text: texts.t('setup/desk') },
          { value: 'kiosk', text: texts.t('setup/kiosk') },
        ]}
        onChoose={(face) => change({ face })}
      />
      <div className="setup-pair">
        <SetupField
          label={texts.t('setup/currency')}
          testId="setup-currency"
          value={choices.currency}
          onChange={(event) => change({ currency: event.target.value.toUpperCase() })}
          {...noteOf(patterns.currency.test(choices.currency), texts.t('setup/allowedCurrency'))}
        />
        <SetupField
          label={texts.t('setup/width')}
          testId="setup-width"
          value={choices.receiptWidth === null ? '' : `${choices.receiptWidth}`}
          onChange={(event) => change({ receiptWidth: widthOf(event.target.value) })}
          {...noteOf(isWidth(choices.receiptWidth), texts.t('setup/allowedWidth'))}
        />
      </div>
      <div className="setup-foot">
        <button
          type="submit"
          className="btn act"
          data-testid="setup-next"
          aria-disabled={isWhole(choices) ? undefined : true}
        >
          <Icon name="check" size="row" bold />
          <span>{texts.t('setup/next')}</span>
        </button>
      </div>
    </form>
  );
}

/** Digits only: what is no number is not there. */
function widthOf(text: string): number | null {
  const digits = text.replace(/[^0-9]/g, '').slice(0, 3);
  return digits === '' ? null : Number(digits);
}

function SummaryStep() {
  const texts = useTexts();
  const store = useSetupStore();
  const choices = useSetup((state) => state.choices);
  const going = useSetup((state) => state.going);
  if (choices === null) {
    return null;
  }
  const rows = [
    [texts.t('setup/stationName'), choices.stationName],
    [texts.t('setup/supportPhone'), choices.supportPhone ?? texts.t('setup/none')],
    [texts.t('setup/locale'), languageName(choices.locale)],
    [texts.t('setup/face'), texts.t(`setup/${choices.face}`)],
    [texts.t('setup/currency'), choices.currency],
    [texts.t('setup/width'), choices.receiptWidth === null ? texts.t('setup/printersOwn') : `${choices.receiptWidth}`],
  ] as const;
  return (
    <>
      <dl className="facts-list" data-testid="setup-summary">
        {rows.map(([name, value]) => (
          <div key={name} className="setup-row">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="note soft">{texts.t('setup/summarySay')}</p>
      {going.kind === 'failed' ? <SetupTrouble outcome={going.error.code} {...wordsOf(going.error, texts)} /> : null}
      {going.kind === 'restarting' ? (
        <p className="label" role="status">
          {texts.t('setup/restarting')}
        </p>
      ) : null}
      <div className="setup-foot">
        <KeyButton className="btn act" testId="setup-go-live" onPress={() => void store.getState().goLive()}>
          <Icon name="check" size="row" bold />
          <span>{texts.t('setup/goLive')}</span>
        </KeyButton>
      </div>
    </>
  );
}
