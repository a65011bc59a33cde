import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { outcomeOf } from '../journal/entry.ts';
import type { Journal } from '../journal/journal.ts';
import type { People } from '../people/people.ts';
import type { StationActor } from './station-actor.ts';

/** Exit status of a till that a technician left: a service does not start it again. */
export const leftByTechnicianStatus = 10;

export interface KioskExitOptions {
  readonly people: Pick<People, 'list' | 'prove'>;
  readonly journal: Pick<Journal, 'note'>;
  readonly actor: StationActor;
  /** Ends the session of whoever stands there. */
  readonly endSession: () => void;
  /** Keeps scans from acting; answers with what lets them act again. */
  readonly holdScans: () => () => void;
  readonly leave: () => void;
}

/** A technician's way out of a kiosk: proven by a PIN, counted and slowed down as at a desk's lock. */
export interface KioskExit {
  /** From now on no scan acts. Answers with the names of the technicians. */
  begin(): readonly string[];
  cancel(): void;
  /** Errors: `operator.locked` where nobody began; `operator.not-permitted` for any other role; `operator.*`. */
  prove(name: string, pin: string): Promise<Result<null>>;
  /** Errors: `operator.locked` unless a technician was proven since the beginning. */
  leave(): Result<null>;
}

type State =
  | { readonly kind: 'closed' }
  | { readonly kind: 'asked'; readonly letScansAct: () => void }
  | { readonly kind: 'proven'; readonly letScansAct: () => void };

export function createKioskExit(options: KioskExitOptions): KioskExit {
  const { people, journal, actor } = options;
  let state: State = { kind: 'closed' };

  const note = (operation: string, error: string | null = null): void =>
    journal.note({ ...actor.read(), approver: null, operation, subject: null, wallet: null }, outcomeOf(error));

  const technicians = (): readonly string[] => {
    const listed = people.list();
    return listed.ok ? listed.value.filter(({ role }) => role === 'technician').map(({ name }) => name) : [];
  };

  return {
    begin() {
      if (state.kind === 'closed') {
        options.endSession();
        state = { kind: 'asked', letScansAct: options.holdScans() };
      }
      return technicians();
    },

    cancel() {
      if (state.kind !== 'closed') {
        state.letScansAct();
        state = { kind: 'closed' };
        actor.setOperator(null);
      }
    },

    async prove(name, pin) {
      const asked = state;
      if (asked.kind !== 'asked') {
        return err(appError('operator.locked'));
      }
      // A PIN of somebody who may not leave is not even looked at: a kiosk is no place to guess a cashier's.
      const proven = technicians().includes(name)
        ? await people.prove(name, pin)
        : err(appError('operator.not-permitted', { sent: false }));
      if (!proven.ok) {
        note('kiosk.exit', proven.error.code);
        return proven;
      }
      if (state !== asked) {
        return err(appError('operator.locked'));
      }
      state = { kind: 'proven', letScansAct: asked.letScansAct };
      actor.setOperator(name);
      note('kiosk.exit');
      return ok(null);
    },

    leave() {
      if (state.kind !== 'proven') {
        return err(appError('operator.locked'));
      }
      note('kiosk.leave');
      options.leave();
      return ok(null);
    },
  };
}
