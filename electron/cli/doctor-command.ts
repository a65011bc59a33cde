import path from 'node:path';
import { setTimeout as waitFor } from 'node:timers/promises';
import { type CheckResult, isFindingCode, stationFindings, withFacts } from '../../shared/domain/station-findings.ts';
import { type AppError, appError } from '../../shared/errors/app-error.ts';
import { errorTable } from '../../shared/errors/error-table.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { createStationReaders } from '../devices/reader/station-readers.ts';
import { askLink, operatorNames, printerTimeoutMs } from '../diagnosis/ask-place.ts';
import { type Part, partsOf, type SavedBundle, saveBundle } from '../diagnosis/bundle.ts';
import { listDevices } from '../diagnosis/device-list.ts';
import type { DoctorPlace, ReaderSeen } from '../diagnosis/doctor-place.ts';
import { type JournalLook, lookAtJournal } from '../diagnosis/journal-look.ts';
import { readKnownSecrets, secretFilesOf } from '../diagnosis/known-secrets.ts';
import { runChecks, worstOf } from '../diagnosis/run-checks.ts';
import { whoRuns } from '../diagnosis/running-mark.ts';
import { thisSystem } from '../diagnosis/this-system.ts';
import { testCredentials } from '../services/station-setup.ts';
import type { Settings } from '../settings/settings.ts';
import { openStationPeople } from '../station-journal.ts';
import type { TillRequest } from '../station-secrets/answer-commands.ts';
import { askTill } from '../till-socket/ask-till.ts';
import { createWalletApi } from '../wallet-api/client.ts';
import type { WalletApi } from '../wallet-api/wallet-api.ts';
import { needsRunningTill } from './open-live-till.ts';
import type { Till } from './till.ts';

/** `till doctor`, understood. */
export interface DoctorCommand {
  /** Lines for people in place of the JSON object. */
  readonly text: boolean;
  /** Where the diagnosis is saved; null for not at all. */
  readonly bundle: string | null;
}

export interface DoctorSurroundings {
  readonly version: string;
  /** `process.env` itself. */
  readonly env: Record<string, string | undefined>;
  readonly settings: Result<Settings>;
  readonly folderOf: (settings: Settings) => string;
  readonly openTill: () => Promise<Result<Till>>;
  readonly whyNotStarted: DoctorPlace['whyNotStarted'];
  readonly reportFault: (fault: unknown) => void;
}

export interface DoctorAnswer {
  readonly checks: readonly CheckResult[];
  readonly bundle: SavedBundle | null;
}

/** A reader looks for its device each second. */
const readersSettleMs = 1_500;

/**
 * Looks at the whole station. Errors: `station.not-well` with `details.checks`, one line each, when a check found something
 * wrong; `bundle.marked`, `bundle.not-written`.
 */
export async function examineStation(
  command: DoctorCommand,
  surroundings: DoctorSurroundings,
): Promise<Result<DoctorAnswer>> {
  const { settings, env, version } = surroundings;
  // The key is taken out of the environment by whoever reads it; it must not be in what is saved either.
  const given = env.TILL_MAC_KEY ? [env.TILL_MAC_KEY] : [];
  const folder = settings.ok ? surroundings.folderOf(settings.value) : null;
  const tillsHere = folder === null ? 'none' : whoRuns(folder);
  const till = settings.ok ? await surroundings.openTill() : settings;
  const api = settings.ok ? apiOf(settings.value, till, version) : null;
  let looked: Result<JournalLook | null> | null = null;
  const look = () => {
    looked ??= folder === null ? ok(null) : lookAtJournal({ folder, credentialsDirectory: env.CREDENTIALS_DIRECTORY });
    return looked;
  };
  const openPeople = (station: string) => () => openStationPeople({ folder: station, env, isCommand: true });
  const files =
    settings.ok && folder !== null
      ? secretFilesOf(settings.value, folder, env.CREDENTIALS_DIRECTORY)
      : { own: [], given: [] };
  const place: DoctorPlace = {
    version,
    host: 'command-line',
    system: thisSystem(env),
    folder,
    settings,
    whyNotStarted: surroundings.whyNotStarted,
    readSecrets: () => (till.ok || till.error.kind !== 'auth' ? null : till.error),
    secretFiles: files.own,
    tillsHere,
    lookAtJournal: async () => look(),
    journalSetAside: till.ok ? till.value.journal.state.setAside : null,
    unsettled: () => (till.ok ? till.value.journal.state.unsettled : 0),
    openPeople: folder === null || (settings.ok && settings.value.face === 'kiosk') ? null : openPeople(folder),
    askApi: async () => (api === null ? err(appError('credentials.missing')) : askLink(api)),
    tryCredentials: till.ok ? () => testCredentials(till.value.api) : null,
    readPrinter: async () =>
      (till.ok ? await till.value.printer?.readState({ timeoutMs: printerTimeoutMs }) : undefined) ?? {
        kind: 'not-configured',
      },
    readReaders: () => (settings.ok ? seeReaders(settings.value) : Promise.resolve([])),
  };
  try {
    const checks = await runChecks(place, surroundings.reportFault);
    if (command.bundle === null) {
      return ok({ checks, bundle: null });
    }
    const parts = partsOf({
      about: { app: version, host: 'command-line', node: process.versions.node, system: place.system.release },
      settings,
      checks,
      devices: listDevices(),
      journal: journalOf(look()),
      folder,
    });
    const marked =
      settings.ok && needsRunningTill(settings.value, env) ? await askForSecrets(parts, settings.value) : null;
    const saved =
      marked === null
        ? saveBundle(path.resolve(command.bundle), parts, {
            secrets: [...given, ...(settings.ok ? readKnownSecrets(files, settings.value) : [])],
            names: operatorNames(folder === null ? null : openPeople(folder)),
          })
        : err(marked);
    return saved.ok ? ok({ checks, bundle: saved.value }) : saved;
  } finally {
    await (till.ok ? till.value.close() : api?.close());
  }
}

