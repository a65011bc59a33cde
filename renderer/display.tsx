import './ui/styles/display.css';
import { createRoot } from 'react-dom/client';
import { DevelopmentTag, Display, DisplayBands, DisplayRoom } from './display/display.tsx';
import { DisplayProvider } from './display/use-display.ts';
import { displayOf } from './gateway/till.ts';
import { connectDisplay, createDisplayStore, type DisplayStore } from './stores/display-store.ts';
import { TrainingBand } from './training/training-band.tsx';
import { startTexts } from './ui/i18n/i18n.ts';
import { TextsProvider } from './ui/i18n/use-texts.tsx';

/** Keys that mean something at a desk and nothing here: whoever presses one is the cashier. */
const cashierKeys = /^(Escape|F\d{1,2})$/;

function wear(store: DisplayStore, changeLanguage: (locale: string) => void): void {
  const { locale, station } = store.getState();
  document.documentElement.lang = locale;
  document.documentElement.dataset.theme = station?.theme ?? 'light';
  changeLanguage(locale);
}

async function openDisplay(root: HTMLElement): Promise<void> {
  const till = displayOf(window.tillDisplay);
  const store = createDisplayStore({ till, now: () => performance.now() });
  // Listening comes before asking: no event may fall between.
  connectDisplay(store, till);
  await store.getState().start();
  const texts = await startTexts(store.getState().locale);
  document.title = texts.t('app/title');
  wear(store, (locale) => void texts.changeLanguage(locale));
  store.subscribe((now, before) => {
    if (now.locale !== before.locale || now.station !== before.station) {
      wear(store, (locale) => void texts.changeLanguage(locale));
    }
  });
  for (const name of ['pointerdown', 'keydown'] as const) {
    window.addEventListener(name, () => store.getState().touch(), { capture: true, passive: true });
  }
  window.addEventListener('keydown', (event) => {
    if (cashierKeys.test(event.key)) {
      event.preventDefault();
      store.getState().giveKeysBack();
    }
  });
  window.addEventListener('contextmenu', (event) => event.preventDefault());
  createRoot(root).render(
    <TextsProvider texts={texts}>
      <DisplayProvider store={store}>
        <DisplayRoom>
          <Display bands={<DisplayBands training={<TrainingBand tag={<DevelopmentTag />} />} />} />
        </DisplayRoom>
      </DisplayProvider>
    </TextsProvider>,
  );
}

const root = document.getElementById('root');
if (root !== null) {
  void openDisplay(root);
}
