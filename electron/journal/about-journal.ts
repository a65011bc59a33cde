import type { DatabaseSync } from 'node:sqlite';

/** Reads one line of what the journal says about itself. */
export function readAbout(database: DatabaseSync, name: string): string | null {
  const row = database.prepare('SELECT value FROM about_journal WHERE name = ?').get(name);
  return row === undefined ? null : (row.value as string);
}

export function writeAbout(database: DatabaseSync, name: string, value: string): void {
  database.prepare('INSERT OR REPLACE INTO about_journal VALUES (?, ?)').run(name, value);
}
