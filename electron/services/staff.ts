import { maskNumber } from '../../shared/domain/mask.ts';
import type { Reading } from '../../shared/domain/reading.ts';
import type { RoleName } from '../../shared/domain/roles.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { outcomeOf } from '../journal/entry.ts';
import type { Journal } from '../journal/journal.ts';
import type { ListedOperator, Operator, OperatorChange, People } from '../people/people.ts';
import { cardTextOf, type Operators } from './operators.ts';
import type { StationActor } from './station-actor.ts';

/** What becomes of an operator's card: the one just read, none, or as it was. */
export type CardChoice = 'read' | 'none' | 'keep';

export interface StaffEntry {
  readonly name: string;
  readonly role: RoleName;
  readonly pin: string;
  readonly card: CardChoice;
}

export interface StaffChange {
  readonly role?: RoleName | undefined;
  readonly pin?: string | undefined;
  readonly card?: CardChoice | undefined;
  readonly isDisabled?: boolean | undefined;
}

/** The list of operators, for whoever looks after it on the screen. A card's number never leaves main. */
export interface Staff {
  /** Errors: `operator.not-kept`. */
  list(): Result<readonly ListedOperator[]>;
  /** Errors: `operator.*`. */
  add(entry: StaffEntry): Promise<Result<Operator>>;
  change(name: string, change: StaffChange): Promise<Result<Operator>>;
  remove(name: string): Result<Operator>;
  /** The next reading is an operator's card, until one came or nobody waits any more. */
  awaitCard(isAwaited: boolean): void;
  take(reading: Reading): boolean;
}

export function createStaff(options: {
  readonly people: People;
  readonly operators: Pick<Operators, 'refresh' | 'watchman'>;
  readonly journal: Journal;
  readonly actor: StationActor;
  readonly onCardRead: (card: { readonly masked: string } | null) => void;
}): Staff {
  const { people, operators, journal, actor } = options;
  let isAwaited = false;
  let read: string | null = null;

  /** Errors: `session.closed` where no card was read. */
  function cardOf(choice: CardChoice | undefined): Result<{ card?: string | null }> {
    if (choice === undefined || choice === 'keep') {
      return ok({});
    }
    if (choice === 'none') {
      return ok({ card: null });
    }
    return read === null ? err(appError('session.closed')) : ok({ card: read });
  }

  function done(action: 'add' | 'change' | 'remove', name: string, result: Result<Operator>): Result<Operator> {
    const outcome = outcomeOf(result.ok ? null : result.error.code);
    const subject = journal.subjectOf('operator', name);
    journal.note({ ...actor.read(), operation: `operator.${action}`, subject, wallet: null }, outcome);
    if (result.ok) {
      read = null;
      operators.refresh();
    }
    return result;
  }

  return {
    list: () => people.listAll(),
    async add({ name, role, pin, card }) {
      const chosen = cardOf(card);
      if (!chosen.ok) {
        return chosen;
      }
      // A station's first operator looks after the others.
      const isFirst = people.readState().kind === 'none';
      const added =
        isFirst && role !== 'supervisor'
          ? err(appError('operator.supervisor-first'))
          : await people.add({ name: name.trim(), role, pin, card: chosen.value.card ?? null });
      return done('add', name, added);
    },
    async change(name, { card, ...wanted }) {
      const chosen = cardOf(card);
      if (!chosen.ok) {
        return chosen;
      }
      const set = Object.entries({ ...wanted, ...chosen.value }).filter(([, value]) => value !== undefined);
      return done('change', name, await people.change(name, Object.fromEntries(set) as OperatorChange));
    },
    remove: (name) => done('remove', name, people.remove(name)),
    awaitCard(wanted) {
      isAwaited = wanted;
      if (!wanted) {
        read = null;
      }
    },
    take(reading) {
      const text = cardTextOf(reading);
      if (!isAwaited || operators.watchman.kind === 'locked') {
        return false;
      }
      isAwaited = false;
      read = text;
      options.onCardRead(text === null ? null : { masked: maskNumber(text) });
      return true;
    },
  };
}
