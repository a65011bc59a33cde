import type { Station, StationStatus } from '../../shared/contract/station.ts';
import type { ScreenLocale } from '../../shared/domain/locale.ts';
import type { Theme } from '../../shared/domain/theme.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { DeskDeps, DeskSlice } from './desk-state.ts';

export type {
  CustomerDisplayView,
  JournalView,
  LinkView,
  PrinterView,
  ReaderView,
  Station,
  StationStatus,
} from '../../shared/contract/station.ts';

/** When the customer before went, and how: nothing about who they were. */
interface LastServed {
  readonly at: number;
  readonly printed: boolean;
  readonly hiddenByIdle: boolean;
}

export interface StationSlice {
  readonly station: Station | null;
  readonly status: StationStatus | null;
  /** Set when main does not even say what station this is. */
  readonly startError: AppError | null;
  /** Language of the screens; the receipt has its own. */
  readonly locale: ScreenLocale;
  readonly theme: Theme;
  readonly muted: boolean;
  readonly keyMapOpen: boolean;
  /** Service and printer are being asked how they are. */
  readonly checking: boolean;
  /** The amount stays for the next customer; the shop's choice until the cashier makes another. */
  readonly keepAmount: boolean;
  readonly lastServed: LastServed | null;
  start(): Promise<void>;
  checkAgain(): Promise<void>;
  takeStatus(status: StationStatus): void;
  chooseLocale(locale: ScreenLocale): void;
  chooseTheme(theme: Theme): void;
  toggleSound(): void;
  toggleKeepAmount(): void;
  showKeyMap(open: boolean): void;
}

export const createStationSlice =
  (deps: DeskDeps): DeskSlice<StationSlice> =>
  (set, get) => ({
    station: null,
    status: null,
    startError: null,
    locale: 'en',
    theme: 'light',
    muted: false,
    keyMapOpen: false,
    checking: false,
    keepAmount: false,
    lastServed: null,

    async start() {
      const station = await deps.till.call('station/read', {});
      if (!station.ok) {
        set({ startError: station.error });
        return;
      }
      const { locale, theme, keepAmount } = station.value;
      set({ station: station.value, locale, theme, keepAmount, startError: null });
      const status = await deps.till.call('station/read-status', {});
      // An event may have come first and knows better.
      if (status.ok && get().status === null) {
        set({ status: status.value });
      }
    },

    async checkAgain() {
      if (get().checking) {
        return;
      }
      set({ checking: true });
      const status = await deps.till.call('devices/check-all', {});
      set({ checking: false });
      if (status.ok) {
        get().takeStatus(status.value);
      }
    },

    takeStatus(status) {
      set({ status });
      get().noticePrinter(status.printer.kind === 'ready');
    },

    chooseLocale: (locale) => set({ locale }),
    chooseTheme: (theme) => set({ theme }),
    toggleKeepAmount: () => set((state) => ({ keepAmount: !state.keepAmount })),
    toggleSound: () => set((state) => ({ muted: !state.muted })),
    showKeyMap: (open) => set({ keyMapOpen: open }),
  });
