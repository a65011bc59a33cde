import './ui/styles/kiosk.css';
import './ui/styles/kiosk-screens.css';
import './ui/styles/kiosk-card.css';
import { type ComponentType, type CSSProperties, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { ScreenLocale } from '../shared/domain/locale.ts';
import { kioskOf, trainingOf } from './gateway/till.ts';
import { createExitGesture } from './kiosk/exit-gesture.ts';
import { Kiosk, KioskBands } from './kiosk/kiosk.tsx';
import { handleKey } from './kiosk/kiosk-keys.ts';
import { scriptOf } from './kiosk/scripts.ts';
import { soundOf } from './kiosk/sounds.ts';
import { KioskProvider } from './kiosk/use-kiosk.ts';
import { createVoiceGuide } from './kiosk/voice-guide.ts';
import { lettersOn } from './stores/kiosk-letters.ts';
import { watchPresence } from './stores/kiosk-presence.ts';
import { connectKiosk, createKioskStore, type KioskStore } from './stores/kiosk-store.ts';
import { TrainingBand } from './training/training-band.tsx';
import { startTexts, textsOf } from './ui/i18n/i18n.ts';
import { TextsProvider, useTexts } from './ui/i18n/use-texts.tsx';
import { createSoundPlayer } from './ui/sound.ts';
import { createSpeech, type Speech } from './ui/speech.ts';
import { createSpeechByMain, eitherSpeech } from './ui/speech-by-main.ts';

type Dock = ComponentType<{ readonly onClose: () => void }>;

async function openDock(): Promise<Dock | null> {
  const bridge = trainingOf(window.tillTraining);
  if (bridge === null) {
    return null;
  }
  const { openTraining } = await import('./training/open-training.tsx');
  return openTraining(bridge).Dock;
}

/** What the whole page wears: language, size, colours. */
function followAccess(store: KioskStore, changeLanguage: (locale: string) => void): void {
  const wear = () => {
    const { access, station } = store.getState();
    const { locale, size, theme } = access;
    const root = document.documentElement;
    root.lang = locale;
    root.dataset.size = String(size);
    root.dataset.theme = theme;
    root.style.setProperty('--mm', `${lettersOn(station?.heightMm ?? null).pixelsPerMm}px`);
    changeLanguage(locale);
  };
  wear();
  store.subscribe((now, before) => {
    if (now.access !== before.access) {
      wear();
    }
  });
}

const size = { width: 1080, height: 1920 };

/** The kiosk is drawn for one display and scaled to any other; the training drawer lies beside it, never over it. */
function Room({ dock: Drawer }: { readonly dock: Dock | null }) {
  const stage = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);
  const [isOpen, setOpen] = useState(false);
  const texts = useTexts();
  useEffect(() => {
    const place = stage.current;
    if (place === null) {
      return;
    }
    const fit = () => setScale(Math.min(place.clientWidth / size.width, window.innerHeight / size.height));
    const watch = new ResizeObserver(fit);
    watch.observe(place);
    window.addEventListener('resize', fit);
    return () => {
      watch.disconnect();
      window.removeEventListener('resize', fit);
    };
  }, []);
  useEffect(() => {
    const toggle = (event: KeyboardEvent) => {
      if (event.key === 'F11' && Drawer !== null) {
        event.preventDefault();
        setOpen((open) => !open);
      }
    };
    window.addEventListener('keydown', toggle);
    return () => window.removeEventListener('keydown', toggle);
  }, [Drawer]);
  const dockKey =
    Drawer === null ? null : (
      <button type="button" className="k-dock-key" data-testid="dock-key" onClick={() => setOpen((open) => !open)}>
        {`${texts.t('dock/title')}: F11`}
      </button>
    );
  const zoom = { zoom: scale } as CSSProperties;
  return (
    <div className="k-room">
      <div className="k-stage" ref={stage}>
        <div style={zoom}>
          <Kiosk bands={<KioskBands training={<TrainingBand tag={dockKey} />} />} />
        </div>
      </div>
      {Drawer !== null && isOpen ? (
        <div className="k-drawer" data-face="desk" data-theme="light">
          <Drawer onClose={() => setOpen(false)} />
        </div>
      ) : null}
    </div>
  );
}

function connectVoice(
  store: KioskStore,
  speech: Speech,
  textsIn: (locale: ScreenLocale) => ReturnType<typeof textsOf>,
) {
  const guide = createVoiceGuide(speech);
  const scene = () => {
    const state = store.getState();
    return { state, texts: textsIn(state.access.locale) };
  };
  const script = () => scriptOf(scene());
  store.subscribe((now, before) => {
    if (now.access.voice === 'on') {
      guide.follow(scene(), script());
    } else if (before.access.voice === 'on') {
      guide.leave();
    }
  });
  window.addEventListener('keydown', (event) => handleKey(event, { store, guide, script }), { capture: true });
}

async function openKiosk(root: HTMLElement): Promise<void> {
  document.documentElement.dataset.face = 'kiosk';
  const till = kioskOf(window.tillKiosk);
  const far = createSpeechByMain({
    async readLanguages() {
      const answer = await till.call('kiosk/read-voices', {});
      return answer.ok ? answer.value.locales : [];
    },
    say: (sentences, manner) => till.call('kiosk/say', { sentences: [...sentences], ...manner }),
    hush: () => void till.call('kiosk/hush', {}),
  });
  const speech = eitherSpeech(
    createSpeech(() => window.speechSynthesis),
    far,
    () => (window.speechSynthesis?.getVoices().length ?? 0) > 0,
  );
  const store = createKioskStore({ till, now: () => Date.now(), canSpeak: speech.canSpeak });
  // Listening comes before asking: no event may fall between.
  connectKiosk(store, till);
  await store.getState().start();
  const texts = await startTexts(store.getState().access.locale);
  followAccess(store, (locale) => void texts.changeLanguage(locale));
  document.title = texts.t('app/title');
  connectVoice(store, speech, (locale) => textsOf(texts.getFixedT(locale), locale));

  const player = createSoundPlayer(() => new AudioContext());
  store.subscribe((now, before) => {
    const sound = soundOf(now, before);
    if (sound !== null) {
      player.play(sound);
    }
  });
  const presence = watchPresence({
    store,
    now: () => Date.now(),
    timers: {
      setTimeout: (action, delayMs) => window.setTimeout(action, delayMs),
      clearTimeout: (timer) => window.clearTimeout(timer as number),
    },
  });
  speech.onSpeaking(presence.speaking);
  for (const name of ['pointerdown', 'keydown', 'wheel'] as const) {
    window.addEventListener(name, presence.touch, { capture: true, passive: true });
  }
  const exitGesture = createExitGesture(() => performance.now());
  window.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Element && target.closest('[data-exit]') !== null && exitGesture()) {
      void store.getState().openExit();
    }
  });
  window.addEventListener('contextmenu', (event) => event.preventDefault());

  const dock = await openDock();
  createRoot(root).render(
    <TextsProvider texts={texts}>
      <KioskProvider store={store}>
        <Room dock={dock} />
      </KioskProvider>
    </TextsProvider>,
  );
}

const root = document.getElementById('root');
if (root !== null) {
  void openKiosk(root);
}
