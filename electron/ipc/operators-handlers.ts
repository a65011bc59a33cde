import type { OperatorsView, operatorsCalls } from '../../shared/contract/operators.ts';
import { ok } from '../../shared/errors/result.ts';
import { lockAfterMs, type Operators } from '../services/operators.ts';
import type { Handlers } from './register-calls.ts';

export function presentOperators(operators: Operators): OperatorsView {
  const { listState, watchman, shift } = operators;
  const people = operators.list().map(({ name, role }) => ({ name, role, allows: [...operators.allowableBy(role)] }));
  const may = operators.allowed();
  return { list: listState, people, watchman, may: may === null ? null : [...may], shift, lockAfterMs };
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
    'operators/touch': () => {
      operators.touch();
      return ok({});
    },
    'operators/await-supervisor': ({ isAwaited }) => {
      operators.awaitSupervisor(isAwaited);
      return ok({});
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
