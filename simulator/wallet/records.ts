import { z } from 'zod';

export const MinorUnits = z.int().nonnegative();
export const PositiveMinorUnits = z.int().positive();
export const CurrencyKey = z.string().regex(/^[A-Z]{3}$/, 'a currency is three capital letters');
export const Direction = z.enum(['in', 'out']);
export type Direction = z.infer<typeof Direction>;

/** When something happened: a unix time, or so long before the simulator's world began, so that samples stay recent. */
const moment = { date: z.int().nonnegative().optional(), secondsAgo: z.int().nonnegative().optional() };

interface Moment {
  readonly date?: number | undefined;
  readonly secondsAgo?: number | undefined;
}

const oneMoment = { message: 'give either date (unix seconds) or secondsAgo, not both' };
const hasOneMoment = (value: Moment) => (value.date === undefined) !== (value.secondsAgo === undefined);

/** The unix time of a record in a world that began at `bornAt` (unix seconds). */
export function momentOf(value: Moment, bornAt: number): number {
  return value.date ?? bornAt - (value.secondsAgo ?? 0);
}

const textsOfParty = ['name', 'display_name', 'code', 'account_number', 'bic', 'phone', 'email'];
const idsOfParty = ['user_id', 'wallet_id'];

/**
 * The other side of a statement, in the API's own field names; `name` is what the seed's example prints. A record, not
 * an object: the seed's examples differ in the order of its fields, and an object would settle it.
 */
const OtherParty = z
  .record(z.string(), z.union([z.string(), z.int().positive()]))
  .refine(
    (party) =>
      Object.entries(party).every(([name, value]) =>
        (typeof value === 'string' ? textsOfParty : idsOfParty).includes(name),
      ),
    { message: `texts in ${textsOfParty.join(', ')} and numbers in ${idsOfParty.join(', ')} only` },
  );

/** One line of an account's history (seed 001, "Statement data structure"). */
export const StatementRecord = z
  .strictObject({
    id: z.int().positive(),
    amount: PositiveMinorUnits,
    currency: CurrencyKey,
    direction: Direction,
    ...moment,
    details: z.string().optional(),
    referenceNumber: z.string().optional(),
    otherParty: OtherParty.optional(),
    /** Any word: the seed says that new types may come. */
    type: z.string().optional(),
    transferId: z.int().positive().optional(),
  })
  .refine(hasOneMoment, oneMoment);
export type StatementRecord = z.output<typeof StatementRecord>;

/** What made-up statements have in common. */
export const StatementPattern = z.strictObject({
  currency: CurrencyKey,
  direction: Direction,
  details: z.string().optional(),
  otherParty: OtherParty.optional(),
  type: z.string().optional(),
});
export type StatementPattern = z.output<typeof StatementPattern>;

/** Money held back (seed 001, "Reservation statement data structure"). */
export const ReservationRecord = z
  .strictObject({
    type: z.string().min(1),
    amount: PositiveMinorUnits,
    currency: CurrencyKey,
    details: z.string().optional(),
    referenceNumber: z.string().optional(),
    ...moment,
    otherParty: OtherParty.optional(),
    transferId: z.int().positive().optional(),
  })
  .refine(hasOneMoment, oneMoment);
export type ReservationRecord = z.output<typeof ReservationRecord>;

/** One payment on its way between two wallets: outgoing for its payer, incoming for its payee. */
export const PaymentRecord = z
  .strictObject({
    id: z.int().positive(),
    payer: z.int().positive(),
    payee: z.int().positive(),
    /** Counted in the payer's reserved money until it is settled. */
    amount: PositiveMinorUnits,
    currency: CurrencyKey,
    details: z.string(),
    /** The seed prints another text once the payment is accepted. */
    detailsOnceAccepted: z.string().optional(),
    type: z.enum(['password', 'beneficiary', 'transaction_request']),
    cancelableBy: z.array(z.enum(['payer', 'payee'])),
    ...moment,
    /** Counted from its date; it expires by itself then and the money goes back. */
    validForSeconds: z.int().positive().optional(),
    password: z.string().min(1).optional(),
    transferId: z.int().positive().optional(),
    transactionKey: z.string().optional(),
    status: z.enum(['pending', 'accepted', 'cancelled', 'expired']).default('pending'),
  })
  .refine(hasOneMoment, oneMoment)
  .refine(({ type, password }) => type !== 'password' || password !== undefined, {
    message: 'a payment of type password needs its password',
  });
export type PaymentRecord = z.output<typeof PaymentRecord>;

/** Whom a user pays most; `named: false` shows the phone or e-mail instead of the name. */
export const FavouriteRecord = z.strictObject({
  wallet: z.int().positive(),
  paymentCount: z.int().positive(),
  named: z.boolean().default(true),
});

/** Every scope that a user can grant; the ones with `_offline` work with the client's own credentials. */
export const Scope = z.enum([
  'balance',
  'balance_offline',
  'check_has_sufficient_balance',
  'statements',
  'statements_offline',
  'incoming_payments',
  'outgoing_payments',
  'wallet_list',
  'wallet_list_offline',
  'manage_account',
]);
export type Scope = z.infer<typeof Scope>;

/** An OAuth access token of MAC type that one user granted for one wallet: `me`. */
export const TokenRecord = z
  .strictObject({
    id: z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,128}$/),
    macKey: z.string().min(16),
    refreshToken: z.string().min(1),
    wallet: z.int().positive(),
    scopes: z.array(Scope),
    expiresAt: z.int().positive().optional(),
    /** Counted from the beginning of the simulator's world. */
    expiresInSeconds: z.int().positive().optional(),
  })
  .refine((token) => (token.expiresAt === undefined) !== (token.expiresInSeconds === undefined), {
    message: 'give either expiresAt (unix seconds) or expiresInSeconds, not both',
  });
export type TokenRecord = z.output<typeof TokenRecord>;
