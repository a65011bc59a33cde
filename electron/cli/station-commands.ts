import { existsSync } from 'node:fs';
import path from 'node:path';
import type { WalletIdentifier } from '../../shared/domain/identifier.ts';
import { identifierText } from '../../shared/domain/identifier-text.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { type OutcomeKind, plainDone } from '../journal/entry.ts';
import type { JournalKeys } from '../journal/keys.ts';
import { backUpJournal, compactJournal, listEntries } from '../journal/maintenance.ts';
import { filesSetAside, journalFiles } from '../journal/open-journal-file.ts';
import { readJournalFile } from '../journal/read-journal-file.ts';
import { reportCsv } from '../journal/report-csv.ts';
import { type Report, readXReport, readZReport } from '../journal/reports.ts';
import { verifyJournal } from '../journal/verify-journal.ts';
import { closeStationDay } from '../services/close-day.ts';
import { settleLeftOpen } from '../services/settle-left-open.ts';
import type { StationJournal } from '../station-journal.ts';
import { isPeopleCommand, type PeopleCommand, runPeopleCommand } from './people-commands.ts';
import type { Till } from './till.ts';

/** What is asked of the station itself, understood. */
export type StationCommand =
  | { readonly action: 'journal list'; readonly last: number; readonly by: WalletIdentifier | null }
  | { readonly action: 'journal open' }
  | { readonly action: 'journal verify' }
  | { readonly action: 'journal settle' }
  | { readonly action: 'journal backup'; readonly file: string }
  | { readonly action: 'journal compact'; readonly beforeMs: number }
  | { readonly action: 'journal resolve'; readonly entry: number; readonly as: OutcomeKind }
  | PeopleCommand
  | { readonly action: 'report x'; readonly csv: boolean }
  | { readonly action: 'report z'; readonly csv: boolean; readonly number: number | null };

