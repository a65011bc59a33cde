import { callPermissions, continuedBy } from '../../shared/contract/call-permissions.ts';
import type { Contract } from '../../shared/contract/contract.ts';
import type { CallName } from '../../shared/contract/live.ts';
import type { Permission } from '../../shared/domain/roles.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import type { ActionScope, Grant } from '../services/action-scope.ts';
import type { Operators } from '../services/operators.ts';
import type { Handlers } from './register-calls.ts';

/** A report is looked at, printed and saved within this; the next customer's, or the next day's, wants its own word. */
const goesOnForMs = 5 * 60_000;

/** What a locked station still answers: what it is, how it is, and how it is unlocked. */
const openWhileLocked = /^(station|operators)\//;

type AnyHandler = (input: never) => Result<unknown> | Promise<Result<unknown>>;

/** What a supervisor allowed last: what only goes on with it needs no second word. */
interface Allowed {
  readonly call: CallName;
  /** The customer whom it was for; null for what is about none. */
  readonly session: unknown;
  readonly approver: string | null;
  /** Another operator, or the same one after a lock, goes on with nothing. */
  readonly turn: unknown;
  readonly untilMs: number;
}

const sessionIn = (input: unknown): unknown =>
  typeof input === 'object' && input !== null && 'session' in input ? input.session : null;

/**
 * The lock is main's, not the page's: a locked station answers nothing else, whoever asks. What a role does not allow
 * passes on a supervisor's word, once, and carries the name into the journal.
 */
export function gateByOperator<C extends Contract>(
  handlers: Handlers<C>,
  operators: Pick<Operators, 'watchman' | 'may' | 'spend'>,
  scope: Pick<ActionScope, 'run'>,
  /** Milliseconds that never go back. */
  monotonic: () => number,
): Handlers<C> {
  let allowed: Allowed | null = null;

  function enter(call: CallName, permission: Permission, input: unknown): Result<Grant> {
    const own = operators.may(permission);
    if (own.ok) {
      return ok({ approver: null });
    }
    const [session, turn] = [sessionIn(input), operators.watchman];
    const goesOn =
      allowed !== null &&
      allowed.turn === turn &&
      allowed.session === session &&
      monotonic() < allowed.untilMs &&
      (continuedBy[allowed.call] ?? []).includes(call);
    if (goesOn) {
      return ok({ approver: allowed?.approver ?? null });
    }
    const given = operators.spend(permission);
    if (given.ok) {
      allowed = { call, session, turn, approver: given.value.approver, untilMs: monotonic() + goesOnForMs };
    }
    return given;
  }

  const gated = Object.entries(handlers as Readonly<Record<string, AnyHandler>>).map(([channel, handler]) => [
    channel,
    (input: never) => {
      if (operators.watchman.kind === 'locked' && !openWhileLocked.test(channel)) {
        return err(appError('operator.locked'));
      }
      const permission = callPermissions[channel as CallName];
      if (permission === undefined) {
        return handler(input);
      }
      const grant = enter(channel as CallName, permission, input);
      return grant.ok ? scope.run(grant.value, () => handler(input)) : grant;
    },
  ]);
  return Object.fromEntries(gated) as Handlers<C>;
}
