import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import type { RoleName } from '../../shared/domain/roles.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { inTransaction, type Migrations, openDatabase, troubleOf } from '../database/open-database.ts';
import type { PeopleKeys } from './people-keys.ts';
import { leftOf, type Steady, triesLeft, waitAfterWrong } from './waiting.ts';

export type Role = RoleName;

export interface Operator {
  readonly name: string;
  readonly role: Role;
}

export interface NewOperator extends Operator {
  readonly pin: string;
  /** What the operator's card reads as; null for one without. */
  readonly card: string | null;
}

/** Who works at this station, proven by a PIN. Cards choose, they never prove. */
export interface People {
  list(): Result<readonly Operator[]>;
  /** Errors: `operator.pin-too-short`, `operator.name-taken`, `operator.not-kept`. */
  add(operator: NewOperator): Promise<Result<Operator>>;
  /** Errors: `operator.unknown`, `operator.not-kept`. */
  remove(name: string): Result<Operator>;
  /**
   * Each try is counted on the disk before it is looked at: no kill makes one free.
   * Errors: `operator.unknown`; `operator.pin-wrong` with `left` tries; `operator.wait` with `waitMs`; `operator.not-kept`.
   */
  prove(name: string, pin: string): Promise<Result<Operator>>;
  /** Whom a card chooses; null for a card that is nobody's here. */
  chosenBy(card: string): Operator | null;
  close(): void;
}

export interface PeopleOptions {
  readonly folder: string;
  readonly keys: PeopleKeys;
  readonly clock: () => number;
  readonly steady: () => Steady;
  /** What a guess costs; a weaker one is for tests. */
  readonly cost?: ScryptOptions;
}

export const peopleMigrations: Migrations = [
  `CREATE TABLE operator (
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
  ) STRICT;`,
];

const scryptAsync = promisify<Uint8Array, Uint8Array, number, ScryptOptions, Buffer>(scrypt);
/** 32 MB and about a tenth of a second for each guess. */
const usualCost: ScryptOptions = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

/** Six to twelve digits, not all the same and not in a row, up or down. */
export function isGoodPin(pin: string): boolean {
  const rows = '01234567890 09876543210';
  return /^[0-9]{6,12}$/.test(pin) && !/^(.)\1*$/.test(pin) && !rows.includes(pin);
}

interface Row {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
  readonly salt: Uint8Array;
  readonly pin: Uint8Array;
  readonly wrong: number;
  readonly wait_ms: number;
  readonly wait_boot: string;
  readonly wait_at_ms: number;
}

/** Opens the station's list of operators. Errors: `operator.not-kept`. */
export function openPeople(options: PeopleOptions): Result<People> {
  const opened = openDatabase({
    file: path.join(options.folder, 'people.sqlite'),
    migrations: peopleMigrations,
    clock: options.clock,
  });
  return opened.ok
    ? ok(new FilePeople(opened.value.database, options))
    : err(appError('operator.not-kept', { reason: opened.error }));
}

class FilePeople implements People {
  readonly #database: DatabaseSync;
  readonly #options: PeopleOptions;

  constructor(database: DatabaseSync, options: PeopleOptions) {
    this.#database = database;
    this.#options = options;
  }

  list(): Result<readonly Operator[]> {
    return this.#attempt(() => {
      const rows = this.#database.prepare('SELECT name, role FROM operator ORDER BY name').all();
      return ok(rows.map(({ name, role }) => ({ name: name as string, role: role as Role })));
    });
  }

  async add({ name, role, pin, card }: NewOperator): Promise<Result<Operator>> {
    if (!isGoodPin(pin)) {
      return err(appError('operator.pin-too-short'));
    }
    const salt = randomBytes(16);
    const hash = await this.#hash(pin, salt);
    const cardKey = card === null ? null : this.#options.keys.cardKeyOf(card);
    return this.#attempt(() => {
      const isTaken = this.#find(name) !== null;
      if (isTaken) {
        return err(appError('operator.name-taken'));
      }
      this.#database
        .prepare('INSERT INTO operator (name, role, salt, pin, card_key) VALUES (?, ?, ?, ?, ?)')
        .run(name, role, salt, hash, cardKey);
      return ok({ name, role });
    });
  }

  remove(name: string): Result<Operator> {
    return this.#attempt(() => {
      const row = this.#find(name);
      if (row === null) {
        return err(appError('operator.unknown'));
      }
      this.#database.prepare('DELETE FROM operator WHERE id = ?').run(row.id);
      return ok({ name: row.name, role: row.role });
    });
  }

  async prove(name: string, pin: string): Promise<Result<Operator>> {
    const counted = this.#countTry(name);
    if (!counted.ok) {
      return counted;
    }
    const { row, wrong } = counted.value;
    const isRight = timingSafeEqual(await this.#hash(pin, row.salt), row.pin);
    if (!isRight) {
      return err(appError('operator.pin-wrong', { left: triesLeft(wrong), waitMs: waitAfterWrong(wrong) }));
    }
    return this.#attempt(() => {
      this.#database.prepare('UPDATE operator SET wrong = 0, wait_ms = 0 WHERE id = ?').run(row.id);
      return ok({ name: row.name, role: row.role });
    });
  }

  chosenBy(card: string): Operator | null {
    const found = this.#attempt(() => {
      const key = this.#options.keys.cardKeyOf(card);
      const row = this.#database.prepare('SELECT name, role FROM operator WHERE card_key = ?').get(key);
      return ok(row === undefined ? null : { name: row.name as string, role: row.role as Role });
    });
    return found.ok ? found.value : null;
  }

  close(): void {
    if (this.#database.isOpen) {
      this.#database.close();
    }
  }

  /** As if it were wrong, on the disk, before it is looked at; a right one takes it back. */
  #countTry(name: string): Result<{ row: Row; wrong: number }> {
    return this.#attempt(() =>
      inTransaction(this.#database, (): Result<{ row: Row; wrong: number }> => {
        const row = this.#find(name);
        if (row === null) {
          return err(appError('operator.unknown'));
        }
        const now = this.#options.steady();
        const since = { boot: row.wait_boot, ms: row.wait_at_ms };
        const leftMs = leftOf({ leftMs: row.wait_ms, since }, now);
        const wrong = leftMs > 0 ? row.wrong : row.wrong + 1;
        this.#database
          .prepare('UPDATE operator SET wrong = ?, wait_ms = ?, wait_boot = ?, wait_at_ms = ? WHERE id = ?')
          .run(wrong, leftMs > 0 ? leftMs : waitAfterWrong(wrong), now.boot, now.ms, row.id);
        return leftMs > 0 ? err(appError('operator.wait', { waitMs: leftMs, ours: true })) : ok({ row, wrong });
      }),
    );
  }

  #find(name: string): Row | null {
    return (this.#database.prepare('SELECT * FROM operator WHERE name = ?').get(name) as unknown as Row) ?? null;
  }

  #hash(pin: string, salt: Uint8Array): Promise<Uint8Array> {
    return scryptAsync(this.#options.keys.pepper(pin), salt, 32, this.#options.cost ?? usualCost);
  }

  #attempt<T>(work: () => Result<T>): Result<T> {
    try {
      return work();
    } catch (thrown) {
      return err(appError('operator.not-kept', { reason: troubleOf(thrown) }));
    }
  }
}
