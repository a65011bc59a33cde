import type { Reading } from '../../shared/domain/reading.ts';
import { allowableBy, type Permission, type RoleTable } from '../../shared/domain/roles.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { outcomeOf } from '../journal/entry.ts';
import type { Journal } from '../journal/journal.ts';
import { readShift } from '../journal/reports.ts';
import type { Operator, People, PeopleState, Role } from '../people/people.ts';
import type { Grant } from './action-scope.ts';
import type { StationActor } from './station-actor.ts';

export type LockReason = 'start' | 'idle' | 'key';

/** Who is at the station. `none`: nobody was ever entered, and there is no lock. A lost list leaves it locked. */
export type Watchman =
  | { readonly kind: 'none' }
  | { readonly kind: 'locked'; readonly at: number; readonly because: LockReason; readonly last: Operator | null }
  | { readonly kind: 'unlocked'; readonly operator: Operator };

export interface Operators {
  readonly watchman: Watchman;
  /** Since when and by whom the station was opened after the last close of a day; handing over and a restart keep it. */
  readonly shift: { readonly since: number; readonly by: string } | null;
  list(): readonly Operator[];
  /** Whether the list of operators can be read; where it was lost nobody unlocks. */
  readonly listState: PeopleState;
  /** Looks whether a list was begun, lost or put back meanwhile, by a command; told by `onChanged`. */
  look(): void;
  /** Errors: `operator.*`. */
  unlock(name: string, pin: string): Promise<Result<void>>;
  lock(because: LockReason): void;
  /** Somebody touched a key, the screen or a reader: an idle station locks itself. */
  touch(): void;
  /** For how many milliseconds nobody touched anything. */
  idleMs(): number;
  /** The day was closed: whoever is here begins the next shift. */
  beginShift(): void;
  /** The list was changed here: whoever is in and is no longer on it goes, and a role counts at once. */
  refresh(): void;
  /** A supervisor lets the next action of that kind pass. Errors: `operator.*`. */
  allowOnce(permission: Permission, name: string, pin: string): Promise<Result<void>>;
  /** A supervisor is asked for on the screen: meanwhile an operator's card chooses. No longer: no word is left over. */
  awaitSupervisor(isAwaited: boolean): void;
  /** Whether whoever is here may. Errors: `operator.locked`, `operator.not-permitted`. */
  may(permission: Permission): Result<null>;
  /** Uses up what a supervisor allowed, and says who. Errors: `operator.not-permitted`. */
  spend(permission: Permission): Result<Grant>;
  /** What the role of whoever is here allows; null where there is no lock, and everybody may everything. */
  allowed(): readonly Permission[] | null;
  /** What somebody of that role may allow others. */
  allowableBy(role: Role): readonly Permission[];
  /** While locked a scan does nothing but choose, if it is an operator's card. */
  noticeScan(reading: Reading): void;
  /** Takes the card of an operator while one is asked for on the screen; any other scan is a customer's. */
  takeCard(reading: Reading): boolean;
}

export interface OperatorsOptions {
  readonly people: People | null;
  readonly table: RoleTable;
  readonly journal: Journal;
  readonly actor: StationActor;
  readonly clock: () => number;
  /** Milliseconds that never go back. */
  readonly monotonic: () => number;
  /** Milliseconds of a clock that nobody sets and that goes on while the machine sleeps. */
  readonly steadyMs: () => number;
  readonly onChanged: () => void;
  readonly onChosen: (name: string) => void;
}

