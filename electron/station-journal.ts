import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { err, ok, type Result } from '../shared/errors/result.ts';
import { readStationKey, type StationKey } from './credentials/station-key.ts';
import type { ReceiptPrinter } from './devices/receipt-printer/port.ts';
import { type Journal, openJournal } from './journal/journal.ts';
import { createJournalKeys, type JournalKeys } from './journal/keys.ts';
import { journalFiles } from './journal/open-journal-file.ts';
import { saveReport } from './journal/save-report.ts';
import { openPeople, type People } from './people/people.ts';
import { createPeopleKeys } from './people/people-keys.ts';
import { readSteadyClock } from './people/waiting.ts';
import type { ActionScope, Grant } from './services/action-scope.ts';
import { createJournaledTill } from './services/journaled-till.ts';
import { createStationActor, type StationActor } from './services/station-actor.ts';
import type { WalletApi } from './wallet-api/wallet-api.ts';

// The journal of a station, for every wiring alike: where it lies, what signs it, and what goes through it.

export interface StationJournal {
  readonly journal: Journal;
  readonly actor: StationActor;
  /** What is being done, and on whose word. */
  readonly scope: ActionScope;
  /** Whatever is in the way of the list of operators is a state of it. */
  openPeople(): People;
  /** Writes a report beside the journal; answers with its path. Errors: `report.not-saved`. */
  saveReport(name: string, text: string): Result<string>;
  /** The same API, and a printer of this station, with what they do written down before they do it. */
  api(api: WalletApi): WalletApi;
  printer(printer: ReceiptPrinter): ReceiptPrinter;
}

export interface StationJournalOptions {
  /** The station's folder; training has its own. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /**
   * A command, which may run without the credentials that systemd gives to the till: it makes no key for a station that
   * has a journal, which would then be put aside as of another key.
   */
  readonly isCommand?: boolean;
}

function readKeyOf({ folder, env, isCommand = false }: StationJournalOptions): Result<StationKey> {
  const mayMake = !isCommand || !existsSync(journalFiles({ folder }).database);
  return readStationKey({ folder, credentialsDirectory: env.CREDENTIALS_DIRECTORY || null, mayMake });
}

/** Node's own way to carry something through all that is awaited. */
export function createActionScope(): ActionScope {
  const storage = new AsyncLocalStorage<Grant | null>();
  return {
    current: () => storage.getStore() ?? null,
    run: (grant, work) => storage.run(grant, work),
    outside: (work) => storage.run(null, work),
  };
}

/** A timer that keeps no process alive: what is put off is done at the end, too. */
function schedule(action: () => void, delayMs: number): () => void {
  const timer = setTimeout(action, delayMs).unref();
  return () => clearTimeout(timer);
}

function peopleOf(folder: string, readKey: () => Result<Uint8Array>): People {
  return openPeople({
    folder,
    readKeys() {
      const key = readKey();
      return key.ok ? createPeopleKeys(key.value) : null;
    },
    clock: Date.now,
    steady: readSteadyClock,
  });
}

/** The list of operators alone: looked at, or given its first one by the wizard. */
export function openStationPeople(options: StationJournalOptions): People {
  return peopleOf(options.folder, () => readKeyOf(options));
}

/** The journal's keys alone, for looking at it. Errors: `credentials.*`. */
export function readJournalKeys(options: StationJournalOptions): Result<JournalKeys> {
  const key = readKeyOf(options);
  return key.ok ? ok(createJournalKeys(key.value)) : key;
}

/**
 * Opens the station's journal with the station's key. A disk that takes nothing is a state of the journal.
 * Errors: `journal.newer-version`; `credentials.unreadable`, `credentials.exposed` and `credentials.missing` for the key.
 */
export function openStationJournal(options: StationJournalOptions): Result<StationJournal> {
  const { folder } = options;
  const readKey = () => readKeyOf(options);
  const first = readKey();
  if (!first.ok && first.error.code !== 'credentials.not-kept') {
    return err(first.error);
  }
  const journal = openJournal({
    folder,
    readKeys() {
      const key = readKey();
      return key.ok ? createJournalKeys(key.value) : null;
    },
    run: randomBytes(4).toString('hex'),
    clock: Date.now,
    monotonic: () => performance.now(),
    schedule,
  });
  if (!journal.ok) {
    return journal;
  }
  const scope = createActionScope();
  const actor = createStationActor(scope);
  return ok({
    journal: journal.value,
    actor,
    scope,
    openPeople: () => peopleOf(folder, readKey),
    saveReport: (name, text) => saveReport(folder, name, text),
    ...createJournaledTill({ journal: journal.value, actor: actor.read, monotonic: () => performance.now() }),
  });
}
