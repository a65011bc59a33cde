import { z } from 'zod';
import { decimalOfCents, isSentInCents } from '../../../shared/domain/money.ts';
import { type Balance, type BalanceAmounts, type BalanceEntry, CurrencyCode } from '../../../shared/domain/wallet.ts';
import { Decimal } from './decimal.ts';

const amountFields = {
  at_disposal: z.int(),
  at_disposal_decimal: Decimal.optional(),
  reserved: z.int(),
  reserved_decimal: Decimal.optional(),
  // So spelt in every balance example of the seed; its table has the other spelling.
  reserced_decimal: Decimal.optional(),
};

const ReceivedAmounts = z.looseObject(amountFields);
type ReceivedAmounts = z.infer<typeof ReceivedAmounts>;

/** Takes the decimal strings as they came; a missing one follows from the cents, if a cent is known to be a hundredth. */
function settle(received: ReceivedAmounts, currency: string | undefined, context: z.RefinementCtx): BalanceAmounts {
  const derive = (field: 'at_disposal' | 'reserved'): string => {
    if (currency === undefined || !isSentInCents(currency)) {
      context.addIssue({ code: 'custom', message: 'missing', path: [`${field}_decimal`] });
    }
    return decimalOfCents(received[field]);
  };
  const { reserced_decimal: misspelt, ...rest } = received;
  return {
    ...rest,
    at_disposal_decimal: received.at_disposal_decimal ?? derive('at_disposal'),
    reserved_decimal: received.reserved_decimal ?? misspelt ?? derive('reserved'),
  };
}

/** One currency's row. The table promises only integers inside `converted`; the example shows decimals there too. */
function entryIn(currency: string, convertedTo: string | undefined): z.ZodType<BalanceEntry> {
  return z
    .looseObject({
      ...amountFields,
      // "Always" there by the table and in every example: without it the answer is broken.
      at_disposal_decimal: Decimal,
      converted: ReceivedAmounts.transform((amounts, context) => settle(amounts, convertedTo, context)).optional(),
    })
    .transform(({ converted, ...amounts }, context) => ({
      ...settle(amounts, currency, context),
      ...(converted === undefined ? {} : { converted }),
    }));
}

const Amounts = {
  at_disposal: z.int(),
  at_disposal_decimal: z.string(),
  reserved: z.int(),
  reserved_decimal: z.string(),
};

/** What comes out, for the JSON Schema of the answer: a transformation alone has none. */
const SettledBalance: z.ZodType<Balance, Balance> = z.record(
  z.string(),
  z.looseObject({ ...Amounts, converted: z.looseObject(Amounts).optional() }),
);

/**
 * A balance keyed by currency, in the order of the answer. A key that is no currency is a field not known yet and is
 * passed over. Source: seed 001, "Get balance of a wallet".
 */
export function balanceAnswer(convertedTo: string | undefined): z.ZodType<Balance> {
  const settled = z.record(z.string(), z.unknown()).transform((answer, context): Balance => {
    const rows: [string, BalanceEntry][] = [];
    for (const [currency, value] of Object.entries(answer)) {
      if (!CurrencyCode.safeParse(currency).success) {
        continue;
      }
      const row = entryIn(currency, convertedTo).safeParse(value);
      if (row.success) {
        rows.push([currency, row.data]);
      }
      for (const issue of row.error?.issues ?? []) {
        context.addIssue({ code: 'custom', message: issue.message, path: [currency, ...issue.path] });
      }
    }
    return Object.fromEntries(rows);
  });
  return settled.pipe(SettledBalance);
}
