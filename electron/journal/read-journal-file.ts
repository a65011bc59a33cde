import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { saysDamaged, versionOf } from '../database/open-database.ts';
import { journalMigrations } from './migrations.ts';
import { journalFiles } from './open-journal-file.ts';

/**
 * Looks at a journal without writing into it, as whoever audits does; null where there is none yet.
 * Errors: `journal.newer-version`; `journal.not-proven` with the problem for one that is damaged or of an older program.
 */
export function readJournalFile<T>(folder: string, look: (database: DatabaseSync) => T): Result<T | null> {
  const file = journalFiles({ folder }).database;
  if (!existsSync(file)) {
    return ok(null);
  }
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
    const version = versionOf(database);
    if (version > journalMigrations.length) {
      return err(appError('journal.newer-version'));
    }
    return version < journalMigrations.length
      ? err(appError('journal.not-proven', { problem: 'an older program wrote it; start the till once' }))
      : ok(look(database));
  } catch (thrown) {
    if (saysDamaged(thrown)) {
      return err(appError('journal.not-proven', { problem: 'the file is damaged' }));
    }
    throw thrown;
  } finally {
    database?.close();
  }
}
