import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { openDatabase, versionOf } from '../../electron/database/open-database.ts';
import { createPeopleKeys } from '../../electron/people/people-keys.ts';
import { peopleMigrations } from '../../electron/people/people-migrations.ts';
import { createPinHashing } from '../../electron/people/pin.ts';
import { withDatabase } from '../unit/journal/journal-bench.ts';
import { ona, onaPin, peopleBench, rasa, rasaPin } from '../unit/people/people-bench.ts';

const keys = createPeopleKeys(Buffer.alloc(32, 1));

/** A list as the program of an earlier version left it: no anchor beside it, Rasa in the middle of a wait. */
async function listOfVersion(version: number) {
  const bench = peopleBench();
  const file = path.join(bench.folder, 'people.sqlite');
  const opened = openDatabase({ file, migrations: peopleMigrations.slice(0, version), clock: () => bench.clock.ms });
  if (!opened.ok) {
    throw new Error(opened.error);
  }
  const { database } = opened.value;
  await enter(database, rasa);
  await enter(database, ona);
  database
    .prepare("UPDATE operator SET wrong = 5, wait_ms = 5000, wait_boot = 'first', wait_at_ms = ? WHERE name = ?")
    .run(bench.steady.ms, rasa.name);
  database.close();
  return { ...bench, file };
}

async function enter(database: DatabaseSync, { name, role, pin, card }: typeof rasa | typeof ona): Promise<void> {
  const { salt, hash } = await createPinHashing(keys.pepper, { N: 16 }).keep(pin);
  database
    .prepare('INSERT INTO operator (name, role, salt, pin, card_key) VALUES (?, ?, ?, ?, ?)')
    .run(name, role, salt, hash, card === null ? null : keys.cardKeyOf(card));
}

describe('the migrations of the list of operators', () => {
  test.each(peopleMigrations.map((_, version) => version + 1).slice(0, -1))(
    'bring a list of version %i to this one with everybody, their PINs, cards and waits as they were',
    async (version) => {
      const bench = await listOfVersion(version);
      const people = bench.open();
      expect(people.listAll()).toEqual({
        ok: true,
        value: [
          { name: 'Ona V.', role: 'supervisor', isDisabled: false, hasCard: false, waitMs: 0 },
          { name: 'Rasa P.', role: 'cashier', isDisabled: false, hasCard: true, waitMs: 5_000 },
        ],
      });
      expect(people.chosenBy(rasa.card)).toEqual({ name: 'Rasa P.', role: 'cashier' });
      expect((await people.prove('Ona V.', onaPin)).ok).toBe(true);
      expect(await people.prove('Rasa P.', rasaPin)).toMatchObject({ error: { code: 'operator.wait' } });
      bench.steady.ms += 5_001;
      expect((await people.prove('Rasa P.', rasaPin)).ok).toBe(true);
      expect(withDatabase(bench.file, versionOf)).toBe(peopleMigrations.length);
    },
  );

  test.each(peopleMigrations.map((_, version) => version + 1))(
    'take a backup of version %i in the place of a lost list',
    async (version) => {
      const { file } = await listOfVersion(version);
      const station = peopleBench();
      expect(station.open().restore(file)).toMatchObject({
        ok: true,
        value: [{ name: 'Ona V.' }, { name: 'Rasa P.' }],
      });
      expect((await station.open().prove('Ona V.', onaPin)).ok).toBe(true);
    },
  );
});
