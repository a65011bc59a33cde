import { z } from 'zod';
import type { ReservationStatement, ReservationStatements } from '../../../shared/domain/account-records.ts';
import { decimalOfCents, isDecimal, isSentInCents, parseDecimalCents } from '../../../shared/domain/money.ts';
import { endpoint } from '../endpoint.ts';
import { Decimal } from './decimal.ts';
import { isRecord } from './is-record.ts';
import { statementsPermission } from './needs.ts';
import { OtherPartyAnswer } from './other-party-answer.ts';
import { PageMetadataAnswer } from './page.ts';
import { WalletReference } from './wallet-reference.ts';

/**
 * `amount` is integer cents by the table of the seed and the decimal `"1.00"` in its example. Whichever came, both forms
 * follow where a cent is a hundredth; elsewhere the one that came is all there is.
 */
function bothAmounts(received: unknown): unknown {
  if (!isRecord(received) || typeof received.currency !== 'string') {
    return received;
  }
  const { amount, ...rest } = received;
  const inCents = isSentInCents(received.currency);
  if (typeof amount === 'number' && Number.isSafeInteger(amount)) {
    const decimal = rest.amount_decimal ?? (inCents ? decimalOfCents(amount) : undefined);
    return { ...rest, amount, ...(decimal === undefined ? {} : { amount_decimal: decimal }) };
  }
  if (typeof amount === 'string' && isDecimal(amount)) {
    const cents = inCents ? parseDecimalCents(amount) : null;
    return { ...rest, amount_decimal: amount, ...(cents === null ? {} : { amount: cents }) };
  }
  return received;
}

const ReservationStatementAnswer: z.ZodType<ReservationStatement> = z.preprocess(
  bothAmounts,
  z
    .looseObject({
      type: z.string(),
      amount: z.int().optional(),
      amount_decimal: Decimal.optional(),
      currency: z.string(),
      date: z.int(),
      details: z.string().optional(),
      reference_number: z.string().optional(),
      other_party: OtherPartyAnswer.optional(),
      transfer_id: z.int().optional(),
    })
    .refine(({ amount, amount_decimal }) => amount !== undefined || amount_decimal !== undefined, {
      path: ['amount'],
    }),
);

const ReservationStatementsAnswer: z.ZodType<ReservationStatements> = z.looseObject({
  reservation_statements: z.array(ReservationStatementAnswer),
  _metadata: PageMetadataAnswer,
});

/**
 * Reads what is held back of an account's money, newest first. No limit or offset is documented: `_metadata.total` says
 * whether the one answer was all.
 * Errors: `wallet.not-found`; `wallet.access-revoked`.
 * Source: seed 001, "Get wallet reservation statements".
 */
export const readReservationStatements = endpoint({
  name: 'reservation-statements.read',
  summary: "Reads what is held back of an account's money, in one answer.",
  source: 'seed 001, "Get wallet reservation statements"',
  method: 'GET',
  path: '/wallet/:walletId/reservation-statements',
  parameters: z.strictObject({ walletId: WalletReference }),
  answer: ReservationStatementsAnswer,
  effect: 'read',
  authenticated: true,
  needs: statementsPermission,
  refusals: { not_found: 'wallet.not-found', forbidden: 'wallet.access-revoked' },
});
