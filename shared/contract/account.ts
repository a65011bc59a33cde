import { z } from 'zod';
import { Email, Phone } from '../domain/identifier.ts';
import { SessionId, WalletId } from '../domain/ids.ts';
import { Locale } from '../domain/locale.ts';
import { CurrencyCode } from '../domain/wallet.ts';
import { type ErrorCode, errorCodes } from '../errors/error-table.ts';
import type { Contract, EventContract } from './contract.ts';

// What can be read and changed of the account of whoever is served. Every call names the session it is for, and is
// answered with `session.closed` once that customer has gone: nobody else's page ever gets the rest.

/** Rows of one page. */
export const mostListRows = 200;
/** Rows of one slip: about two metres of paper. */
export const mostPrintedRows = 50;
/** Addresses that one search takes. */
export const mostSought = 40;

/** Who stands on the other side, masked in main. */
export const PartyView = z.strictObject({
  /** Name, else e-mail or phone, as initials and dots. */
  name: z.string().nullable(),
  account: z.string().nullable(),
});
export type PartyView = z.infer<typeof PartyView>;

const Direction = z.enum(['in', 'out', 'unknown']);

const recordFields = {
  direction: Direction,
  /** The API's decimal string, without a sign; null where the API did not say what its number means. */
  amount: z.string().nullable(),
  currency: z.string(),
  /** The API's own word; new ones may come. */
  type: z.string().nullable(),
  details: z.string().nullable(),
  party: PartyView,
  reference: z.string().nullable(),
  transferId: z.int().nullable(),
};

export const StatementRow = z.strictObject({
  id: z.int(),
  ...recordFields,
  /** Milliseconds since the epoch. */
  at: z.number(),
});
export type StatementRow = z.infer<typeof StatementRow>;

/** The API gives reservations no number: `id` is the place in the answer, from 0. */
export const ReservationRow = StatementRow;
export type ReservationRow = z.infer<typeof ReservationRow>;

export const PaymentRow = z.strictObject({
  id: z.int(),
  ...recordFields,
  at: z.number().nullable(),
  /** Milliseconds since the epoch; null where the payment does not expire. */
  validUntil: z.number().nullable(),
  cancelable: z.boolean(),
});
export type PaymentRow = z.infer<typeof PaymentRow>;

export const FavouriteRow = z.strictObject({
  walletId: WalletId,
  party: PartyView,
  /** How often the customer paid them. */
  count: z.int(),
});
export type FavouriteRow = z.infer<typeof FavouriteRow>;

const pageOf = <R extends z.ZodType>(row: R) =>
  z.strictObject({
    rows: z.array(row),
    total: z.int(),
    /** Where the next page begins; null after the last one. */
    next: z.int().nullable(),
  });

/** Which statements are wanted; `from` and `to` in Unix seconds. */
export const StatementQuery = z.strictObject({
  currencies: z.array(CurrencyCode).max(40),
  direction: z.enum(['in', 'out']).nullable(),
  text: z.string().trim().min(1).max(255).nullable(),
  from: z.int().min(0),
  /** Null for the service's own now; the answer says which moment that was, and later pages repeat it. */
  to: z.int().min(0).nullable(),
});
export type StatementQuery = z.infer<typeof StatementQuery>;

/** What is known of a change. A change that was sent and not answered has not "failed". */
export const ChangeOutcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done'), provenBy: z.enum(['answer', 'read']) }),
  /** Its object was still there when it was looked up: it may be asked for again. */
  z.strictObject({ kind: z.literal('not-settled') }),
  /** The operator decides. */
  z.strictObject({
    kind: z.literal('unknown'),
    cause: z.enum(errorCodes as [ErrorCode, ...ErrorCode[]]),
  }),
]);
export type ChangeOutcome = z.infer<typeof ChangeOutcome>;

/** Whose data are shown for a moment. */
export const RevealSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('customer') }),
  z.strictObject({ kind: z.enum(['statement', 'reservation', 'payment', 'favourite']), id: z.int() }),
]);
export type RevealSubject = z.infer<typeof RevealSubject>;

/** Personal data in clear: for ten seconds, and recorded. */
export const RevealedData = z.strictObject({
  name: z.string().nullable(),
  account: z.string().nullable(),
  ibans: z.array(z.string()),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  /** A person's or a company's code. */
  code: z.string().nullable(),
});
export type RevealedData = z.infer<typeof RevealedData>;

export const FoundPerson = z.strictObject({
  by: z.enum(['email', 'phone']),
  /** Place in the list that was asked for: the page knows what it asked. */
  index: z.int().min(0),
  walletId: WalletId,
  maskedName: z.string().nullable(),
  maskedAccount: z.string().nullable(),
});
export type FoundPerson = z.infer<typeof FoundPerson>;

