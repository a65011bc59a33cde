import type { ScryptOptions } from 'node:crypto';
import type { RoleName } from '../../shared/domain/roles.ts';
import type { Result } from '../../shared/errors/result.ts';
import { FilePeople } from './file-people.ts';
import type { LostList } from './people-file.ts';
import type { PeopleKeys } from './people-keys.ts';
import type { Steady } from './waiting.ts';

export type { LostReason } from './people-file.ts';

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

/** An operator as whoever looks after the list sees them. */
export interface ListedOperator extends Operator {
  /** Stays on the list, so that the journal's names keep their meaning, and unlocks nothing. */
  readonly isDisabled: boolean;
  readonly hasCard: boolean;
  /** Waits after wrong PINs, for so many milliseconds. */
  readonly waitMs: number;
}

/** What is changed of an operator; absent for what stays. A new PIN ends a wait. */
export interface OperatorChange {
  readonly role?: Role;
  readonly pin?: string;
  readonly card?: string | null;
  readonly isDisabled?: boolean;
}

export type PeopleState =
  /** Nobody was ever entered: such a station has no lock. */
  { readonly kind: 'none' } | { readonly kind: 'kept' } | LostList;

/** Who works at this station, proven by a PIN. Cards choose, they never prove. */
export interface People {
  /** Looks at the disk anew, unless the list is open. */
  readState(): PeopleState;
  /** Who may unlock. Errors: `operator.not-kept`. */
  list(): Result<readonly Operator[]>;
  /** Everybody, with who was disabled. Errors: `operator.not-kept`. */
  listAll(): Result<readonly ListedOperator[]>;
  /**
   * `newList` begins another list in the place of one that was lost; its first operator is a supervisor.
   * Errors: `operator.pin-too-short`, `operator.name-taken`, `operator.card-taken`, `operator.supervisor-first`,
   * `operator.not-kept`.
   */
  add(operator: NewOperator, options?: { readonly newList: boolean }): Promise<Result<Operator>>;
  /** Errors: `operator.unknown`, `operator.pin-too-short`, `operator.card-taken`, `operator.last-one`, `operator.not-kept`. */
  change(name: string, change: OperatorChange): Promise<Result<Operator>>;
  /** Errors: `operator.unknown`, `operator.last-one`, `operator.not-kept`. */
  remove(name: string): Result<Operator>;
  /**
   * Each try is counted on the disk before it is looked at: no kill makes one free.
   * Errors: `operator.unknown`; `operator.pin-wrong` with `left` tries; `operator.wait` with `waitMs`; `operator.not-kept`.
   */
  prove(name: string, pin: string): Promise<Result<Operator>>;
  /** Whom a card chooses; null for a card that is nobody's here. */
  chosenBy(card: string): Operator | null;
  /** Errors: `operator.not-kept`. */
  backUp(file: string): Result<null>;
  /** Takes a backup, or the copy beside the list for null, in the place of a list that was lost. Errors: `operator.*`. */
  restore(file: string | null): Result<readonly Operator[]>;
  close(): void;
}

export interface PeopleOptions {
  readonly folder: string;
  /** Asked again while there are none. */
  readonly readKeys: () => PeopleKeys | null;
  readonly clock: () => number;
  readonly steady: () => Steady;
  /** What a guess costs; a weaker one is for tests. */
  readonly cost?: ScryptOptions;
}

/** The station's list of operators. Whatever is in its way is a state of it: such a station stays locked. */
export function openPeople(options: PeopleOptions): People {
  return new FilePeople(options);
}