/** Locked after this long without a touch, a key or a scan. */
export const lockAfterMs = 15 * 60_000;

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
  const { people, table, journal, actor, clock, monotonic, steadyMs } = options;
  let listState: PeopleState = { kind: 'none' };
  let watchman: Watchman = { kind: 'none' };
  const list = (): readonly Operator[] => {
    const listed = people?.list();
    return listed?.ok ? listed.value : [];
  };
  let shift: Operators['shift'] = null;
  let isSupervisorAwaited = false;
  let timesCalledOff = 0;
  let touchedMs = steadyMs();
  let allowance: { permission: Permission; approver: string; until: number } | null = null;

  const note = (operation: string, error: string | null = null, approver: string | null = null): void =>
    journal.note({ ...actor.read(), approver, operation, subject: null, wallet: null }, outcomeOf(error));

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

  /** Whom an operator's card chooses; null for any other reading. */
  function chosenBy(reading: Reading): Operator | null {
    const card = cardTextOf(reading);
    return card === null ? null : (people?.chosenBy(card) ?? null);
  }

  function lock(because: LockReason): void {
    if (watchman.kind === 'unlocked') {
      note(because === 'idle' ? 'operator.lock-idle' : 'operator.lock');
      watchman = { kind: 'locked', at: clock(), because, last: watchman.operator };
      allowance = null;
      isSupervisorAwaited = false;
      actor.setOperator(null);
      options.onChanged();
    }
  }

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
      shift ??= journal.audit(({ database }) => readShift(database));
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
      if (steadyMs() - touchedMs >= lockAfterMs) {
        lock('idle');
      }
    },
    touch() {
      touchedMs = steadyMs();
    },
    idleMs: () => steadyMs() - touchedMs,
    beginShift() {
      shift = watchman.kind === 'unlocked' ? { since: clock(), by: watchman.operator.name } : null;
      options.onChanged();
    },
    refresh() {
      readList();
      if (watchman.kind === 'unlocked') {
        const { name } = watchman.operator;
        const operator = list().find((listed) => listed.name === name);
        if (operator === undefined) {
          lock('key');
          return;
        }
        watchman = { kind: 'unlocked', operator };
      }
      options.onChanged();
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
      touchedMs = steadyMs();
      shift ??= { since: clock(), by: proven.value.name };
      allowance = null;
      actor.setOperator(proven.value.name);
      note('operator.unlock');
      options.onChanged();
      return ok(undefined);
    },

    lock,

    async allowOnce(permission, name, pin) {
      const turn = watchman;
      const calledOffBefore = timesCalledOff;
      const proven = await prove(name, pin, 'operator.allow');
      if (!proven.ok) {
        return proven;
      }
      if (timesCalledOff !== calledOffBefore || watchman !== turn) {
        // Whoever asked has gone on meanwhile: nothing may be left that would let something else pass.
        return err(appError('operator.not-permitted', { permission }));
      }
      if (watchman.kind !== 'unlocked' || !allowableBy(proven.value.role, table).includes(permission)) {
        note('operator.allow', 'operator.not-permitted');
        return err(appError('operator.not-permitted', { permission }));
      }
      allowance = { permission, approver: proven.value.name, until: monotonic() + allowanceMs };
      isSupervisorAwaited = false;
      note('operator.allow', null, proven.value.name);
      return ok(undefined);
    },

    awaitSupervisor(isAwaited) {
      isSupervisorAwaited = isAwaited && watchman.kind === 'unlocked';
      if (!isAwaited) {
        timesCalledOff += 1;
        allowance = null;
      }
    },

    may(permission) {
      if (watchman.kind === 'locked') {
        return err(appError('operator.locked'));
      }
      return watchman.kind === 'none' || table[watchman.operator.role].includes(permission)
        ? ok(null)
        : err(appError('operator.not-permitted', { permission, sent: false }));
    },

    spend(permission) {
      const given = allowance;
      const holds = given !== null && given.permission === permission && monotonic() < given.until;
      if (holds) {
        allowance = null;
      }
      return holds
        ? ok({ approver: given.approver })
        : err(appError('operator.not-permitted', { permission, sent: false }));
    },

    allowed: () =>
      watchman.kind === 'unlocked' ? table[watchman.operator.role] : watchman.kind === 'none' ? null : [],
    allowableBy: (role) => allowableBy(role, table),

    noticeScan(reading) {
      const chosen = watchman.kind === 'locked' ? chosenBy(reading) : null;
      if (chosen !== null) {
        options.onChosen(chosen.name);
      }
    },

    takeCard(reading) {
      const chosen = isSupervisorAwaited ? chosenBy(reading) : null;
      if (chosen !== null) {
        options.onChosen(chosen.name);
      }
      return chosen !== null;
    },
  };
}
