import type { BrowserWindow } from 'electron';
import type { Contract } from '../shared/contract/contract.ts';
import type { AppError } from '../shared/errors/app-error.ts';
import type { Result } from '../shared/errors/result.ts';
import type { Reader } from './devices/reader/port.ts';
import type { WedgeReader } from './devices/reader/wedge-over-preload.ts';
import type { PrinterSeat } from './devices/receipt-printer/port.ts';
import type { Voice } from './devices/voice/port.ts';
import type { Handlers } from './ipc/register-calls.ts';
import type { Log } from './log/log.ts';
import type { Onlooker } from './services/station-lock.ts';
import type { StationWatch } from './services/station-watch.ts';
import type { Settings } from './settings/settings.ts';
import type { StationSettings } from './settings/station-settings.ts';
import type { StationJournal } from './station-journal.ts';
import type { KeyDesk } from './station-secrets/key-desk.ts';
import type { WalletApi } from './wallet-api/wallet-api.ts';
import type { DisplayWindow } from './windows/display-window.ts';

/** What a wiring hands over: the adapters it picked, and nothing that says which they are. */
export interface Wiring {
  readonly settings: Settings;
  /** As the next start would read them. Errors: `settings.*`. */
  readonly readSettings: () => Result<Settings>;
  /** Why that start would refuse them all the same; null when it would not. */
  readonly whyNotStarted: (settings: Settings) => AppError | null;
  readonly log: Log;
  readonly api: WalletApi;
  readonly seat: PrinterSeat;
  /** Keeps settings at this station. Errors: `settings.*`. */
  readonly saveSettings: (changes: StationSettings) => Result<null>;
  readonly readers: readonly Reader[];
  readonly wedge: WedgeReader;
  /** Speaks at a kiosk whose browser has no voice. */
  readonly voice: Voice;
  /** Frames each receipt of a station that does not serve real customers; null where it does. */
  readonly receiptMark: string | null;
  readonly testServer: boolean;
  /** What can be done about the station's key at its screen; null where it has none of its own. */
  readonly keys: KeyDesk | null;
  /** File name below `dist/preload`. */
  readonly preload: string;
  /** Called once the window is there, with what a wiring's own channels need. */
  readonly extend?: (till: RunningTill) => void;
  /** What is done here is written there; `api` and `printer` go through it already. */
  readonly station: StationJournal;
  /** Secrets that no file of the station holds, to be looked for in what leaves it. */
  readonly knownSecrets?: () => readonly string[];
  readonly close: () => Promise<void>;
}

export interface RunningTill {
  readonly lookFirst: (onlooker: Onlooker) => void;
  /** Has the keyboard's listener record what comes instead of deciding about it. */
  readonly recordKeys: (on: boolean) => void;
  readonly watch: StationWatch;
  readonly page: () => BrowserWindow['webContents'] | null;
  /** The page as it comes up at a start; whoever was served is let go. */
  readonly beginPageAnew: () => void;
  /** The customer's display beside a desk. */
  readonly displayWindow: Pick<DisplayWindow, 'state' | 'want' | 'onStateChanged'>;
  readonly register: <C extends Contract>(contract: C, handlers: Handlers<C>) => void;
}
