import { createStore, type StoreApi } from 'zustand/vanilla';
import type {
  DevicesView,
  FoundPrinter,
  LearningView,
  PrinterChoice,
  ShownReading,
} from '../../shared/contract/devices.ts';
import type { Bridge } from '../../shared/contract/live.ts';
import type { PrinterView, StationStatus } from '../../shared/contract/station.ts';
import type { AppError } from '../../shared/errors/app-error.ts';

export type {
  DevicesView,
  FoundPrinter,
  LearningView,
  PrinterChoice,
  RawPart,
  ShownReading,
} from '../../shared/contract/devices.ts';

type DevicesPanel = 'printer' | 'find' | 'scan' | 'learn' | 'key';

export type Finding =
  | { readonly kind: 'idle' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'found'; readonly printers: readonly FoundPrinter[] }
  | { readonly kind: 'failed'; readonly error: AppError };

export type Checking =
  | { readonly kind: 'idle' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'answered'; readonly state: PrinterView }
  | { readonly kind: 'failed'; readonly error: AppError };

/** The test page has a print's three outcomes; `failed` with a kind of `unknown-outcome` is the third. */
export type TestPrint =
  | { readonly kind: 'idle' }
  | { readonly kind: 'printing' }
  | { readonly kind: 'printed'; readonly at: number }
  | { readonly kind: 'failed'; readonly error: AppError };

export type Saving =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly holds: 'now' | 'next-start' }
  | { readonly kind: 'failed'; readonly error: AppError };

export interface DevicesState {
  readonly isOpen: boolean;
  readonly view: DevicesView | null;
  readonly status: StationStatus | null;
  readonly panel: DevicesPanel;
  readonly finding: Finding;
  /** What is being tried; null until a printer was chosen. */
  readonly draft: PrinterChoice | null;
  /** Typed: a host, and a port behind a colon. */
  readonly address: string;
  readonly addressIsWrong: boolean;
  readonly checking: Checking;
  readonly test: TestPrint;
  readonly saving: Saving;
  readonly isListening: boolean;
  /** Why nobody listens who was asked to; null for no reason of that kind. */
  readonly notListening: AppError | null;
  readonly shown: ShownReading | null;
  readonly learning: LearningView;
  readonly expected: string;
  open(): Promise<void>;
  close(): void;
  show(panel: DevicesPanel): void;
  checkAll(): Promise<void>;
  find(): Promise<void>;
  writeAddress(text: string): void;
  chooseAddress(): void;
  choosePrinter(place: string): void;
  change(part: Partial<PrinterChoice>): void;
  check(): Promise<void>;
  /** On what is being tried in the wizard, else on the station's printer. */
  printTestPage(): Promise<void>;
  savePrinter(): Promise<void>;
  writeExpected(text: string): void;
  listen(): Promise<void>;
  stopListening(): void;
  keepLearnt(): Promise<void>;
}

export type DevicesStore = StoreApi<DevicesState>;

/** What a technician left behind: gone when the page is closed. */
const nothingTried = {
  panel: 'printer',
  finding: { kind: 'idle' },
  draft: null,
  address: '',
  addressIsWrong: false,
  checking: { kind: 'idle' },
  test: { kind: 'idle' },
  saving: { kind: 'idle' },
  isListening: false,
  notListening: null,
  shown: null,
  learning: { kind: 'off' },
  expected: '',
} as const satisfies Partial<DevicesState>;

const usualPort = 9_100;

/** The place that a typed address names; null for what is none. IPv6 stands in brackets. */
function placeOfAddress(text: string): string | null {
  const match = /^(\[[0-9a-f:.]+\]|[a-z0-9][a-z0-9._-]{0,252})(?::([0-9]{1,5}))?$/i.exec(text.trim());
  const port = Number(match?.[2] ?? usualPort);
  return match?.[1] === undefined || port < 1 || port > 65_535 ? null : `tcp://${match[1]}:${port}`;
}

