import { existsSync } from 'node:fs';
import { ok, type Result } from '../../shared/errors/result.ts';
import { filesSetAside, journalFiles } from '../journal/open-journal-file.ts';
import { readJournalFile } from '../journal/read-journal-file.ts';
import { totalsOf } from '../journal/reports.ts';
import { type Verdict, verifyJournal } from '../journal/verify-journal.ts';
import { readJournalKeys } from '../station-journal.ts';

/** Counts of a journal, without a name of whoever worked. */
export interface JournalStatistics {
  readonly entries: number;
  readonly reports: number;
  /** Seconds since the epoch would look like a phone's digits. */
  readonly first: string | null;
  readonly last: string | null;
  readonly byOperation: readonly { readonly operation: string; readonly outcome: string; readonly count: number }[];
  readonly prints: Readonly<Record<string, number>>;
  readonly failures: readonly { readonly error: string; readonly count: number }[];
  readonly overrides: number;
  readonly operators: number;
  readonly open: number;
}

export interface JournalLook {
  readonly verdict: Verdict;
  readonly statistics: JournalStatistics;
  /** Names of files that were put aside, at whatever start. */
  readonly setAside: readonly string[];
}

export interface JournalLookOptions {
  readonly folder: string;
  readonly credentialsDirectory: string | undefined;
}

const timeOf = (atMs: number | null): string | null => (atMs === null ? null : new Date(atMs).toISOString());

/**
 * Proves a station's journal and counts what is in it, without writing; null where there is none. A second or so for each
 * hundred thousand entries: the till's own thread leaves it to `verify-worker.ts`.
 * Errors: `journal.newer-version`, `journal.not-proven`, `credentials.*`.
 */
export function lookAtJournal({ folder, credentialsDirectory }: JournalLookOptions): Result<JournalLook | null> {
  if (!existsSync(journalFiles({ folder }).database)) {
    return ok(null);
  }
  const keys = readJournalKeys({
    ...{ folder, env: { CREDENTIALS_DIRECTORY: credentialsDirectory } },
    isCommand: true,
  });
  if (!keys.ok) {
    return keys;
  }
  return readJournalFile(folder, (database) => {
    const verdict = verifyJournal(database, keys.value, journalFiles({ folder }).anchor);
    const totals = totalsOf(database, 0, Number.MAX_SAFE_INTEGER);
    const statistics: JournalStatistics = {
      entries: verdict.entries,
      reports: verdict.reports,
      first: timeOf(totals.firstAtMs),
      last: timeOf(totals.lastAtMs),
      byOperation: totals.byOperation,
      prints: totals.prints,
      failures: totals.failures,
      overrides: totals.overrides.reduce((sum, { count }) => sum + count, 0),
      operators: totals.byOperator.length,
      open: totals.open,
    };
    return { verdict, statistics, setAside: filesSetAside({ folder }) };
  });
}
