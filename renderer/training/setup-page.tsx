import { useDevicesStore } from '../setup/use-devices.ts';
import type { DevicesStore } from '../stores/devices-store.ts';
import { isAccepted, type SetupStep, setupSteps } from '../stores/training-setup-store.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { type PageSurroundings, TechnicianPage } from '../ui/technician-page.tsx';
import type { PageKeys } from '../ui/use-page-keys.ts';
import { CredentialsStep } from './setup-credentials.tsx';
import { PeopleStep } from './setup-people.tsx';
import { PrinterSide, PrinterStep } from './setup-printer.tsx';
import { ReadersSide, ReadersStep } from './setup-readers.tsx';
import { StationStep } from './setup-station.tsx';
import { SummaryStep } from './setup-summary.tsx';
import { useSetup, useSetupStore } from './use-setup.ts';

/** The keys that the technician's panels show. */
function panelKeysOf(devices: DevicesStore, step: SetupStep): PageKeys {
  const { show, printTestPage } = devices.getState();
  switch (step) {
    case 'printer':
      return { F3: () => show('find'), F9: () => void printTestPage() };
    case 'readers':
      return { F4: () => show('learn'), F6: () => show('scan') };
    default:
      return {};
  }
}

/** From training to live in six steps. */
export function SetupPage(around: Pick<PageSurroundings, 'bands' | 'strip'>) {
  const texts = useTexts();
  const store = useSetupStore();
  const devices = useDevicesStore();
  const step = useSetup((state) => state.step);
  const goBack = (): void => {
    const at = setupSteps.indexOf(step);
    const before = setupSteps[at - 1];
    if (before === undefined) {
      store.getState().close();
    } else {
      store.getState().show(before);
    }
  };
  return (
    <TechnicianPage
      {...around}
      name="setup"
      isTraining
      Dock={null}
      keys={[{ cap: 'Esc', text: 'setup/back', testId: 'setup-back', run: goBack }]}
      panelKeys={panelKeysOf(devices, step)}
      step={step}
      marks={{ 'data-step': step }}
    >
      <section className="who setup-who" aria-label={texts.t(`setup/step/${step}`)}>
        <h1>{texts.t('setup/title')}</h1>
        <h2>
          {texts.t('setup/stepOf', { at: setupSteps.indexOf(step) + 1, all: setupSteps.length })}{' '}
          {texts.t(`setup/step/${step}`)}
        </h2>
        <Step step={step} />
      </section>
      <Side step={step} />
    </TechnicianPage>
  );
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
