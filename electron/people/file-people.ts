import path from 'node:path';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { type AppError, appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { inTransaction, saysDamaged, setFileAside, troubleOf } from '../database/open-database.ts';
import type {
  ListedOperator,
  NewOperator,
  Operator,
  OperatorChange,
  People,
  PeopleOptions,
  PeopleState,
  Role,
} from './people.ts';
import { removePeopleAnchor, writePeopleAnchor } from './people-anchor.ts';
import {
  copyPeople,
  copyProblems,
  isCopyProblem,
  type LostReason,
  openPeopleFile,
  openSoundPeople,
  type PeoplePlace,
  peopleFiles,
  putDamagedAside,
  type RestoreTrouble,
  replaceable,
  restorePeople,
} from './people-file.ts';
import type { PeopleKeys } from './people-keys.ts';
import { countActive, countTry, findOperator, isCardTaken, type Row, waitOf } from './people-rows.ts';
import { createPinHashing, isGoodPin, type PinHashing } from './pin.ts';
import { triesLeft, waitAfterWrong } from './waiting.ts';

const notKept = (reason: LostReason | 'none'): AppError => appError('operator.not-kept', { reason });

function errorOfRestore(reason: RestoreTrouble, from: string): AppError {
  return isCopyProblem(reason)
    ? appError('operator.not-restored', { reason, problems: [`${path.basename(from)}: ${copyProblems[reason]}`] })
    : notKept(reason);
}

/** The list in its file, opened when it is first needed and whenever it can be. */
export class FilePeople implements People {
  readonly #options: PeopleOptions;
  #database: DatabaseSync | null = null;
  #keys: PeopleKeys | null = null;

  constructor(options: PeopleOptions) {
    this.#options = options;
  }

  readState(): PeopleState {
    if (this.#database?.isOpen) {
      return { kind: 'kept' };
    }
    const file = openPeopleFile(this.#place);
    if (file.kind !== 'kept') {
      return file;
    }
    this.#database = file.database;
    return { kind: 'kept' };
  }

  list(): Result<readonly Operator[]> {
    return this.#reading([], (database) => {
      const rows = database.prepare('SELECT name, role FROM operator WHERE is_disabled = 0 ORDER BY name').all();
      return rows.map((row) => ({ name: row.name as string, role: row.role as Role }));
    });
  }

  listAll(): Result<readonly ListedOperator[]> {
    return this.#reading([], (database) => {
      const now = this.#options.steady();
      const rows = database.prepare('SELECT * FROM operator ORDER BY is_disabled, name').all();
      return rows.map((row) => ({
        name: row.name as string,
        role: row.role as Role,
        isDisabled: row.is_disabled === 1,
        hasCard: row.card_key !== null,
        waitMs: waitOf(row as unknown as Row, now),
      }));
    });
  }

  async add(operator: NewOperator, { newList } = { newList: false }): Promise<Result<Operator>> {
    const { name, role, pin, card } = operator;
    if (!isGoodPin(pin)) {
      return err(appError('operator.pin-too-short'));
    }
    const kept = await this.#hashing?.keep(pin);
    const ready = kept === undefined ? err(notKept('no-key')) : this.#readyFor(operator, newList);
    if (!ready.ok || kept === undefined) {
      return ready as Result<never>;
    }
    const added = this.#changing((database) => {
      if (findOperator(database, name) !== null) {
        return err(appError('operator.name-taken'));
      }
      if (isCardTaken(database, this.#cardKeyOf(card), null)) {
        return err(appError('operator.card-taken'));
      }
      database
        .prepare('INSERT INTO operator (name, role, salt, pin, card_key) VALUES (?, ?, ?, ?, ?)')
        .run(name, role, kept.salt, kept.hash, this.#cardKeyOf(card));
      return ok({ name, role });
    });
    if (!added.ok && ready.value === 'first') {
      this.#takeBack();
    }
    return added;
  }

  async change(name: string, change: OperatorChange): Promise<Result<Operator>> {
    const { role, pin, card, isDisabled } = change;
    if (pin !== undefined && !isGoodPin(pin)) {
      return err(appError('operator.pin-too-short'));
    }
    const kept = pin === undefined ? null : ((await this.#hashing?.keep(pin)) ?? null);
    return this.#changing((database) => {
      const row = findOperator(database, name);
      if (row === null) {
        return err(appError('operator.unknown'));
      }
      const cardKey = this.#cardKeyOf(card ?? null);
      if (isCardTaken(database, cardKey, row.id)) {
        return err(appError('operator.card-taken'));
      }
      const set = (sql: string, ...values: SQLInputValue[]) =>
        database.prepare(`UPDATE operator SET ${sql} WHERE id = ?`).run(...values, row.id);
      if (kept !== null) {
        set('salt = ?, pin = ?, wrong = 0, wait_ms = 0', kept.salt, kept.hash);
      }
      if (card !== undefined) {
        set('card_key = ?', cardKey);
      }
      if (role !== undefined) {
        set('role = ?', role);
      }
      if (isDisabled !== undefined) {
        set('is_disabled = ?', isDisabled ? 1 : 0);
      }
      return ok({ name: row.name, role: role ?? row.role });
    });
  }

  remove(name: string): Result<Operator> {
    return this.#changing((database) => {
      const row = findOperator(database, name);
      if (row === null) {
        return err(appError('operator.unknown'));
      }
      database.prepare('DELETE FROM operator WHERE id = ?').run(row.id);
      return ok({ name: row.name, role: row.role });
    });
  }

  async prove(name: string, pin: string): Promise<Result<Operator>> {
    const counted = this.#use((database) => countTry(database, name, this.#options.steady()));
    if (!counted.ok) {
      return counted;
    }
    const { row, wrong } = counted.value;
    const isRight = (await this.#hashing?.isOf(pin, { salt: row.salt, hash: row.pin })) ?? false;
    if (!isRight) {
      return err(appError('operator.pin-wrong', { left: triesLeft(wrong), waitMs: waitAfterWrong(wrong) }));
    }
    return this.#use((database) => {
      database.prepare('UPDATE operator SET wrong = 0, wait_ms = 0 WHERE id = ?').run(row.id);
      return ok({ name: row.name, role: row.role });
    });
  }

  chosenBy(card: string): Operator | null {
    const found = this.#reading(null, (database) => {
      const key = this.#cardKeyOf(card);
      const row = database.prepare('SELECT name, role FROM operator WHERE card_key = ? AND is_disabled = 0').get(key);
      return row === undefined ? null : { name: row.name as string, role: row.role as Role };
    });
    return found.ok ? found.value : null;
  }

  backUp(file: string): Result<null> {
    return this.#use((database) => {
      copyPeople(database, file);
      return ok(null);
    });
  }

  restore(file: string | null): Result<readonly Operator[]> {
    const state = this.readState();
    const keys = this.#readKeys();
    if (state.kind === 'kept') {
      return err(appError('operator.list-whole'));
    }
    if (keys === null || (state.kind === 'lost' && !replaceable.includes(state.reason))) {
      return err(notKept(state.kind === 'lost' ? state.reason : 'no-key'));
    }
    const from = file === null ? peopleFiles(this.#options.folder).copy : path.resolve(file);
    const restored = restorePeople({ ...this.#place, key: keys.fingerprint }, from);
    return restored.ok ? this.list() : err(errorOfRestore(restored.error, from));
  }

  close(): void {
    if (this.#database?.isOpen) {
      this.#database.close();
    }
    this.#database = null;
  }

  get #place(): PeoplePlace {
    const { folder, clock } = this.#options;
    return { folder, clock, key: this.#readKeys()?.fingerprint ?? null };
  }

  get #hashing(): PinHashing | null {
    const keys = this.#readKeys();
    return keys === null ? null : createPinHashing(keys.pepper, this.#options.cost);
  }

  #readKeys(): PeopleKeys | null {
    this.#keys ??= this.#options.readKeys();
    return this.#keys;
  }

  #cardKeyOf(card: string | null): string | null {
    return card === null ? null : (this.#readKeys()?.cardKeyOf(card) ?? null);
  }

  /** Has a list to write into: the one that there is, or the station's first, or another for a lost one. */
  #readyFor({ role }: NewOperator, newList: boolean): Result<'first' | 'another'> {
    const state = this.readState();
    if (state.kind === 'kept') {
      return ok('another');
    }
    if (state.kind === 'lost' && !(newList && replaceable.includes(state.reason))) {
      return err(notKept(state.reason));
    }
    if (state.kind === 'lost' && role !== 'supervisor') {
      return err(appError('operator.supervisor-first'));
    }
    const files = peopleFiles(this.#options.folder);
    const key = this.#readKeys()?.fingerprint ?? '';
    try {
      if (state.kind === 'lost' && state.reason === 'other-key') {
        setFileAside(files.database, 'other-key', this.#options.clock());
      }
      const opened = openSoundPeople(files.database);
      if (!opened.ok) {
        return err(notKept(opened.error));
      }
      this.#database = opened.value;
      // Before the first name: a kill in between leaves a station that is locked, never one that forgot its lock.
      writePeopleAnchor(files.anchor, key, this.#options.clock());
      opened.value.prepare("INSERT OR REPLACE INTO about_people VALUES ('key', ?)").run(key);
      return ok(state.kind === 'none' ? 'first' : 'another');
    } catch (thrown) {
      this.close();
      return err(notKept(troubleOf(thrown)));
    }
  }

  /** The very first operator could not be written: the station goes on without a lock, as it was. */
  #takeBack(): void {
    this.close();
    removePeopleAnchor(peopleFiles(this.#options.folder).anchor);
  }

  #reading<T>(nobody: T, work: (database: DatabaseSync) => T): Result<T> {
    const read = this.#use((database) => ok(work(database)));
    return !read.ok && read.error.details?.reason === 'none' ? ok(nobody) : read;
  }

  /** A change of the list, all or nothing, that leaves somebody who can look after it; then copied beside it. */
  #changing(work: (database: DatabaseSync) => Result<Operator>): Result<Operator> {
    return this.#use((database) => {
      const before = countActive(database);
      let changed: Result<Operator> | null = null;
      try {
        inTransaction(database, () => {
          changed = work(database);
          const after = countActive(database);
          const isLast = after.all === 0 || (before.supervisors > 0 && after.supervisors === 0);
          if (changed.ok && isLast) {
            changed = err(appError('operator.last-one'));
          }
          if (!changed.ok) {
            throw new NotChanged();
          }
        });
      } catch (thrown) {
        if (!(thrown instanceof NotChanged)) {
          throw thrown;
        }
      }
      const result = changed as Result<Operator> | null;
      if (result?.ok) {
        this.#copyBeside(database);
      }
      return result ?? err(notKept('unavailable'));
    });
  }

  #copyBeside(database: DatabaseSync): void {
    try {
      copyPeople(database, peopleFiles(this.#options.folder).copy);
    } catch {
      // The change is made; a full disk has no room for a second one.
    }
  }

  #use<T>(work: (database: DatabaseSync) => Result<T>): Result<T> {
    const state = this.readState();
    const database = this.#database;
    if (state.kind !== 'kept' || database === null) {
      return err(notKept(state.kind === 'lost' ? state.reason : 'none'));
    }
    try {
      return work(database);
    } catch (thrown) {
      if (!saysDamaged(thrown)) {
        return err(notKept(troubleOf(thrown)));
      }
      this.close();
      putDamagedAside(this.#place);
      return err(notKept('damaged'));
    }
  }
}

/** Takes the transaction back without being a fault. */
class NotChanged extends Error {}
