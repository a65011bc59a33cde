import type { kioskExitCalls } from '../../shared/contract/kiosk-exit.ts';
import { ok } from '../../shared/errors/result.ts';
import type { KioskExit } from '../services/kiosk-exit.ts';
import type { Handlers } from './register-calls.ts';

/** What a technician's way out asks of main. */
export function createKioskExitHandlers(exit: KioskExit): Handlers<typeof kioskExitCalls> {
  return {
    'kiosk/begin-exit': () => ok({ people: [...exit.begin()] }),
    'kiosk/cancel-exit': () => {
      exit.cancel();
      return ok({});
    },
    'kiosk/prove-exit': async ({ name, pin }) => {
      const proven = await exit.prove(name, pin);
      return proven.ok ? ok({}) : proven;
    },
    'kiosk/leave': () => {
      const left = exit.leave();
      return left.ok ? ok({}) : left;
    },
  };
}
