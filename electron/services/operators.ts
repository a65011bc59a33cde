import type { Reading } from '../../shared/domain/reading.ts';
import type { Permission, RoleTable } from '../../shared/domain/roles.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { plainDone } from '../journal/entry.ts';
import type { Journal } from '../journal/journal.ts';
import type { Operator, People, PeopleState, Role } from '../people/people.ts';
import type { StationActor } from './station-actor.ts';

export type LockReason = 'start' | 'idle' | 'key';

/** Who is at the station. `none`: nobody was ever entered, and there is no lock. A lost list leaves it locked. */
export type Watchman =
  | { readonly kind: 'none' }
  | { readonly kind: 'locked'; readonly at: number; readonly because: LockReason; readonly last: Operator | null }
  | { readonly kind: 'unlocked'; readonly operator: Operator };

export interface Operators {
  readonly watchman: Watchman;
  /** Since when and by whom the station was opened first; handing over keeps it. */
  readonly shift: { readonly since: number; readonly by: string } | null;
  list(): readonly Operator[];
  /** Whether the list of operators can be read; where it was lost nobody unlocks. */
  readonly listState: PeopleState;
  /** Looks whether a list was begun, lost or put back meanwhile, by a command; told by `onChanged`. */
  look(): void;
  /** Errors: `operator.*`. */
  unlock(name: string, pin: string): Promise<Result<void>>;
  lock(because: LockReason): void;
  /** A supervisor lets the next action of that kind pass. Errors: `operator.*`. */
  allowOnce(permission: Permission, name: string, pin: string): Promise<Result<void>>;
  /** Whether it may be done now, and who allowed it where the role does not. Errors: `operator.locked`, `operator.not-permitted`. */
  take(permission: Permission): Result<{ approver: string | null }>;
  /** While locked a scan does nothing but choose, if it is an operator's card. */
  noticeScan(reading: Reading): void;
}

export interface OperatorsOptions {
  readonly people: People | null;
  readonly table: RoleTable;
  readonly journal: Journal;
  readonly actor: StationActor;
  readonly clock: () => number;
  /** Milliseconds that never go back. */
  readonly monotonic: () => number;
  readonly onChanged: () => void;
  readonly onChosen: (name: string) => void;
}

/** A supervisor's word holds for the next action, and no longer than this. */
const allowanceMs = 60_000;

/** Text by which a reader tells an operator's card. */
export function cardTextOf({ content }: Reading): string | null {
  switch (content.kind) {
    case 'card':
    case 'stripe':
      return content.number;
    case 'text':
      return content.text;
    case 'uid':
      return content.uid;
    case 'unreadable':
      return null;
  }
}

export function createOperators(options: OperatorsOptions): Operators {
  const { people, table, journal, actor, clock, monotonic } = options;
  let listState: PeopleState = { kind: 'none' };
  let watchman: Watchman = { kind: 'none' };
  const list = (): readonly Operator[] => {
    const listed = people?.list();
    return listed?.ok ? listed.value : [];
  };
  let shift: Operators['shift'] = null;
  let allowance: { permission: Permission; approver: string; until: number } | null = null;

  const note = (operation: string, error: string | null = null, approver: string | null = null): void =>
    journal.note(
      { ...actor.read(), approver, operation, subject: null, wallet: null },
      error === null ? plainDone : { ...plainDone, outcome: 'refused', error },
    );

  async function prove(name: string, pin: string, operation: string): Promise<Result<Operator>> {
    if (people === null) {
      return err(appError('operator.not-kept', { reason: 'unavailable' }));
    }
    const proven = await people.prove(name, pin);
    if (!proven.ok) {
      note(operation, proven.error.code);
      if (readList()) {
        options.onChanged();
      }
    }
    return proven;
  }

  const may = (role: Role, permission: Permission): boolean => table[role].includes(permission);

  /** Answers whether something is other than it was. A station that has operators is locked until one unlocks it. */
  function readList(): boolean {
    const before = JSON.stringify(listState);
    listState = people?.readState() ?? { kind: 'none' };
    const isOther = JSON.stringify(listState) !== before;
    if (isOther && listState.kind === 'lost') {
      note('operator.list-lost', 'operator.not-kept');
    }
    if (listState.kind !== 'none' && watchman.kind === 'none') {
      watchman = { kind: 'locked', at: clock(), because: 'start', last: null };
    }
    return isOther;
  }
  readList();

  return {
    get listState() {
      return listState;
    },
    look() {
      if (readList()) {
        options.onChanged();
      }
    },
    get watchman() {
      return watchman;
    },
    get shift() {
      return shift;
    },
    list,

    async unlock(name, pin) {
      const proven = await prove(name, pin, 'operator.unlock');
      if (!proven.ok) {
        return proven;
      }
      watchman = { kind: 'unlocked', operator: proven.value };
      shift ??= { since: clock(), by: proven.value.name };
      allowance = null;
      actor.setOperator(proven.value.name);
      note('operator.unlock');
      options.onChanged();
      return ok(undefined);
    },

    lock(because) {
      if (watchman.kind !== 'unlocked') {
        return;
      }
      note('operator.lock');
      watchman = { kind: 'locked', at: clock(), because, last: watchman.operator };
      allowance = null;
      actor.setOperator(null);
      options.onChanged();
    },

    async allowOnce(permission, name, pin) {
      const proven = await prove(name, pin, 'operator.allow');
      if (!proven.ok) {
        return proven;
      }
      if (!may(proven.value.role, 'override') || !may(proven.value.role, permission)) {
        note('operator.allow', 'operator.not-permitted');
        return err(appError('operator.not-permitted', { permission }));
      }
      allowance = { permission, approver: proven.value.name, until: monotonic() + allowanceMs };
      note('operator.allow', null, proven.value.name);
      return ok(undefined);
    },

    take(permission) {
      if (watchman.kind === 'none') {
        return ok({ approver: null });
      }
      if (watchman.kind === 'locked') {
        return err(appError('operator.locked'));
      }
      if (may(watchman.operator.role, permission)) {
        return ok({ approver: null });
      }
      const given = allowance;
      allowance = null;
      return given !== null && given.permission === permission && monotonic() < given.until
        ? ok({ approver: given.approver })
        : err(appError('operator.not-permitted', { permission, sent: false }));
    },

    noticeScan(reading) {
      const card = cardTextOf(reading);
      const chosen = watchman.kind === 'locked' && card !== null ? (people?.chosenBy(card) ?? null) : null;
      if (chosen !== null) {
        options.onChosen(chosen.name);
      }
    },
  };
}
