import { z } from 'zod';
import type { PendingPayment } from '../../../shared/domain/account-records.ts';
import { Decimal } from './decimal.ts';
import { isRecord } from './is-record.ts';
import { OtherPartyAnswer } from './other-party-answer.ts';

/** An outgoing payment comes with its password. It ends here: no object of ours ever has it. */
function withoutPassword(received: unknown): unknown {
  if (!isRecord(received)) {
    return received;
  }
  const { password: _dropped, ...rest } = received;
  return rest;
}

/** A pending payment as the API answers with it, but for its password. Source: seed 001, "Get pending payments". */
export const PendingPaymentAnswer: z.ZodType<PendingPayment> = z.preprocess(
  withoutPassword,
  z.looseObject({
    id: z.int(),
    amount: z.int(),
    currency: z.string(),
    amount_decimal: Decimal,
    details: z.string(),
    type: z.string(),
    direction: z.string(),
    cancelable: z.boolean(),
    other_party: OtherPartyAnswer.optional(),
    date: z.int().optional(),
    valid_until: z.int().optional(),
    transfer_id: z.int().optional(),
    transaction_key: z.string().optional(),
  }),
);
