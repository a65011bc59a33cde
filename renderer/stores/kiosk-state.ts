import type { StateCreator } from 'zustand/vanilla';
import type { KioskBridge } from '../../shared/contract/kiosk.ts';
import type { StationStatus } from '../../shared/contract/station.ts';
import type { ScreenLocale } from '../../shared/domain/locale.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { KioskAccessSlice } from './kiosk-access-slice.ts';
import type { KioskAmountSlice } from './kiosk-amount-slice.ts';
import type { KioskCardSlice } from './kiosk-card-slice.ts';
import type { KioskExit, KioskExitSlice } from './kiosk-exit-slice.ts';
import type { Access, KioskStation, Presence, Served, Task } from './kiosk-flows.ts';
import type { KioskReceiptSlice } from './kiosk-receipt-slice.ts';
import type { KioskSessionSlice } from './kiosk-session-slice.ts';

export interface KioskData {
  readonly served: Served;
  readonly presence: Presence;
  readonly access: Access;
  readonly exit: KioskExit;
  readonly station: KioskStation | null;
  readonly status: StationStatus | null;
  /** Set when main does not even say what station this is. */
  readonly startError: AppError | null;
  /** When the reader reads again, by this page's clock; null while it does. */
  readonly restsUntil: number | null;
}

export type KioskState = KioskData &
  KioskSessionSlice &
  KioskAmountSlice &
  KioskReceiptSlice &
  KioskCardSlice &
  KioskExitSlice &
  KioskAccessSlice;

/** Everything of the outside that the kiosk's effects need. */
export interface KioskDeps {
  readonly till: KioskBridge;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Whether this machine can speak that language. */
  readonly canSpeak: (locale: ScreenLocale) => boolean;
}

export type KioskSlice<Slice> = StateCreator<KioskState, [], [], Slice>;

export type ServedCustomer = Extract<Served, { kind: 'served' }>;

export function servedCustomer({ served }: Pick<KioskData, 'served'>): ServedCustomer | null {
  return served.kind === 'served' ? served : null;
}

/** The state with another task of the same customer; nothing changes when nobody is served. */
export function withTask(state: KioskData, task: Task): Partial<KioskData> {
  return state.served.kind === 'served' ? { served: { ...state.served, task } } : {};
}

/** Whether this very task is still being done: by identity, so that a late answer finds nobody. */
export function isDoing(state: KioskData, task: Task): boolean {
  return state.served.kind === 'served' && state.served.task === task;
}
