import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DisplayBridge, DisplayStation, DisplayView } from '../../shared/contract/display.ts';
import type { ScreenLocale } from '../../shared/domain/locale.ts';

export type { CodeProblem, DisplayStation, DisplayView } from '../../shared/contract/display.ts';

interface DisplayState {
  /** Null until main answered. */
  readonly station: DisplayStation | null;
  readonly view: DisplayView;
  readonly locale: ScreenLocale;
  start(): Promise<void>;
  takeView(view: DisplayView): void;
  /** For this customer; the next one finds the station's own. */
  chooseLocale(locale: ScreenLocale): void;
  /** The code is in no state: it goes from its field straight to main. */
  submitCode(code: string): Promise<void>;
  confirmLater(): Promise<void>;
  touch(): void;
  giveKeysBack(): void;
}

export type DisplayStore = StoreApi<DisplayState>;

interface DisplayDeps {
  readonly till: DisplayBridge;
  /** Milliseconds that never go back. */
  readonly now: () => number;
}

/** A hand that rests on the display need not be told of more often: the desk hides nobody for a minute. */
const touchPauseMs = 5_000;

/** What the customer's page holds: the picture that main made, and the language that the customer chose. */
export function createDisplayStore({ till, now }: DisplayDeps): DisplayStore {
  let touchedAt = Number.NEGATIVE_INFINITY;
  return createStore<DisplayState>()((set, get) => ({
    station: null,
    view: { kind: 'greeting' },
    locale: 'en',

    async start() {
      const before = get().view;
      const answer = await till.call('display/read', {});
      if (answer.ok) {
        const { station, view } = answer.value;
        // What was told meanwhile is newer than the answer.
        set({ station, locale: station.locale, view: get().view === before ? view : get().view });
      }
    },

    takeView: (view) =>
      set((before) => {
        const isAnew = view.kind !== before.view.kind && (view.kind === 'greeting' || view.kind === 'paused');
        return { view, ...(isAnew && before.station !== null ? { locale: before.station.locale } : {}) };
      }),

    chooseLocale: (locale) => set({ locale }),

    async submitCode(code) {
      const { view } = get();
      if (view.kind === 'code' && !view.sending && code.trim() !== '') {
        await till.call('display/submit-code', { entry: view.entry, code: code.trim() });
      }
    },

    async confirmLater() {
      const { view } = get();
      if (view.kind === 'code' && !view.sending) {
        await till.call('display/confirm-later', { entry: view.entry });
      }
    },

    touch() {
      const at = now();
      if (at - touchedAt >= touchPauseMs) {
        touchedAt = at;
        void till.call('display/touch', {});
      }
    },

    giveKeysBack: () => void till.call('display/give-keys-back', {}),
  }));
}

/** Shows what main tells; answers with the function that stops it. */
export function connectDisplay(store: DisplayStore, till: DisplayBridge): () => void {
  return till.on('display/view-changed', (view) => store.getState().takeView(view));
}
