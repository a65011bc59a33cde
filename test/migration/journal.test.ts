import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { inTransaction, openDatabase, versionOf } from '../../electron/database/open-database.ts';
import { writeAbout } from '../../electron/journal/about-journal.ts';
import { signAnchor, writeAnchor } from '../../electron/journal/anchor-file.ts';
import { plainDone } from '../../electron/journal/entry.ts';
import { createJournalStore } from '../../electron/journal/journal-store.ts';
import { journalMigrations } from '../../electron/journal/migrations.ts';
import { journalBench, testFolder, testKeys, withDatabase } from '../unit/journal/journal-bench.ts';

/** A journal as the program of an earlier version left it, with so many entries. */
function journalOfVersion(version: number, entries: number) {
  const bench = journalBench(path.join(testFolder(), 'station'));
  mkdirSync(bench.folder);
  const migrations = journalMigrations.slice(0, version);
  const opened = openDatabase({ file: bench.file, migrations, clock: () => bench.nowMs });
  if (!opened.ok) {
    throw new Error(opened.error);
  }
  const { database } = opened.value;
  inTransaction(database, () => {
    writeAbout(database, 'id', 'abcd');
    writeAbout(database, 'key', testKeys.fingerprint);
    const store = createJournalStore(database, 'abcd', { keys: testKeys, anchorFile: bench.anchor });
    for (let index = 0; index < entries; index += 1) {
      const { outcome, settledBy, error, apiCode, apiStatus, durationMs } = plainDone;
      const nobody = { operator: null, approver: null, device: null };
      const about = { about: null, subjectKind: null, subjectKey: null, walletKey: null };
      const happened = { atMs: bench.nowMs, run: '00000000', kind: 'note', operation: 'wallet.find' } as const;
      store.append({ ...happened, ...about, ...nobody, outcome, settledBy, error, apiCode, apiStatus, durationMs });
    }
    // Those programs said nothing of reports in it.
    const { seq, hash } = store.readLast();
    const said = { journal: 'abcd', seq, hash: Buffer.from(hash).toString('hex'), atMs: bench.nowMs };
    writeAnchor(bench.anchor, signAnchor(said, testKeys));
  });
  database.close();
  return bench;
}

describe("the journal's migrations", () => {
  test.each(journalMigrations.map((_, version) => version + 1).slice(0, -1))(
    'bring a journal of version %i to this one with every entry as it was',
    (version) => {
      const bench = journalOfVersion(version, 5);
      const journal = bench.open();
      expect(withDatabase(bench.file, versionOf)).toBe(journalMigrations.length);
      journal.close();
      expect(bench.verify()).toMatchObject({ entries: 5, misfit: null, reports: 0 });
    },
  );

  test('that are cut off in the middle leave the version before', () => {
    const folder = testFolder();
    const file = path.join(folder, 'journal.sqlite');
    const [first = ''] = journalMigrations;
    const broken = [first, 'CREATE TABLE half (a TEXT) STRICT; CREATE TABLE half (a TEXT) STRICT;'];
    expect(() => openDatabase({ file, migrations: broken, clock: Date.now })).toThrow(/already exists/);
    const database = new DatabaseSync(file);
    expect(versionOf(database)).toBe(1);
    expect(database.prepare("SELECT name FROM sqlite_schema WHERE name = 'half'").all()).toEqual([]);
    database.close();
  });
});
