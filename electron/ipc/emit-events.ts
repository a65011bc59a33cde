import type { WebContents } from 'electron';
import type { z } from 'zod';
import type { EventContract } from '../../shared/contract/contract.ts';

export type Emit<C extends EventContract> = <E extends keyof C & string>(name: E, payload: z.input<C[E]>) => void;

/** Makes the sender of a contract's events; a payload that its schema does not allow is a bug and throws. */
export function createEmit<C extends EventContract>(
  contract: C,
  page: () => Pick<WebContents, 'send' | 'isDestroyed'> | null,
): Emit<C> {
  return (name, payload) => {
    const checked = (contract[name] as z.ZodType).parse(payload);
    const target = page();
    if (target !== null && !target.isDestroyed()) {
      target.send(name, checked);
    }
  };
}