/**
 * Secrets that only the running till has are looked for by the till: it says whether, and never which. Null when there are
 * none, or no till runs that could know one. Errors: `bundle.marked`; those of asking a till that is there.
 */
async function askForSecrets(parts: readonly Part[], { dataDir }: Settings): Promise<AppError | null> {
  const till = await askTill({ dataDir });
  if (!till.ok) {
    return till.error.code === 'credentials.till-not-running' ? null : till.error;
  }
  try {
    for (const { name, text } of parts) {
      const answer = await till.value.ask({ kind: 'look-for-secrets', text } satisfies TillRequest);
      if (!answer.ok) {
        return answer.error;
      }
      if ((answer.value as { readonly found: boolean }).found) {
        return appError('bundle.marked', { part: name, mark: 'secret' });
      }
    }
    return null;
  } finally {
    till.value.close();
  }
}

const journalOf = (look: Result<JournalLook | null>) => (look.ok ? (look.value?.statistics ?? null) : null);

/** The station's own way to the API; without its secrets one that can only ask for the time. */
function apiOf(settings: Settings, till: Result<Till>, version: string): WalletApi | null {
  if (till.ok) {
    return till.value.api;
  }
  const { apiUrl, proxyUrl } = settings;
  return apiUrl === ''
    ? null
    : createWalletApi({ baseUrl: apiUrl, credentials: null, userAgent: `WalletTill/${version}`, proxyUrl });
}

async function seeReaders(settings: Settings): Promise<readonly ReaderSeen[]> {
  if (settings.mode === 'training') {
    return [];
  }
  const readers = createStationReaders(settings, Date.now);
  const stops = readers.map((reader) => reader.listen(() => {}));
  await (readers.length > 0 ? waitFor(readersSettleMs) : null);
  const seen = readers.map(({ name, state }) => ({ name, state: state.kind }));
  for (const stop of stops) {
    stop();
  }
  await Promise.all(readers.map((reader) => reader.close()));
  return seen;
}

const signs = { well: 'ok   ', care: 'CARE ', bad: 'BAD  ', skipped: '-    ' } as const;

function sentencesOf({ finding, facts }: CheckResult): { readonly what: string; readonly next: string } {
  if (!isFindingCode(finding)) {
    return { what: `${errorTable[finding].meaning} (${finding})`, next: '' };
  }
  const { what, next } = stationFindings[finding];
  return { what: withFacts(what, facts), next };
}

/** One check in one line, its hint below it. */
function checkLines(result: CheckResult): string {
  const { check, about, verdict } = result;
  const { what, next } = sentencesOf(result);
  const name = about === null ? check : `${check} ${about}`;
  return `${signs[verdict]}${name.padEnd(28)}${what}\n${next === '' ? '' : `${' '.repeat(33)}${next}\n`}`;
}

/** The answer as JSON: names as the API has them. */
function doctorValue({ checks, bundle }: DoctorAnswer) {
  const shown = checks.map((result) => ({ ...result, ...sentencesOf(result) }));
  return { verdict: worstOf(checks), checks: shown, ...(bundle === null ? {} : { bundle }) };
}

export function doctorText({ checks, bundle }: DoctorAnswer): string {
  const saved = bundle === null ? '' : `\nSaved: ${bundle.file} (${bundle.bytes} bytes)\n`;
  return `${checks.map(checkLines).join('')}${saved}`;
}

/** A station that needs a hand is an error, so that a script notices; everything that was found is in its details. */
export function asDoctorResult(answer: DoctorAnswer): Result<unknown> {
  const lines = answer.checks.map((result) =>
    checkLines(result)
      .trimEnd()
      .replace(/\s*\n\s*/, ' '),
  );
  return worstOf(answer.checks) === 'bad'
    ? err(
        appError('station.not-well', {
          checks: lines,
          ...(answer.bundle === null ? {} : { file: answer.bundle.file }),
        }),
      )
    : ok(doctorValue(answer));
}
