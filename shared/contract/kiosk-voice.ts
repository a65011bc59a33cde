import { z } from 'zod';
import type { Contract } from './contract.ts';

// A voice of this machine, for a page whose browser has none.

/** ISO 639: it becomes an argument of the speaking program. */
const Language = z.string().regex(/^[a-z]{2,3}$/);

export const kioskVoiceCalls = {
  /** Languages that can be spoken. Takes as long as the speaking program does to start. */
  'kiosk/read-voices': {
    input: z.strictObject({}),
    output: z.strictObject({ locales: z.array(Language) }),
    errors: [],
  },
  /** Says it instead of whatever is being said; answers when it was said, or was not. */
  'kiosk/say': {
    input: z.strictObject({
      sentences: z.array(z.string().max(4_000)).max(100),
      locale: Language,
      rate: z.number().min(0.2).max(3),
      volume: z.number().min(0).max(1),
    }),
    output: z.strictObject({ outcome: z.enum(['said', 'stopped', 'failed']) }),
    errors: [],
  },
  'kiosk/hush': { input: z.strictObject({}), output: z.strictObject({}), errors: [] },
} as const satisfies Contract;
