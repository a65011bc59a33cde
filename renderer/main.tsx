import { type ComponentProps, type ReactNode, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { Desk, DevelopmentTag, TestServerBand } from './cashier/desk.tsx';
import { LockGate } from './cashier/lock-screen.tsx';
import { soundOf } from './cashier/sounds.ts';
import { StatusStrip } from './cashier/status-strip.tsx';
import { DeskProvider } from './cashier/use-desk.ts';
import { tillOf, trainingOf } from './gateway/till.ts';
import { DevicesPage } from './setup/devices-page.tsx';
import { DoctorPage } from './setup/doctor-page.tsx';
import { OfficePage } from './setup/office-page.tsx';
import { DevicesProvider } from './setup/use-devices.ts';
import { OfficeProvider } from './setup/use-office.ts';
import { watchReveal } from './stores/account-reveal-slice.ts';
import { connectDesk, createDeskStore } from './stores/desk-store.ts';
import { createDevicesStore, type DevicesStore } from './stores/devices-store.ts';
import { createDiagnosisStore, type DiagnosisStore } from './stores/diagnosis-store.ts';
import { createGather } from './stores/gather.ts';
import { guardActions, offerRefusedScans } from './stores/guarded-actions.ts';
import { type Timers, watchIdle } from './stores/idle.ts';
import { comeBack, keepScreen } from './stores/kept-screen.ts';
import { createKeyStore } from './stores/key-store.ts';
import { createOfficeStore, firstPartFor, type OfficeStore } from './stores/office-store.ts';
import { createOperatorsStore, createTouches, type OperatorsStore } from './stores/operators-store.ts';
import { createOverrideStore, withOverride } from './stores/override-store.ts';
import { TrainingBand } from './training/training-band.tsx';
import { startTexts } from './ui/i18n/i18n.ts';
import { TextsProvider } from './ui/i18n/use-texts.tsx';
import { createSoundPlayer, type SoundPlayer } from './ui/sound.ts';
import type { PageSurroundings } from './ui/technician-page.tsx';

/** Read by `bench/`: from the scan's arrival in the page to the painted balance. */
const marks = { scanReceived: 'scan-received', balancePainted: 'balance-painted' } as const;

/** An event of ours: a hand on the customer's display is one at the desk. */
const displayTouched = 'till-display-touched';

type Parts = ReturnType<typeof import('./training/open-training.tsx')['openTraining']>;

async function openTrainingParts(): Promise<Parts | null> {
  const bridge = trainingOf(window.tillTraining);
  if (bridge === null) {
    return null;
  }
  const { openTraining } = await import('./training/open-training.tsx');
  return openTraining(bridge);
}

function watchHands(touch: () => void): void {
  for (const name of ['pointerdown', 'pointermove', 'keydown', 'wheel', displayTouched] as const) {
    window.addEventListener(name, touch, { capture: true, passive: true });
  }
}

/** Does beforehand, while nobody waits, what the first scan would wait for: fonts of letters not drawn yet, the sound. */
function warmUp(player: SoundPlayer): void {
  requestIdleCallback(() => {
    player.prepare();
    for (const face of document.fonts) {
      // A font that does not come leaves its letters to the next one in the list.
      face.load().catch(() => undefined);
    }
  });
}

const nothingToHear = () => () => {};
const never = () => false;

/** The desk; with the way into the office where that is for whoever is here. */
function DeskPage({
  operators,
  onOpenOffice,
  ...desk
}: Omit<ComponentProps<typeof Desk>, 'onOpenOffice'> & {
  readonly operators: OperatorsStore;
  readonly onOpenOffice: () => void;
}) {
  const hasOffice = useSyncExternalStore(
    operators.subscribe,
    () => firstPartFor(operators.getState().view?.may ?? null) !== null,
  );
  return <Desk {...desk} onOpenOffice={hasOffice ? onOpenOffice : null} />;
}

/** The desk, or the technician's page, the office or the way into live in its place. */
function Pages(props: {
  readonly devices: DevicesStore;
  readonly office: OfficeStore;
  readonly doctor: DiagnosisStore;
  readonly setup: Parts['setup'] | null;
  readonly setupPage: ReactNode;
  readonly devicesPage: ReactNode;
  readonly doctorPage: ReactNode;
  readonly officePage: ReactNode;
  readonly desk: ReactNode;
}) {
  const isSettingUp = useSyncExternalStore(props.setup?.subscribe ?? nothingToHear, props.setup?.isOpen ?? never);
  const isOpen = useSyncExternalStore(props.devices.subscribe, () => props.devices.getState().isOpen);
  const isInOffice = useSyncExternalStore(props.office.subscribe, () => props.office.getState().isOpen);
  const isChecking = useSyncExternalStore(props.doctor.subscribe, () => props.doctor.getState().isOpen);
  if (isSettingUp) {
    return props.setupPage;
  }
  if (isChecking) {
    return props.doctorPage;
  }
  if (isOpen) {
    return props.devicesPage;
  }
  return isInOffice ? props.officePage : props.desk;
}

async function openDesk(root: HTMLElement): Promise<void> {
  const bridge = tillOf(window.till);
  const operators = createOperatorsStore(bridge);
  const override = createOverrideStore(bridge, () => operators.getState().view?.people ?? []);
  const till = withOverride(bridge, override.getState());
  const store = createDeskStore({ till, now: Date.now });
  const { ask, canAsk } = override.getState();
  guardActions(store, bridge, { ask, canAsk, may: () => operators.getState().view?.may ?? null });
  const timers: Timers = {
    setTimeout: (action, delayMs) => window.setTimeout(action, delayMs),
    clearTimeout: (timer) => window.clearTimeout(timer as number),
  };
  const gather = createGather(timers);
  // Listening comes before asking: no event may fall between.
  connectDesk(store, till, {
    onScanReceived: () => performance.mark(marks.scanReceived),
    onDisplayTouched: () => window.dispatchEvent(new Event(displayTouched)),
    gather,
  });
  offerRefusedScans(store, till, { ask, canAsk });
  watchHands(gather.flush);
  // Asked for at once: after a crash a queue waits for the last of them.
  const trainingParts = openTrainingParts();
  await Promise.all([store.getState().start(), operators.getState().start()]);
  const texts = await startTexts(store.getState().locale);
  const player = createSoundPlayer(() => new AudioContext());

  const followLocale = () => {
    const { locale } = store.getState();
    document.documentElement.lang = locale;
    document.title = texts.t('app/title');
    if (texts.language !== locale) {
      void texts.changeLanguage(locale);
    }
  };
  const followTheme = () => {
    document.documentElement.dataset.theme = store.getState().theme;
  };
  followLocale();
  followTheme();
  store.subscribe((now, before) => {
    if (now.theme !== before.theme) {
      followTheme();
    }
    if (now.locale !== before.locale) {
      followLocale();
    }
    const sound = soundOf(now, before);
    if (sound !== null && !now.muted) {
      player.play(sound);
    }
  });
  watchHands(watchIdle(store, timers).touch);
  watchReveal(store, timers);
  watchHands(createTouches(till, () => performance.now()).touch);

  const devices = createDevicesStore(till);
  const keys = createKeyStore(till);
  const openDevices = () => {
    // Nobody's balance stands beside a screwdriver.
    store.getState().finish('done');
    void devices.getState().open();
  };
  const office = createOfficeStore(till);
  const openOffice = () => {
    store.getState().finish('done');
    office.getState().open(operators.getState().view?.may ?? null);
  };
  const doctor = createDiagnosisStore(till);
  const openDoctor = () => {
    store.getState().finish('done');
    devices.getState().close();
    void doctor.getState().open();
  };
  const training = await trainingParts;
  const setUp = () => {
    store.getState().finish('done');
    training?.setup.open();
  };
  const pages = { desk: store, devices, doctor, setup: training?.setup ?? null };
  await comeBack(till, pages, { devices: openDevices, doctor: openDoctor, setup: setUp });
  keepScreen(till, pages);
  const trainingBand = <TrainingBand tag={<DevelopmentTag />} onSetUp={setUp} />;
  const plainStrip = <StatusStrip tag={training === null ? <DevelopmentTag /> : null} onOpenDevices={null} />;
  const around: PageSurroundings = {
    bands: training === null ? <TestServerBand /> : trainingBand,
    strip: plainStrip,
    isTraining: training !== null,
    Dock: training?.Dock ?? null,
  };
  createRoot(root).render(
    <TextsProvider texts={texts}>
      <DeskProvider store={store}>
        <DevicesProvider store={devices}>
          <LockGate {...around} store={operators} override={override}>
            <Pages
              devices={devices}
              office={office}
              doctor={doctor}
              setup={training?.setup ?? null}
              setupPage={
                training === null ? null : (
                  <training.setup.Page
                    bands={<TrainingBand tag={<DevelopmentTag />} onSetUp={null} />}
                    strip={plainStrip}
                  />
                )
              }
              devicesPage={<DevicesPage {...around} keys={keys} onOpenDoctor={openDoctor} />}
              doctorPage={<DoctorPage {...around} store={doctor} />}
              officePage={
                <OfficeProvider store={office}>
                  <OfficePage {...around} />
                </OfficeProvider>
              }
              desk={
                <DeskPage
                  operators={operators}
                  onOpenOffice={openOffice}
                  training={training}
                  trainingBand={trainingBand}
                  onBalancePainted={() => performance.mark(marks.balancePainted)}
                  onOpenDevices={openDevices}
                  onOpenDoctor={openDoctor}
                />
              }
            />
          </LockGate>
        </DevicesProvider>
      </DeskProvider>
    </TextsProvider>,
  );
  warmUp(player);
}

const root = document.getElementById('root');
if (root !== null) {
  void openDesk(root);
}
