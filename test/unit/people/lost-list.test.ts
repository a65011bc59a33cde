import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { peopleMigrations } from '../../../electron/people/people-migrations.ts';
import { testFolder, withDatabase } from '../journal/journal-bench.ts';
import { ona, onaPin, peopleBench, rasa, rasaPin, stationOfTwo } from './people-bench.ts';

const fileOf = (folder: string) => path.join(folder, 'people.sqlite');

/** Bytes in the middle of the file are not what SQLite wrote. */
function damage(file: string): void {
  const bytes = readFileSync(file);
  bytes.fill(0x5a, 100, 4_096);
  writeFileSync(file, bytes);
}

describe('a station that never had operators', () => {
  test('has no list, no lock, and no file that looking left behind', () => {
    const { folder, open } = peopleBench();
    const people = open();
    expect(people.readState()).toEqual({ kind: 'none' });
    expect(people.list()).toEqual({ ok: true, value: [] });
    expect(people.chosenBy('4242')).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('begins its list with the first operator, and says so outside the database, too', async () => {
    const { folder, open } = peopleBench();
    await open().add(ona);
    expect(existsSync(path.join(folder, 'people.anchor'))).toBe(true);
    expect(open().readState()).toEqual({ kind: 'kept' });
  });

  test('stays without a lock when its first operator could not be written', async () => {
    const { folder, open } = peopleBench();
    expect(await open().add({ ...ona, pin: '111111' })).toMatchObject({ error: { code: 'operator.pin-too-short' } });
    expect(open().readState()).toEqual({ kind: 'none' });
    expect(existsSync(path.join(folder, 'people.anchor'))).toBe(false);
  });
});

describe('a station that has operators', () => {
  test('is locked when the file with their list is gone, and begins no other by itself', async () => {
    const { folder, open } = await stationOfTwo();
    rmSync(fileOf(folder));
    const people = open();
    expect(people.readState()).toEqual({ kind: 'lost', reason: 'missing', setAside: null });
    expect(await people.prove('Ona V.', onaPin)).toMatchObject({ error: { code: 'operator.not-kept' } });
    expect(await people.add(rasa)).toMatchObject({ error: { details: { reason: 'missing' } } });
    expect(existsSync(fileOf(folder))).toBe(false);
  });

  test('is locked when an empty list lies in the place of theirs', async () => {
    const { folder, open } = await stationOfTwo();
    withDatabase(fileOf(folder), (database) => database.exec('DELETE FROM operator'));
    expect(open().readState()).toEqual({ kind: 'lost', reason: 'missing', setAside: null });
    truncateSync(fileOf(folder));
    expect(open().readState()).toMatchObject({ reason: 'missing' });
  });

  test('is locked when the list is damaged, which is put aside unchanged and named at every start', async () => {
    const { folder, open } = await stationOfTwo();
    damage(fileOf(folder));
    const damaged = readFileSync(fileOf(folder));
    const state = open().readState();
    expect(state).toMatchObject({
      kind: 'lost',
      reason: 'damaged',
      setAside: expect.stringMatching(/^people\.damaged-.*\.sqlite$/),
    });
    const setAside = state.kind === 'lost' ? (state.setAside ?? '') : '';
    expect(readFileSync(path.join(folder, setAside)).equals(damaged)).toBe(true);
    expect(open().readState()).toEqual(state);
  });

  test('is locked when damage lies where opening does not look', async () => {
    const { folder, open } = await stationOfTwo();
    withDatabase(fileOf(folder), (database) => database.exec('PRAGMA wal_checkpoint(TRUNCATE)'));
    const bytes = readFileSync(fileOf(folder));
    bytes.fill(0xff, 4_096 + 8, 4_096 + 200);
    writeFileSync(fileOf(folder), bytes);
    expect(open().readState()).toMatchObject({ kind: 'lost', reason: 'damaged' });
  });

  test('is locked when a newer program wrote the list, which stays as it is', async () => {
    const { folder, open } = await stationOfTwo();
    withDatabase(fileOf(folder), (database) => database.exec(`PRAGMA user_version = ${peopleMigrations.length + 1}`));
    const people = open();
    expect(people.readState()).toEqual({ kind: 'lost', reason: 'newer', setAside: null });
    expect(await people.add(ona, { newList: true })).toMatchObject({ error: { details: { reason: 'newer' } } });
    expect(people.restore(null)).toMatchObject({ error: { details: { reason: 'newer' } } });
    expect(readdirSync(folder).some((name) => name.includes('damaged'))).toBe(false);
  });

  test("is locked without the station's key, and with another one", async () => {
    const { open } = await stationOfTwo();
    expect(open(null).readState()).toMatchObject({ kind: 'lost', reason: 'no-key' });
    expect(open(2).readState()).toMatchObject({ kind: 'lost', reason: 'other-key' });
    expect(open(1).readState()).toEqual({ kind: 'kept' });
  });

  test('is locked while the disk takes nothing: a wrong PIN could not be counted', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'till-people-'));
    onTestFinished(() => {
      chmodSync(folder, 0o700);
      rmSync(folder, { recursive: true });
    });
    return stationOfTwo().then((station) => {
      for (const name of readdirSync(station.folder)) {
        copyFileSync(path.join(station.folder, name), path.join(folder, name));
        chmodSync(path.join(folder, name), 0o444);
      }
      chmodSync(folder, 0o555);
      const child = path.join(import.meta.dirname, 'read-only-child.ts');
      const isRoot = process.getuid?.() === 0;
      const ran = spawnSync(process.execPath, [child, folder, 'Ona V.', onaPin], {
        encoding: 'utf8',
        ...(isRoot ? { uid: 65_534, gid: 65_534 } : {}),
      });
      expect(JSON.parse(ran.stdout || ran.stderr)).toMatchObject({
        state: { kind: 'lost', reason: 'read-only', setAside: null },
        proven: { ok: false, error: { code: 'operator.not-kept', details: { reason: 'read-only' } } },
      });
    });
  });

  test('is known to have them by its list alone, as an earlier version left it, and then by the anchor, too', async () => {
    const { folder, open } = await stationOfTwo();
    rmSync(path.join(folder, 'people.anchor'));
    expect(open().readState()).toEqual({ kind: 'kept' });
    rmSync(fileOf(folder));
    expect(open().readState()).toMatchObject({ kind: 'lost', reason: 'missing' });
  });

  test('is locked by an anchor that nobody can read', async () => {
    const folder = testFolder();
    writeFileSync(path.join(folder, 'people.anchor'), '{"ke');
    expect(peopleBench(folder).open().readState()).toMatchObject({ kind: 'lost', reason: 'missing' });
  });
});

