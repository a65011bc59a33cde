import type { AppError } from '../../shared/errors/app-error.ts';
import type { Result } from '../../shared/errors/result.ts';
import type { ReaderState } from '../devices/reader/port.ts';
import type { PrinterState } from '../devices/receipt-printer/port.ts';
import type { People } from '../people/people.ts';
import type { CredentialsTest } from '../services/station-setup.ts';
import type { Settings } from '../settings/settings.ts';
import type { LinkState } from '../wallet-api/wallet-api.ts';
import type { JournalLook } from './journal-look.ts';

/** The way to the API after it was just asked. Errors: those of a read. */
export type AskedLink = Result<Extract<LinkState, { kind: 'reached' }>>;

export interface ReaderSeen {
  readonly name: string;
  readonly state: ReaderState['kind'];
}

export type TillsHere = 'this' | 'another' | 'left-behind' | 'none';

/** What this computer says of itself. */
export interface System {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly node: string;
  /** Name and release. */
  readonly release: string;
  exists(file: string): boolean;
  /** Permission bits; null where there is no such file. */
  modeOf(file: string): number | null;
  /** Tries a file of its own in there; null when that went well, else the system's code. */
  whyNotWritable(folder: string): string | null;
  /** Bytes that this user may still write; null where the system does not say. */
  freeBytes(folder: string): number | null;
}

/**
 * A station as the checks see it: the running till hands over what it has, the command line opens what it needs. Each is
 * asked once. Nothing of it shows a secret.
 */
export interface DoctorPlace {
  readonly version: string;
  readonly host: 'electron' | 'chromium-host' | 'command-line';
  readonly system: System;
  /** The station's own folder; training's lies below the other. Null without settings. */
  readonly folder: string | null;
  /** As the next start would read them. */
  readonly settings: Result<Settings>;
  /** Why the next start would refuse settings that are valid one by one; null when it would not. */
  readonly whyNotStarted: (settings: Settings) => AppError | null;
  /** Why the secrets cannot be used; null when they can, or none is needed. */
  readonly readSecrets: () => AppError | null;
  /** Files that only this user may read, beside those that the settings name. */
  readonly secretFiles: readonly string[];
  readonly tillsHere: TillsHere;
  readonly lookAtJournal: () => Promise<Result<JournalLook | null>>;
  readonly journalSetAside: string | null;
  readonly unsettled: () => number;
  /** Null where a station has none: a kiosk. */
  readonly openPeople: (() => Pick<People, 'list' | 'listAll' | 'close'>) | null;
  readonly askApi: () => Promise<AskedLink>;
  readonly tryCredentials: (() => Promise<CredentialsTest>) | null;
  readonly readPrinter: () => Promise<PrinterState>;
  readonly readReaders: () => Promise<readonly ReaderSeen[]>;
}
