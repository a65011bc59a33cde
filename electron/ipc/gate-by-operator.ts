import { callPermissions, freeCalls } from '../../shared/contract/call-permissions.ts';
import type { Contract } from '../../shared/contract/contract.ts';
import type { CallName } from '../../shared/contract/live.ts';
import type { Permission } from '../../shared/domain/roles.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import type { ActionScope, Grant } from '../services/action-scope.ts';
import type { Operators } from '../services/operators.ts';
import { goesOnWith, whatIsAbout, whatWasAbout } from './continuations.ts';
import type { Handlers } from './register-calls.ts';

/** A report is looked at, printed and saved within this; the next customer's, or the next day's, wants its own word. */
const goesOnForMs = 5 * 60_000;

/** What a locked station still answers: what it is, how it is, and how it is unlocked. */
const openWhileLocked = /^(station|operators)\//;

type AnyHandler = (input: never) => Result<unknown> | Promise<Result<unknown>>;

interface Asked {
  readonly call: CallName;
  /** The customer whom it is for; null for what is about none. */
  readonly session: unknown;
  readonly about: unknown;
  /** Another operator, or the same one after a lock, goes on with nothing. */
  readonly turn: unknown;
}

/** What a supervisor allowed last: what only goes on with it needs no second word. */
interface Allowed extends Asked {
  readonly approver: string | null;
  readonly untilMs: number;
}

const sessionIn = (input: unknown): unknown =>
  typeof input === 'object' && input !== null && 'session' in input ? input.session : null;

/** What comes through the contract's schema has its keys in the schema's order. */
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const goesOn = (before: Asked, now: Asked): boolean =>
  goesOnWith(before.call, now.call) &&
  before.turn === now.turn &&
  isSame([before.session, before.about], [now.session, now.about]);

/**
 * The lock is main's, not the page's: a locked station answers nothing else, whoever asks. What a role does not allow
 * passes on a supervisor's word, once, and carries the name into the journal. A call that no table names is nobody's.
 */
export function gateByOperator<C extends Contract>(
  handlers: Handlers<C>,
  operators: Pick<Operators, 'watchman' | 'may' | 'spend'>,
  scope: Pick<ActionScope, 'run'>,
  /** Milliseconds that never go back. */
  monotonic: () => number,
): Handlers<C> {
  let allowed: Allowed | null = null;

  /** The word that lets it pass, or `own` for what the role allows. */
  function enter(call: CallName, permission: Permission, input: unknown): Result<Allowed | 'own'> {
    if (operators.may(permission).ok) {
      return ok('own');
    }
    const asked = { call, session: sessionIn(input), about: whatIsAbout(call, input), turn: operators.watchman };
    if (allowed !== null && goesOn(allowed, asked) && monotonic() < allowed.untilMs) {
      allowed = { ...allowed, ...asked };
      return ok(allowed);
    }
    const given = operators.spend(permission);
    if (!given.ok) {
      return given;
    }
    allowed = { ...asked, approver: given.value.approver, untilMs: monotonic() + goesOnForMs };
    return ok(allowed);
  }

  async function pass(call: CallName, permission: Permission, handler: AnyHandler, input: never) {
    const word = enter(call, permission, input);
    if (!word.ok) {
      return word;
    }
    const grant: Grant = { approver: word.value === 'own' ? null : word.value.approver };
    const answer = await scope.run(grant, () => handler(input));
    if (answer.ok && allowed !== null && allowed === word.value) {
      allowed = { ...allowed, about: whatWasAbout(call, answer.value, allowed.about) };
    }
    return answer;
  }

  const gated = Object.entries(handlers as Readonly<Record<string, AnyHandler>>).map(([channel, handler]) => [
    channel,
    (input: never) => {
      const call = channel as CallName;
      if (operators.watchman.kind === 'locked' && !openWhileLocked.test(call)) {
        return err(appError('operator.locked'));
      }
      const permission = callPermissions[call];
      if (permission !== undefined) {
        return pass(call, permission, handler, input);
      }
      if (!(call in freeCalls)) {
        throw new Error(`nobody said who may call ${call}`);
      }
      return handler(input);
    },
  ]);
  return Object.fromEntries(gated) as Handlers<C>;
}
