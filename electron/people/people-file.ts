import { accessSync, chmodSync, constants, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { openSound, saysDamaged, setFileAside, troubleOf, versionOf } from '../database/open-database.ts';
import { readPeopleAnchor, writePeopleAnchor } from './people-anchor.ts';
import { peopleMigrations } from './people-migrations.ts';

/** Why a station that has operators cannot say who they are. It stays locked until that is over. */
const lostReasons = [
  'missing',
  'damaged',
  'newer',
  'other-key',
  'no-key',
  'disk-full',
  'read-only',
  'unavailable',
] as const;
export type LostReason = (typeof lostReasons)[number];

/** After these a new list, or a backup, may take the place of the old one; the others pass, or want something else. */
export const replaceable: readonly LostReason[] = ['missing', 'damaged', 'other-key'];

export interface LostList {
  readonly kind: 'lost';
  readonly reason: LostReason;
  /** Name of a file that was found damaged and put aside. */
  readonly setAside: string | null;
}

export type PeopleFile =
  /** Nobody was ever entered here. */
  { readonly kind: 'none' } | { readonly kind: 'kept'; readonly database: DatabaseSync } | LostList;

export interface PeoplePlace {
  readonly folder: string;
  /** Which of the station's keys is in use; null while there is none. */
  readonly key: string | null;
  readonly clock: () => number;
}

export const peopleFiles = (folder: string) => ({
  database: path.join(folder, 'people.sqlite'),
  anchor: path.join(folder, 'people.anchor'),
  /** Written after each change of the list, for a day on which the list itself cannot be read. */
  copy: path.join(folder, 'people.copy.sqlite'),
});

const lost = (reason: LostReason, setAside: string | null = null): LostList => ({ kind: 'lost', reason, setAside });

/**
 * Opens the list of a station that has one. It never begins one: a list that is gone would look like a station that
 * never had operators, and that station has no lock.
 */
export function openPeopleFile(place: PeoplePlace): PeopleFile {
  const files = peopleFiles(place.folder);
  const anchor = readPeopleAnchor(files.anchor);
  const isThere = existsSync(files.database);
  if (anchor.kind === 'absent' && !isThere) {
    return { kind: 'none' };
  }
  if (place.key === null) {
    return lost('no-key');
  }
  if (!isThere) {
    const aside = latestSetAside(place.folder);
    return aside === null ? lost('missing') : lost('damaged', aside);
  }
  const opened = openSoundPeople(files.database);
  if (!opened.ok) {
    return opened.error === 'damaged' ? putDamagedAside(place) : lost(opened.error);
  }
  const database = opened.value;
  const people = Number(database.prepare('SELECT count(*) AS n FROM operator').get()?.n ?? 0);
  if (people > 0 && anchor.kind !== 'there') {
    // A list of a version that kept no anchor, or an anchor that was damaged.
    anchorOrGoOn(place, place.key);
  }
  const isOtherKey = anchor.kind === 'there' && anchor.key !== place.key;
  if (people > 0 && !isOtherKey) {
    return { kind: 'kept', database };
  }
  database.close();
  if (people > 0) {
    return lost('other-key');
  }
  return anchor.kind === 'absent' ? { kind: 'none' } : lost('missing');
}

/** Opens a list and looks at all of it. Errors: as `openSound`. */
export function openSoundPeople(file: string): ReturnType<typeof openSound> {
  const opened = openSound({ file, migrations: peopleMigrations });
  if (!opened.ok) {
    return opened;
  }
  try {
    const [verdict] = opened.value.prepare('PRAGMA integrity_check(1)').all();
    if (verdict?.integrity_check === 'ok') {
      return opened;
    }
  } catch (thrown) {
    if (!saysDamaged(thrown)) {
      opened.value.close();
      throw thrown;
    }
  }
  opened.value.close();
  return err('damaged');
}

/** Puts a list that is damaged aside, by a name that says so; the anchor goes on saying that there was one. */
export function putDamagedAside(place: PeoplePlace): LostList {
  const files = peopleFiles(place.folder);
  if (readPeopleAnchor(files.anchor).kind === 'absent' && !anchorOrGoOn(place, place.key ?? '')) {
    return lost('damaged'); // without an anchor the file itself is what keeps the station locked: it stays
  }
  try {
    return lost('damaged', setFileAside(files.database, 'damaged', place.clock()));
  } catch {
    return lost('damaged'); // a disk that takes no new name: the file stays, and is refused again
  }
}

function anchorOrGoOn({ folder, clock }: PeoplePlace, key: string): boolean {
  try {
    writePeopleAnchor(peopleFiles(folder).anchor, key, clock());
    return true;
  } catch {
    return false; // a disk that takes nothing; tried again at the next opening
  }
}

function latestSetAside(folder: string): string | null {
  const names = readdirSync(folder).filter((name) => /^people\.damaged-.*\.sqlite$/.test(name));
  return names.sort().at(-1) ?? null;
}

/** Copies the list whole into `file`, in the place of what may be there. Throws as SQLite and `node:fs` do. */
export function copyPeople(database: DatabaseSync, file: string): void {
  const beside = `${file}.${process.pid}.new`;
  rmSync(beside, { force: true });
  database.prepare('VACUUM INTO ?').run(beside);
  chmodSync(beside, 0o600);
  renameSync(beside, file);
}

/** Why a copy cannot take the place of the list, for whoever typed the command. */
export const copyProblems = {
  missing: 'there is no such file',
  unreadable: 'this user may not read it',
  damaged: 'it is damaged',
  newer: 'a newer version of the till wrote it',
  'other-key': 'it is of another station, or of this one before it lost its key',
  empty: 'nobody in it could unlock the station',
} as const;
export type CopyProblem = keyof typeof copyProblems;

/** Or why the station's folder does not take it. */
export type RestoreTrouble = CopyProblem | 'disk-full' | 'read-only';

export const isCopyProblem = (trouble: RestoreTrouble): trouble is CopyProblem => Object.hasOwn(copyProblems, trouble);

/**
 * Puts a copy of a list into its place, once all of it was read and it is of this station's key. The copy stays.
 * Errors: what is wrong with the copy, or with the disk.
 */
export function restorePeople(
  place: PeoplePlace & { readonly key: string },
  from: string,
): Result<null, RestoreTrouble> {
  if (!isReadable(from)) {
    return err(existsSync(from) ? 'unreadable' : 'missing');
  }
  const files = peopleFiles(place.folder);
  const beside = `${files.database}.${process.pid}.new`;
  try {
    rmSync(beside, { force: true });
    const source = new DatabaseSync(from, { readOnly: true });
    try {
      if (versionOf(source) > peopleMigrations.length) {
        return err('newer');
      }
      copyPeople(source, beside);
    } finally {
      source.close();
    }
    const problem = problemOfCopy(beside, place.key);
    if (problem !== null) {
      return err(problem);
    }
    if (existsSync(files.database)) {
      setFileAside(files.database, 'replaced', place.clock());
    }
    writePeopleAnchor(files.anchor, place.key, place.clock());
    // What belongs to a file that is gone must not be read into the one that comes.
    for (const part of ['-wal', '-shm']) {
      rmSync(`${files.database}${part}`, { force: true });
    }
    renameSync(beside, files.database);
    return ok(null);
  } catch (thrown) {
    const trouble = saysDamaged(thrown) ? 'damaged' : troubleOf(thrown);
    return err(trouble === 'unavailable' ? 'damaged' : trouble);
  } finally {
    for (const part of ['', '-wal', '-shm']) {
      rmSync(`${beside}${part}`, { force: true });
    }
  }
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

function problemOfCopy(file: string, key: string): RestoreTrouble | null {
  const opened = openSoundPeople(file);
  if (!opened.ok) {
    return opened.error === 'unavailable' ? 'damaged' : opened.error;
  }
  const database = opened.value;
  try {
    const madeWith = database.prepare("SELECT value FROM about_people WHERE name = 'key'").get()?.value;
    const people = Number(database.prepare('SELECT count(*) AS n FROM operator WHERE is_disabled = 0').get()?.n ?? 0);
    if (madeWith !== undefined && madeWith !== key) {
      return 'other-key';
    }
    return people === 0 ? 'empty' : null;
  } finally {
    database.close();
  }
}
