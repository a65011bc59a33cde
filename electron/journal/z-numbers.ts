import type { DatabaseSync } from 'node:sqlite';
import { readAbout, writeAbout } from './about-journal.ts';
import type { JournalKeys } from './keys.ts';

// Z reports are numbered without gaps, whatever happens to the table or to the file: each number stands in the chain
// beside the table, in the anchor beside the file, and what an earlier file had is signed into the one after it.

export interface LastClose {
  /** Number of the latest Z report; 0 before the first. */
  readonly number: number;
  /** The last entry that it counted. */
  readonly toEntry: number;
}

const lastRow = 'SELECT number, to_seq FROM z_report ORDER BY number DESC LIMIT 1';
// The close is the entry behind the last one that its report counts.
const lastInChain = "SELECT seq, about FROM entry WHERE operation = 'report.close' ORDER BY seq DESC LIMIT 1";

/** The latest close, even if its report was taken away since. */
export function readLastClose(database: DatabaseSync): LastClose {
  const row = database.prepare(lastRow).get();
  const entered = database.prepare(lastInChain).get();
  const before = readReportsBefore(database)?.number ?? 0;
  return {
    number: Math.max(Number(row?.number ?? 0), Number(entered?.about ?? 0), before),
    toEntry: Math.max(Number(row?.to_seq ?? 0), Number(entered?.seq ?? 1) - 1),
  };
}

/** Number of the first report that the chain tells of and the table has not; null when it has all of them. */
export function findMissingReport(database: DatabaseSync): number | null {
  const row = database
    .prepare(
      `SELECT seq, about FROM entry WHERE operation = 'report.close' AND seq - 1 NOT IN (SELECT to_seq FROM z_report)
       ORDER BY seq LIMIT 1`,
    )
    .get();
  if (row === undefined) {
    return null;
  }
  const rows = Number(database.prepare('SELECT max(number) AS n FROM z_report').get()?.n ?? 0);
  return Number(row.about ?? rows + 1);
}

interface ReportsBefore {
  readonly number: number;
  readonly signature: string;
}

const name = 'reports-before';
const messageOf = (journalId: string, number: number): string => `wallet-till reports before\n${journalId}\n${number}`;

function readReportsBefore(database: DatabaseSync): ReportsBefore | null {
  const text = readAbout(database, name);
  return text === null ? null : (JSON.parse(text) as ReportsBefore);
}

/** How many reports an earlier file of this station had; null when what is said of it was not signed. */
export function provenReportsBefore(database: DatabaseSync, journalId: string, keys: JournalKeys): number | null {
  const before = readReportsBefore(database);
  if (before === null) {
    return 0;
  }
  const signature = Buffer.from(before.signature, 'hex');
  return keys.isSigned(messageOf(journalId, before.number), signature) ? before.number : null;
}

export function writeReportsBefore(database: DatabaseSync, journalId: string, keys: JournalKeys, number: number): void {
  const signature = Buffer.from(keys.sign(messageOf(journalId, number))).toString('hex');
  writeAbout(database, name, JSON.stringify({ number, signature } satisfies ReportsBefore));
}