export interface StationPlace {
  readonly folder: string;
  /** Errors: `credentials.*`. */
  readonly readKeys: () => Result<JournalKeys>;
  /** Opens it for writing. Errors: `journal.newer-version`, `credentials.*`. */
  readonly openJournal: () => Result<StationJournal>;
  readonly openTill: () => Promise<Result<Till>>;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/** Rows for standard output as they are, or one value. */
export type StationAnswer = { readonly csv: string } | { readonly value: unknown };

/** Carries out a command about this station's journal. Errors: `journal.*`, `credentials.*`. */
export async function runStationCommand(command: StationCommand, place: StationPlace): Promise<Result<StationAnswer>> {
  if (isPeopleCommand(command)) {
    return asValue(await runPeopleCommand(command, place));
  }
  switch (command.action) {
    case 'journal list':
      return asValue(list(command, place));
    case 'journal verify':
      return asValue(verify(place));
    case 'journal backup':
      return asValue(backUp(path.resolve(command.file), place));
    case 'journal settle':
      return asValue(await settle(place));
    case 'report z':
      return command.number === null
        ? writeInto(place, (station) => z(station, place, command.csv))
        : oldZ(command, place);
    default:
      return writeInto(place, (station) => work(command, station, place));
  }
}

const asValue = <T>(result: Result<T>): Result<StationAnswer> => (result.ok ? ok({ value: result.value }) : result);

/** The API's names have underscores; ours on the command line follow them. */
function snake(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(snake);
  }
  if (value instanceof Uint8Array) {
    return Buffer.from(value).toString('hex');
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const named = Object.entries(value).map(([name, inner]) => [
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    snake(inner),
  ]);
  return Object.fromEntries(named);
}

/** What the journal was made with; null where there is none, and looking must make nothing. */
function keysFor(place: StationPlace): Result<JournalKeys> | null {
  return existsSync(journalFiles(place).database) ? place.readKeys() : null;
}

function list({ last, by }: Extract<StationCommand, { action: 'journal list' }>, place: StationPlace): Result<unknown> {
  const keys = keysFor(place);
  if (keys === null) {
    return ok({ entries: [] });
  }
  if (!keys.ok) {
    return keys;
  }
  const key = by === null ? null : keys.value.maskOf(by.kind, identifierText(by));
  const entries = readJournalFile(place.folder, (database) => listEntries(database, { last, key }));
  return entries.ok ? ok({ entries: snake((entries.value ?? []).map(({ hash: _, ...entry }) => entry)) }) : entries;
}

function verify(place: StationPlace): Result<unknown> {
  const keys = keysFor(place);
  const aside = filesSetAside(place);
  const besides: { readonly set_aside?: readonly string[] } = aside.length === 0 ? {} : { set_aside: aside };
  if (keys === null) {
    return ok({ entries: 0, ...besides });
  }
  if (!keys.ok) {
    return keys;
  }
  const { anchor } = journalFiles(place);
  const verdict = readJournalFile(place.folder, (database) => verifyJournal(database, keys.value, anchor));
  if (!verdict.ok) {
    return verdict;
  }
  if (verdict.value === null) {
    return ok({ entries: 0, ...besides });
  }
  const { lost, ...told } = verdict.value;
  const misfit = told.misfit ?? lost;
  if (misfit === null) {
    return ok({ ...(snake(told) as object), ...besides });
  }
  const problem = `${misfit.why} at ${misfit.at}`;
  const noticed = told.noticed.map(({ at, operation, about }) => `${operation} at ${at}, about ${about ?? 'unknown'}`);
  return err(
    appError('journal.not-proven', {
      ...{ problem, entry: misfit.at, why: misfit.why },
      ...(noticed.length === 0 ? {} : { noticed }),
      ...(aside.length === 0 ? {} : { set_aside: aside }),
    }),
  );
}

function backUp(file: string, place: StationPlace): Result<unknown> {
  const done = readJournalFile(place.folder, (database) => backUpJournal(database, file));
  if (!done.ok) {
    return done;
  }
  if (done.value === null) {
    return ok({ file: null });
  }
  return done.value.ok ? ok({ file }) : done.value;
}

async function settle(place: StationPlace): Promise<Result<unknown>> {
  const till = await place.openTill();
  if (!till.ok) {
    return till;
  }
  try {
    return ok(snake(await settleLeftOpen(till.value.journal, till.value.api)));
  } finally {
    await till.value.close();
  }
}

function writeInto(
  place: StationPlace,
  use: (station: StationJournal) => Result<StationAnswer>,
): Result<StationAnswer> {
  const station = place.openJournal();
  if (!station.ok) {
    return station;
  }
  try {
    return use(station.value);
  } finally {
    station.value.journal.close();
  }
}

function notWritable({ journal }: StationJournal): Result<never> {
  return err(appError('journal.not-writable', { reason: journal.state.reason ?? 'unavailable', sent: false }));
}

type WritingCommand = Extract<
  StationCommand,
  { action: 'journal open' | 'journal compact' | 'journal resolve' | 'report x' }
>;

function work(command: WritingCommand, station: StationJournal, { clock }: StationPlace): Result<StationAnswer> {
  const { journal } = station;
  switch (command.action) {
    case 'journal open':
      return ok({ value: { open: journal.readLeftOpen().map(({ kept: _, ...left }) => snake(left)) } });
    case 'journal compact': {
      const done = journal.audit((store, keys) => compactJournal(store, keys, command.beforeMs, clock()));
      return done === null ? notWritable(station) : ok({ value: snake(done) });
    }
    case 'journal resolve': {
      const { entry, as } = command;
      if (!journal.readLeftOpen().some(({ intent }) => intent === entry)) {
        return err(appError('journal.entry-not-open', { entry }));
      }
      journal.complete(entry, { ...plainDone, outcome: as, settledBy: 'operator' });
      return journal.state.kind === 'failing' ? notWritable(station) : ok({ value: { entry, outcome: as } });
    }
    case 'report x': {
      const report = journal.audit((store) => readXReport(store, clock()));
      return report === null ? notWritable(station) : ok(reportAnswer(report, command.csv));
    }
  }
}

function z(station: StationJournal, { clock }: StationPlace, csv: boolean): Result<StationAnswer> {
  const report = closeStationDay({ ...station, clock });
  return report === null ? notWritable(station) : ok(reportAnswer(report, csv));
}

function oldZ({ number, csv }: Extract<StationCommand, { action: 'report z' }>, place: StationPlace) {
  const report = readJournalFile(place.folder, (database) => readZReport(database, number ?? 0));
  if (!report.ok) {
    return report;
  }
  return report.value === null
    ? err(appError('report.unknown', { number: number ?? 0 }))
    : ok(reportAnswer(report.value, csv));
}

function reportAnswer(report: Report, csv: boolean): StationAnswer {
  return csv ? { csv: reportCsv(report) } : { value: snake(report) };
}
