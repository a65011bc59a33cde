import type { Contract } from '../../shared/contract/contract.ts';
import type { Permission } from '../../shared/domain/roles.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { err, type Result } from '../../shared/errors/result.ts';
import type { Operators } from '../services/operators.ts';
import type { Handlers } from './register-calls.ts';

/** What a locked station still answers: what it is, how it is, and how it is unlocked. */
const openWhileLocked = /^(station|operators)\//;

/** Calls that change the station itself. */
const needed: Readonly<Record<string, Permission>> = {
  'devices/use-printer': 'devices',
  'devices/keep-learnt': 'devices',
};

type AnyHandler = (input: never) => Result<unknown> | Promise<Result<unknown>>;

/** The lock is main's, not the page's: a locked station answers nothing else, whoever asks. */
export function gateByOperator<C extends Contract>(
  handlers: Handlers<C>,
  operators: Pick<Operators, 'watchman' | 'take'>,
): Handlers<C> {
  const gated = Object.entries(handlers as Readonly<Record<string, AnyHandler>>).map(([channel, handler]) => [
    channel,
    (input: never) => {
      if (operators.watchman.kind === 'locked' && !openWhileLocked.test(channel)) {
        return err(appError('operator.locked'));
      }
      const permission = needed[channel];
      const taken = permission === undefined ? null : operators.take(permission);
      return taken !== null && !taken.ok ? taken : handler(input);
    },
  ]);
  return Object.fromEntries(gated) as Handlers<C>;
}
