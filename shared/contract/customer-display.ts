import { z } from 'zod';
import { SessionId, WalletId } from '../domain/ids.ts';
import { AppErrorSchema } from './app-error.ts';
import type { Contract, EventContract } from './contract.ts';

// What a desk's page says to the display on the customer's side, and hears of it. A code never comes this way.

const session = { session: SessionId };

export const customerDisplayCalls = {
  /** The amount that was asked about is not what is meant any more: it goes from the display. */
  'customer-display/withdraw-question': {
    input: z.strictObject(session),
    output: z.strictObject({}),
    errors: [],
  },
  /** Lets the customer type the code on the display; `desk` where there is none, and it is typed at the desk. */
  'customer-display/begin-code-entry': {
    input: z.strictObject({ ...session, walletId: WalletId }),
    output: z.strictObject({ on: z.enum(['display', 'desk']) }),
    errors: ['session.closed'],
  },
  /** The desk takes the code itself, or goes on without one. Harmless when no code is asked for. */
  'customer-display/end-code-entry': { input: z.strictObject({}), output: z.strictObject({}), errors: [] },
} as const satisfies Contract;

export const customerDisplayEvents = {
  /** What the customer does with the code on the display, or what came of it. */
  'customer-display/code-entry-changed': z.discriminatedUnion('kind', [
    z.strictObject({ ...session, kind: z.literal('sending') }),
    z.strictObject({ ...session, kind: z.literal('refused'), error: AppErrorSchema }),
    /** Sent and not answered; nothing can be read of it. */
    z.strictObject({ ...session, kind: z.literal('unclear') }),
    z.strictObject({ ...session, kind: z.literal('confirmed') }),
    z.strictObject({ ...session, kind: z.literal('later') }),
    /** The display is gone: the code is typed at the desk. */
    z.strictObject({ ...session, kind: z.literal('at-desk') }),
  ]),
  /** A hand is on the display: the desk is not idle. */
  'customer-display/touched': z.strictObject({}),
} as const satisfies EventContract;
