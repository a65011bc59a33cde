import type { Migrations } from '../database/open-database.ts';

const first = `
CREATE TABLE operator (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('cashier', 'supervisor', 'technician')),
  salt BLOB NOT NULL,
  pin BLOB NOT NULL,
  card_key TEXT UNIQUE,
  wrong INTEGER NOT NULL DEFAULT 0,
  wait_ms INTEGER NOT NULL DEFAULT 0,
  wait_boot TEXT NOT NULL DEFAULT '',
  wait_at_ms INTEGER NOT NULL DEFAULT 0
) STRICT;`;

// Somebody who left stays on the list by name, so that the journal's names keep their meaning.
const second = `
ALTER TABLE operator ADD COLUMN is_disabled INTEGER NOT NULL DEFAULT 0 CHECK (is_disabled IN (0, 1));
CREATE TABLE about_people (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;`;

export const peopleMigrations: Migrations = [first, second];
