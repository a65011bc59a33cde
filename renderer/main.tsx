import { type ReactNode, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { Desk, DevelopmentTag, TestServerBand } from './cashier/desk.tsx';
import { LockGate } from './cashier/lock-screen.tsx';
import { soundOf } from './cashier/sounds.ts';
import { StatusStrip } from './cashier/status-strip.tsx';
import { DeskProvider } from './cashier/use-desk.tsx';
import { tillOf, trainingOf } from './gateway/till.ts';
import { DevicesPage } from './setup/devices-page.tsx';
import { DevicesProvider } from './setup/use-devices.tsx';
import { watchReveal } from './stores/account-reveal-slice.ts';
import { connectDesk, createDeskStore } from './stores/desk-store.ts';
import { createDevicesStore, type DevicesStore } from './stores/devices-store.ts';
import { type Timers, watchIdle } from './stores/idle.ts';
import { createKeyStore } from './stores/key-store.ts';
import { createOperatorsStore, createTouches } from './stores/operators-store.ts';
import { TrainingBand } from './training/training-band.tsx';
import { startTexts } from './ui/i18n/i18n.ts';
import { TextsProvider } from './ui/i18n/use-texts.tsx';
import { createSoundPlayer, type SoundPlayer } from './ui/sound.ts';

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

/** The desk, or the technician's page or the way into live in its place. */
function Pages(props: {
  readonly devices: DevicesStore;
  readonly setup: Parts['setup'] | null;
  readonly setupPage: ReactNode;
  readonly devicesPage: ReactNode;
  readonly desk: ReactNode;
}) {
  const isSettingUp = useSyncExternalStore(props.setup?.subscribe ?? nothingToHear, props.setup?.isOpen ?? never);
  const isOpen = useSyncExternalStore(props.devices.subscribe, () => props.devices.getState().isOpen);
  if (isSettingUp) {
    return props.setupPage;
  }
  return isOpen ? props.devicesPage : props.desk;
}

async function openDesk(root: HTMLElement): Promise<void> {
  const till = tillOf(window.till);
  const store = createDeskStore({ till, now: Date.now });
  // Listening comes before asking: no event may fall between.
  connectDesk(store, till, {
    onScanReceived: () => performance.mark(marks.scanReceived),
    onDisplayTouched: () => window.dispatchEvent(new Event(displayTouched)),
  });
  await store.getState().start();
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
  const timers: Timers = {
    setTimeout: (action, delayMs) => window.setTimeout(action, delayMs),
    clearTimeout: (timer) => window.clearTimeout(timer as number),
  };
  watchHands(watchIdle(store, timers).touch);
  watchReveal(store, timers);
  const operators = createOperatorsStore(till);
  await operators.getState().start();
  watchHands(createTouches(till, () => performance.now()).touch);

  const devices = createDevicesStore(till);
  const keys = createKeyStore(till);
  const openDevices = () => {
    // Nobody's balance stands beside a screwdriver.
    store.getState().finish('done');
    void devices.getState().open();
  };
  const training = await openTrainingParts();
  const setUp = () => {
    store.getState().finish('done');
    training?.setup.open();
  };
  const trainingBand = <TrainingBand tag={<DevelopmentTag />} onSetUp={setUp} />;
  const plainStrip = <StatusStrip tag={training === null ? <DevelopmentTag /> : null} onOpenDevices={null} />;
  const bands = training === null ? <TestServerBand /> : trainingBand;
  createRoot(root).render(
    <TextsProvider texts={texts}>
      <DeskProvider store={store}>
        <DevicesProvider store={devices}>
          <LockGate store={operators} bands={bands} strip={plainStrip} isTraining={training !== null}>
            <Pages
              devices={devices}
              setup={training?.setup ?? null}
              setupPage={
                training === null ? null : (
                  <training.setup.Page
                    bands={<TrainingBand tag={<DevelopmentTag />} onSetUp={null} />}
                    strip={plainStrip}
                  />
                )
              }
              devicesPage={
                <DevicesPage
                  bands={bands}
                  strip={plainStrip}
                  isTraining={training !== null}
                  Dock={training?.Dock ?? null}
                  keys={keys}
                />
              }
              desk={
                <Desk
                  training={training}
                  trainingBand={trainingBand}
                  onBalancePainted={() => performance.mark(marks.balancePainted)}
                  onOpenDevices={openDevices}
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
