import { type ReactNode, useEffect, useRef } from 'react';
import { useDevicesStore } from '../setup/use-devices.tsx';
import type { DevicesStore } from '../stores/devices-store.ts';
import { isAccepted, type SetupStep, setupSteps } from '../stores/training-setup-store.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { CredentialsStep } from './setup-credentials.tsx';
import { PeopleStep } from './setup-people.tsx';
import { PrinterSide, PrinterStep } from './setup-printer.tsx';
import { ReadersSide, ReadersStep } from './setup-readers.tsx';
import { StationStep } from './setup-station.tsx';
import { SummaryStep } from './setup-summary.tsx';
import { useSetup, useSetupStore } from './use-setup.tsx';

interface SetupPageProps {
  readonly bands: ReactNode;
  readonly strip: ReactNode;
}

/** From training to live in six steps. */
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
  useDeviceKeys(step);
  return (
    <div className="till training">
      <header className="bands">{bands}</header>
      <main ref={work} className="work" tabIndex={-1} data-testid="setup" data-step={step}>
        <section className="who setup-who" aria-label={texts.t(`setup/step/${step}`)}>
          <h1>{texts.t('setup/title')}</h1>
          <h2>
            {texts.t('setup/stepOf', { at: setupSteps.indexOf(step) + 1, all: setupSteps.length })}{' '}
            {texts.t(`setup/step/${step}`)}
          </h2>
          <Step step={step} />
        </section>
        <Side step={step} />
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

/** The keys that the technician's panels show. */
function useDeviceKeys(step: SetupStep): void {
  const devices = useDevicesStore();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const act = deviceKeys[`${step} ${event.key}`];
      if (act !== undefined && !event.repeat) {
        event.preventDefault();
        act(devices);
      }
    }
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [devices, step]);
}

const deviceKeys: Readonly<Record<string, (devices: DevicesStore) => void>> = {
  'printer F3': (devices) => devices.getState().show('find'),
  'printer F9': (devices) => void devices.getState().printTestPage(),
  'readers F4': (devices) => devices.getState().show('learn'),
  'readers F6': (devices) => devices.getState().show('scan'),
};

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
    case 'printer':
      return <PrinterStep />;
    case 'readers':
      return <ReadersStep />;
    case 'station':
      return <StationStep />;
    case 'people':
      return <PeopleStep />;
    case 'summary':
      return <SummaryStep />;
  }
}

/** The devices' own panels where devices are tried; else how far one has come. */
function Side({ step }: { readonly step: SetupStep }) {
  const texts = useTexts();
  switch (step) {
    case 'printer':
      return <PrinterSide />;
    case 'readers':
      return <ReadersSide />;
    default:
      return (
        <section className="do" aria-label={texts.t('setup/steps')}>
          <Steps />
        </section>
      );
  }
}
