import type { OperatorsView, operatorsCalls } from '../../shared/contract/operators.ts';
import { ok } from '../../shared/errors/result.ts';
import type { Operators } from '../services/operators.ts';
import type { Handlers } from './register-calls.ts';

const lockAfterMs = 15 * 60_000;

export function presentOperators(operators: Operators): OperatorsView {
  const { listState, watchman, shift } = operators;
  return { list: listState, people: [...operators.list()], watchman, shift, lockAfterMs };
}

/** What the lock asks of main. The PIN goes in and never comes out. */
export function createOperatorsHandlers(operators: Operators): Handlers<typeof operatorsCalls> {
  return {
    'operators/read': () => {
      operators.look();
      return ok(presentOperators(operators));
    },
    'operators/unlock': async ({ name, pin }) => {
      const unlocked = await operators.unlock(name, pin);
      return unlocked.ok ? ok(presentOperators(operators)) : unlocked;
    },
    'operators/lock': ({ because }) => {
      operators.lock(because);
      return ok(presentOperators(operators));
    },
    'operators/allow-once': async ({ permission, name, pin }) => {
      const allowed = await operators.allowOnce(permission, name, pin);
      return allowed.ok ? ok(presentOperators(operators)) : allowed;
    },
  };
}
