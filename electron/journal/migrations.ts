import type { Migrations } from '../database/open-database.ts';

// Entries are only ever appended; compaction takes away the oldest, once a signed checkpoint fixes what they were.
const first = `
CREATE TABLE about_journal (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
CREATE TABLE entry (
  seq INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  run TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('intent', 'outcome', 'note')),
  about INTEGER,
  operation TEXT NOT NULL,
  outcome TEXT,
  settled_by TEXT CHECK (settled_by IN ('answer', 'read', 'operator')),
  error TEXT,
  api_code TEXT,
  api_status INTEGER,
  duration_ms INTEGER,
  operator TEXT,
  approver TEXT,
  device TEXT,
  subject_kind TEXT,
  subject_key TEXT,
  wallet_key TEXT,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX entry_by_about ON entry (about) WHERE about IS NOT NULL;
CREATE INDEX entry_by_subject ON entry (subject_key) WHERE subject_key IS NOT NULL;
CREATE INDEX entry_by_wallet ON entry (wallet_key) WHERE wallet_key IS NOT NULL;
CREATE TRIGGER entry_stays_as_it_is BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;
CREATE TABLE checkpoint (
  seq INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  hash BLOB NOT NULL,
  signature BLOB NOT NULL
) STRICT;
CREATE TABLE open_intent (
  seq INTEGER PRIMARY KEY,
  run TEXT NOT NULL,
  operation TEXT NOT NULL,
  sealed BLOB,
  state TEXT NOT NULL CHECK (state IN ('open', 'unknown'))
) STRICT;
CREATE TABLE run (
  id TEXT PRIMARY KEY,
  process TEXT NOT NULL,
  started_at_ms INTEGER NOT NULL
) STRICT;`;

const second = `
CREATE TABLE z_report (
  number INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  from_seq INTEGER NOT NULL,
  to_seq INTEGER NOT NULL,
  totals TEXT NOT NULL,
  signature BLOB NOT NULL
) STRICT;`;

// The closes of the day are looked for at every opening, whatever the journal holds.
const third = "CREATE INDEX entry_of_close ON entry (seq) WHERE operation = 'report.close';";

export const journalMigrations: Migrations = [first, second, third];
