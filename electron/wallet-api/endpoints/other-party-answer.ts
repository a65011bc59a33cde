import { z } from 'zod';
import type { OtherParty } from '../../../shared/domain/account-records.ts';
import { isRecord } from './is-record.ts';

/**
 * The other side of a statement. The table of the seed calls its name `display_name`, the examples of statements call it
 * `name`: whichever came is `display_name` here. Source: seed 001, "Other party data structure".
 */
export const OtherPartyAnswer: z.ZodType<OtherParty> = z.preprocess(
  (received) => {
    if (!isRecord(received) || received.name === undefined) {
      return received;
    }
    const { name, ...rest } = received;
    return { ...rest, display_name: rest.display_name ?? name };
  },
  z.looseObject({
    display_name: z.string().optional(),
    wallet_id: z.int().optional(),
    user_id: z.int().optional(),
    code: z.string().optional(),
    account_number: z.string().optional(),
    phone: z.string().optional(),
    email: z.string().optional(),
    bic: z.string().optional(),
  }),
);
