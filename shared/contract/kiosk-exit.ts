import { z } from 'zod';
import type { Contract } from './contract.ts';

// A technician's way out of a kiosk. The PIN goes in and never comes back.

export const kioskExitCalls = {
  /** Ends the session and takes no cards from now on; answers who may prove themselves. */
  'kiosk/begin-exit': {
    input: z.strictObject({}),
    output: z.strictObject({ people: z.array(z.string()) }),
    errors: [],
  },
  /** Back to the customers. */
  'kiosk/cancel-exit': { input: z.strictObject({}), output: z.strictObject({}), errors: [] },
  /** Takes about a tenth of a second. */
  'kiosk/prove-exit': {
    input: z.strictObject({ name: z.string(), pin: z.string().max(64) }),
    output: z.strictObject({}),
    errors: ['operator.unknown', 'operator.pin-wrong', 'operator.wait', 'operator.not-kept', 'operator.not-permitted'],
  },
  /** Ends the till; only for who was proven just now. */
  'kiosk/leave': { input: z.strictObject({}), output: z.strictObject({}), errors: ['operator.locked'] },
} as const satisfies Contract;