describe('the way back', () => {
  test('is a new list that begins with a supervisor', async () => {
    const { folder, open } = await stationOfTwo();
    damage(fileOf(folder));
    const people = open();
    expect(await people.add(rasa, { newList: true })).toMatchObject({ error: { code: 'operator.supervisor-first' } });
    expect((await people.add(ona, { newList: true })).ok).toBe(true);
    expect(people.list()).toEqual({ ok: true, value: [{ name: 'Ona V.', role: 'supervisor' }] });
    expect((await open().prove('Ona V.', onaPin)).ok).toBe(true);
  });

  test('is the copy that the till keeps, as the list was after its last change', async () => {
    const { folder, open } = await stationOfTwo();
    damage(fileOf(folder));
    const people = open();
    expect(people.readState()).toMatchObject({ kind: 'lost' });
    expect(people.restore(null)).toMatchObject({ ok: true, value: [{ name: 'Ona V.' }, { name: 'Rasa P.' }] });
    expect((await people.prove('Rasa P.', rasaPin)).ok).toBe(true);
    expect(people.restore(null)).toMatchObject({ error: { code: 'operator.list-whole' } });
  });

  test('is a backup, on another machine with the same key, too', async () => {
    const { folder, open } = await stationOfTwo();
    const backup = path.join(folder, 'backup.sqlite');
    expect(open().backUp(backup).ok).toBe(true);
    const elsewhere = peopleBench();
    expect(elsewhere.open(2).restore(backup)).toMatchObject({
      error: { code: 'operator.not-restored', details: { reason: 'other-key' } },
    });
    expect(elsewhere.open(1).restore(backup).ok).toBe(true);
    expect((await elsewhere.open(1).prove('Ona V.', onaPin)).ok).toBe(true);
  });

  test.each(['missing', 'damaged', 'newer', 'empty'] as const)('is no backup that is %s', async (problem) => {
    const { folder, open } = await stationOfTwo();
    const backup = path.join(folder, 'backup.sqlite');
    open().backUp(backup);
    rmSync(fileOf(folder));
    if (problem === 'missing') {
      rmSync(backup);
    } else if (problem === 'damaged') {
      damage(backup);
    } else if (problem === 'newer') {
      withDatabase(backup, (database) => database.exec('PRAGMA user_version = 99'));
    } else {
      withDatabase(backup, (database) => database.exec('DELETE FROM operator'));
    }
    expect(open().restore(backup)).toMatchObject({
      error: { code: 'operator.not-restored', details: { reason: problem } },
    });
    expect(open().readState()).toMatchObject({ kind: 'lost', reason: 'missing' });
    expect(readdirSync(folder).filter((name) => name.includes('.new'))).toEqual([]);
  });
});