/** State of the devices page; `till` is the same bridge as the desk's. */
export function createDevicesStore(till: Bridge): DevicesStore {
  const store = createStore<DevicesState>()((set, get) => {
    const untried = { checking: { kind: 'idle' }, test: { kind: 'idle' }, saving: { kind: 'idle' } } as const;

    async function startListening(purpose: 'show' | 'learn') {
      const expected = get().expected.trim();
      set({ isListening: true, notListening: null, shown: null, saving: { kind: 'idle' } });
      const answer = await till.call('devices/start-listening', {
        purpose,
        expected: purpose === 'learn' && expected !== '' ? expected : null,
      });
      if (!answer.ok) {
        set({ isListening: false, notListening: answer.error });
      }
    }

    return {
      isOpen: false,
      view: null,
      status: null,
      ...nothingTried,

      async open() {
        set({ ...nothingTried, isOpen: true });
        const [view, status] = await Promise.all([till.call('devices/read', {}), till.call('station/read-status', {})]);
        set({ ...(view.ok ? { view: view.value } : {}), ...(status.ok ? { status: status.value } : {}) });
      },

      close() {
        get().stopListening();
        set({ ...nothingTried, isOpen: false });
      },

      show(panel) {
        get().stopListening();
        set({ ...untried, panel, shown: null, notListening: null, learning: { kind: 'off' } });
        if (panel === 'find') {
          void get().find();
        } else if (panel === 'scan') {
          void startListening('show');
        }
      },

      async checkAll() {
        const status = await till.call('devices/check-all', {});
        if (status.ok) {
          set({ status: status.value });
        }
      },

      async find() {
        set({ finding: { kind: 'looking' } });
        const answer = await till.call('devices/find-printers', {});
        set({
          finding: answer.ok
            ? { kind: 'found', printers: answer.value.found }
            : { kind: 'failed', error: answer.error },
        });
      },

      writeAddress: (text) => set({ address: text.slice(0, 255), addressIsWrong: false }),

      chooseAddress() {
        const place = placeOfAddress(get().address);
        if (place === null) {
          set({ addressIsWrong: true });
        } else {
          get().choosePrinter(place);
        }
      },

      choosePrinter(place) {
        const { view } = get();
        const usual = { model: view?.models[0]?.id ?? '', paper: null, font: 'a' } as const;
        set({ ...untried, draft: { ...(view?.printer ?? usual), place } });
        void get().check();
      },

      change(part) {
        const { draft, view } = get();
        if (draft === null) {
          return;
        }
        const next = { ...draft, ...part };
        const papers = view?.models.find(({ id }) => id === next.model)?.papers ?? [];
        const paper = next.paper !== null && papers.includes(next.paper) ? next.paper : null;
        set({ ...untried, draft: { ...next, paper } });
      },

      async check() {
        const { draft } = get();
        if (draft === null) {
          return;
        }
        set({ checking: { kind: 'checking' } });
        const answer = await till.call('devices/check-printer', { choice: draft });
        // Another printer may have been chosen meanwhile: this one's answer says nothing of it.
        if (get().draft === draft) {
          set({
            checking: answer.ok
              ? { kind: 'answered', state: answer.value.state }
              : { kind: 'failed', error: answer.error },
          });
        }
      },

      async printTestPage() {
        const { draft, panel, test } = get();
        if (test.kind === 'printing') {
          return;
        }
        const choice = panel === 'find' ? draft : null;
        if (panel === 'find' && choice === null) {
          return;
        }
        set({ test: { kind: 'printing' } });
        const answer = await till.call('devices/print-test-page', { choice });
        if (get().isOpen && get().test.kind === 'printing') {
          set({
            test: answer.ok ? { kind: 'printed', at: answer.value.printedAt } : { kind: 'failed', error: answer.error },
          });
        }
      },

      async savePrinter() {
        const { draft } = get();
        if (draft === null) {
          return;
        }
        set({ saving: { kind: 'saving' } });
        const answer = await till.call('devices/use-printer', { choice: draft });
        set({ saving: answer.ok ? { kind: 'saved', holds: 'now' } : { kind: 'failed', error: answer.error } });
        const view = await till.call('devices/read', {});
        if (view.ok) {
          set({ view: view.value });
        }
      },

      writeExpected: (text) => set({ expected: text.slice(0, 64) }),

      async listen() {
        await startListening('learn');
      },

      stopListening() {
        if (get().isListening) {
          set({ isListening: false });
          void till.call('devices/stop-listening', {});
        }
      },

      async keepLearnt() {
        set({ saving: { kind: 'saving' } });
        const answer = await till.call('devices/keep-learnt', {});
        set({
          saving: answer.ok ? { kind: 'saved', holds: answer.value.holds } : { kind: 'failed', error: answer.error },
        });
        get().stopListening();
      },
    };
  });
  till.on('station/status-changed', (status) => store.setState({ status }));
  till.on('devices/reading-shown', (shown) => store.setState({ shown }));
  till.on('devices/learning-changed', (learning) => store.setState({ learning }));
  till.on('devices/listening-ended', () => store.setState({ isListening: false }));
  // A customer came: the desk is theirs.
  till.on('customer/scan-received', () => {
    if (store.getState().isOpen) {
      store.getState().close();
    }
  });
  return store;
}
