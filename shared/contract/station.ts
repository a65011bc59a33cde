import { z } from 'zod';
import { Locale } from '../domain/locale.ts';
import { readerNames } from '../domain/reading.ts';
import { Theme } from '../domain/theme.ts';
import { CurrencyCode } from '../domain/wallet.ts';
import { type ErrorCode, errorCodes } from '../errors/error-table.ts';
import type { Contract, EventContract } from './contract.ts';

const ErrorCodeSchema = z.enum(errorCodes as [ErrorCode, ...ErrorCode[]]);

/** What the desk offers and a station's settings can switch off. */
export const deskOperations = [
  'receipt',
  'sufficient-amount',
  'statements',
  'reservations',
  'payments',
  'cancel-payment',
  'accept-payment',
  'favourites',
  'set-description',
  'delete-description',
  'search',
  'relate-card',
  'confirm-card',
] as const;
export const DeskOperation = z.enum(deskOperations);
export type DeskOperation = z.infer<typeof DeskOperation>;

/** What the page may know of the station: no credential, no path, no address but the API's host. */
export const Station = z.strictObject({
  mode: z.enum(['training', 'live']),
  /** Live, but not on the production host: wears a TEST SERVER banner. */
  testServer: z.boolean(),
  host: z.enum(['electron', 'chromium-host']),
  name: z.string(),
  /** The shop's, for whoever stands before the screen; absent where none was given. */
  shopName: z.string().optional(),
  version: z.string(),
  locale: Locale,
  theme: Theme,
  supportPhone: z.string().nullable(),
  currency: CurrencyCode,
  receipt: z.strictObject({
    locale: Locale,
    /** Symbols a line asked for unless the cashier says otherwise. */
    width: z.int(),
    /** Columns of the printer: the most that can be asked for; null when no printer is set up. */
    columns: z.int().nullable(),
  }),
  /** What the settings switched off for this station, of what the desk offers. */
  operationsOff: z.array(DeskOperation),
  /** What `1250` means when somebody types it: twelve fifty, or one thousand two hundred and fifty. */
  amountEntry: z.enum(['decimal', 'cents']),
  /** Whether an amount stays for the next customer unless the cashier says otherwise. */
  keepAmount: z.boolean(),
  /** A customer is hidden after this long without a touch, a key or a scan. */
  idleTimeoutMs: z.int(),
});
export type Station = z.infer<typeof Station>;

export const LinkView = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unchecked') }),
  z.strictObject({
    kind: z.literal('reached'),
    latencyMs: z.number(),
    /** Positive when this computer's clock is slow; absent or null until it was compared. */
    clockOffsetMs: z.number().nullable().optional(),
  }),
  z.strictObject({ kind: z.literal('broken'), code: ErrorCodeSchema }),
]);
export type LinkView = z.infer<typeof LinkView>;

export const PrinterView = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ready'),
    paperLow: z.boolean(),
    /** Level of the drawer's switch, which is usually high while it is open. */
    drawerPinHigh: z.literal(true).optional(),
  }),
  z.strictObject({ kind: z.literal('blocked'), reason: z.enum(['paper-out', 'cover-open', 'cutter', 'error']) }),
  z.strictObject({ kind: z.literal('in-use') }),
  z.strictObject({ kind: z.literal('silent') }),
  z.strictObject({ kind: z.literal('absent'), reason: z.enum(['not-a-device', 'no-permission']).optional() }),
  z.strictObject({ kind: z.literal('not-configured') }),
  z.strictObject({ kind: z.literal('unchecked') }),
]);
export type PrinterView = z.infer<typeof PrinterView>;

export const ReaderView = z.strictObject({
  name: z.enum(readerNames),
  state: z.enum(['listening', 'absent', 'no-permission', 'driver-missing', 'service-missing', 'hung']),
});
export type ReaderView = z.infer<typeof ReaderView>;

/** Whether what is done here can be written down; `unsettled` changes and prints wait for somebody who looks. */
export const JournalView = z.strictObject({
  kind: z.enum(['writing', 'failing']),
  reason: z.enum(['disk-full', 'read-only', 'unavailable', 'no-key']).nullable(),
  setAside: z.string().nullable(),
  unsettled: z.int(),
});
export type JournalView = z.infer<typeof JournalView>;

/** Where the customer's display stands: on a display of its own, in a window, on none for want of one, or it crashed. */
export const CustomerDisplayView = z.enum(['on-display', 'in-window', 'no-display', 'failing']);
export type CustomerDisplayView = z.infer<typeof CustomerDisplayView>;

export const StationStatus = z.strictObject({
  link: LinkView,
  printer: PrinterView,
  readers: z.array(ReaderView),
  /** Absent where none is kept. */
  journal: JournalView.optional(),
  /** Absent where none is wanted. */
  customerDisplay: CustomerDisplayView.optional(),
});
export type StationStatus = z.infer<typeof StationStatus>;

export const stationCalls = {
  /** What this station is. Answered from memory. */
  'station/read': { input: z.strictObject({}), output: Station, errors: [] },
  /** State of link and devices as last seen. Answered from memory. */
  'station/read-status': { input: z.strictObject({}), output: StationStatus, errors: [] },
} as const satisfies Contract;

export const stationEvents = {
  'station/status-changed': StationStatus,
} as const satisfies EventContract;