const session = { session: SessionId };
const payment = { ...session, paymentId: z.int().positive() };
const offset = z.int().min(0);
const Description = z.string().trim().min(1).max(4_000).nullable();
const described = z.strictObject({ outcome: ChangeOutcome, description: z.string().nullable() });

export const accountCalls = {
  /** One page of statements, newest first, at most `mostListRows`. Waits up to 10 s. */
  'account/read-statements': {
    input: z.strictObject({ ...session, query: StatementQuery, offset }),
    output: pageOf(StatementRow).extend({ to: z.int() }),
    errors: ['session.closed', 'wallet.access-revoked', 'api.operation-disabled', 'api.timed-out'],
  },
  /**
   * Prints statements that main told this page of, by their numbers: main composes the slip from what it holds, and no
   * text crosses. Waits up to 30 s.
   */
  'account/print-statements': {
    input: z.strictObject({
      ...session,
      ids: z.array(z.int()).min(1).max(mostPrintedRows),
      locale: Locale,
      width: z.int().min(8).max(96),
    }),
    output: z.strictObject({ printedAt: z.number() }),
    errors: [
      'session.closed',
      'api.not-found',
      'receipt.width-exceeds-printer',
      'print.outcome-unknown',
      'printer.absent',
      'printer.paper-out',
      'printer.cover-open',
      'printer.in-use',
      'printer.silent',
      'printer.printing',
    ],
  },
  /** What is held back of the customer's money, in the one answer that the API gives: "N of total". Waits up to 10 s. */
  'account/read-reservations': {
    input: z.strictObject(session),
    output: pageOf(ReservationRow),
    errors: ['session.closed', 'wallet.access-revoked', 'api.operation-disabled', 'api.timed-out'],
  },
  /** One page of pending payments; each direction has a permission of its own. Waits up to 10 s. */
  'account/read-payments': {
    input: z.strictObject({ ...session, direction: z.enum(['in', 'out']).nullable(), offset }),
    output: pageOf(PaymentRow),
    errors: ['session.closed', 'wallet.access-revoked', 'api.operation-disabled', 'api.timed-out'],
  },
  /** Cancels a pending payment. Sent once; a lost answer is looked up before this answers. Waits up to 30 s. */
  'account/cancel-payment': {
    input: z.strictObject(payment),
    output: ChangeOutcome,
    errors: ['session.closed', 'payment.not-found', 'payment.invalid-state', 'wallet.access-revoked'],
  },
  /** Accepts an incoming payment by the customer's password, which is in no answer. Otherwise as cancelling. */
  'account/accept-payment': {
    input: z.strictObject({ ...payment, password: z.string().min(1).max(255) }),
    output: ChangeOutcome,
    errors: ['session.closed', 'payment.not-found', 'payment.invalid-state', 'api.invalid-parameters'],
  },
  /** Looks whether a payment is still pending, after a change of which nobody knows. Changes nothing. */
  'account/look-up-payment': {
    input: z.strictObject(payment),
    output: ChangeOutcome,
    errors: ['session.closed'],
  },
  /** One page of those whom the customer pays most. Waits up to 10 s. */
  'account/read-favourites': {
    input: z.strictObject({ ...session, offset }),
    output: pageOf(FavouriteRow),
    errors: ['session.closed', 'wallet.access-revoked', 'api.operation-disabled', 'api.timed-out'],
  },
  /** Sets the account's description, or clears it with null. Sent once; a lost answer is looked up. */
  'account/set-description': {
    input: z.strictObject({ ...session, description: Description }),
    output: described,
    errors: ['session.closed', 'description.too-long', 'wallet.access-revoked'],
  },
  /** Looks whether the account has that description, after a change of which nobody knows. Changes nothing. */
  'account/look-up-description': {
    input: z.strictObject({ ...session, description: Description }),
    output: described,
    errors: ['session.closed'],
  },
  /** Personal data in clear, for as long as the screen says; main records that they were shown. */
  'account/reveal': {
    input: z.strictObject({ ...session, subject: RevealSubject }),
    output: RevealedData,
    errors: ['session.closed', 'api.not-found'],
  },
  /** Looks for several people at once; nobody need be served. Whoever is not found is absent. Waits up to 10 s. */
  'account/search': {
    input: z.strictObject({ emails: z.array(Email), phones: z.array(Phone) }).refine(({ emails, phones }) => {
      const count = emails.length + phones.length;
      return count > 0 && count <= mostSought;
    }),
    output: z.strictObject({ found: z.array(FoundPerson) }),
    errors: ['wallet.access-revoked', 'api.operation-disabled', 'api.timed-out'],
  },
} as const satisfies Contract;

export const accountEvents = {
  /** A change was sent and its answer is lost: main looks it up now, and screens say "checking". */
  'account/settling': z.strictObject({ session: SessionId }),
} as const satisfies EventContract;
