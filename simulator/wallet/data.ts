import { z } from 'zod';
import { CardIssuer, CardNumber } from '../../shared/domain/identifier.ts';
import {
  CurrencyKey,
  FavouriteRecord,
  MinorUnits,
  PaymentRecord,
  ReservationRecord,
  Scope,
  StatementPattern,
  StatementRecord,
  TokenRecord,
} from './records.ts';

const CodeOfCountry = z.strictObject({ country: z.string().regex(/^[a-z]{2}$/), code: z.string().min(1) });

export const Card = z.strictObject({ issuer: CardIssuer, number: CardNumber });
export type Card = z.infer<typeof Card>;

/** One wallet: always of one account; a card's own wallet has limits of its own (seed 000, "Wallet"). */
const WalletRecord = z.strictObject({
  id: z.int().positive(),
  /** The user it belongs to where that is not the account's owner: a person who uses a company's account. */
  heldBy: z.int().positive().optional(),
  card: Card.optional(),
  /** Codes with letters, so that no product's EAN can be one of them. */
  barcode: z
    .string()
    .regex(/^(?=.*[A-Z])[A-Z0-9]{8,16}$/)
    .optional(),
  /** Largest single payment per currency, in minor units; none where absent. */
  paymentLimits: z.record(CurrencyKey, MinorUnits).default({}),
});

/** An account with its money. The first wallet is the account's main one. */
const AccountRecord = z.strictObject({
  number: z.string().min(1),
  type: z.enum(['local', 'technical', 'card']).default('local'),
  description: z.string().optional(),
  ibans: z.array(z.string()).optional(),
  /** In minor units, in the order in which the API lists them. Zeros are historical currencies. */
  balances: z.record(CurrencyKey, z.strictObject({ atDisposal: MinorUnits, reserved: MinorUnits })),
  statements: z.array(StatementRecord).default([]),
  /** So many made-up statements, one every so many seconds back from the beginning of the simulator's world. */
  generatedStatements: z
    .strictObject({
      count: z.int().min(1).max(100_000),
      everySeconds: z.int().positive(),
      /** What they look like, in turn; numbered transfers in both directions where absent. */
      like: z.array(StatementPattern).min(1).optional(),
    })
    .optional(),
  reservations: z.array(ReservationRecord).default([]),
  wallets: z.array(WalletRecord).min(1),
});

/** A registered user, a person or a company. The first account's first wallet is the user's main one. */
const UserRecord = z.strictObject({
  id: z.int().positive(),
  /** For whoever reads the file. */
  note: z.string().optional(),
  displayName: z.string().min(1),
  /** Null where the identity is not confirmed (seed 001, "owner_title"). */
  confirmedTitle: z.string().min(1).nullable(),
  phone: z
    .string()
    .regex(/^[1-9][0-9]{6,14}$/, 'a phone starts with its country code and has digits only')
    .optional(),
  email: z.email().optional(),
  personCode: CodeOfCountry.optional(),
  companyCode: CodeOfCountry.optional(),
  licencePlate: z
    .string()
    .regex(/^[A-Z0-9]+$/)
    .optional(),
  /** What the user granted to the client and can take back. */
  grants: z.array(Scope),
  /** False: the API forbids balance receipts of this user to the client. */
  receiptsAllowed: z.boolean().default(true),
  /** False: the search by lists of contacts does not find this user. */
  foundByContacts: z.boolean().default(true),
  favourites: z.array(FavouriteRecord).default([]),
  accounts: z.array(AccountRecord).min(1),
});

/** A card that the training dock offers; `id` and `hint` are the contract's strings. */
const Sample = Card.extend({
  id: z.string().min(1),
  title: z.string().min(1),
  hint: z.enum([
    'main',
    'many-currencies',
    'company',
    'revoked',
    'nobody',
    'free',
    'cyrillic',
    'card-wallet',
    'no-receipt',
  ]),
});
export type Sample = z.infer<typeof Sample>;

const SampleBarcode = z.strictObject({ text: z.string().min(4), hint: z.enum(['customer', 'unknown']) });
export type SampleBarcode = z.infer<typeof SampleBarcode>;

/** What the specification leaves open, so that a shop can try either side. */
const Rules = z.strictObject({
  descriptionMaxLength: z.int().positive().default(255),
  codeLifetimeSeconds: z.int().positive().default(600),
  /** Wrong confirmation codes of one client until it has to wait, and how long each one counts. */
  wrongCodesAllowed: z.int().positive().default(5),
  wrongCodesWindowSeconds: z.int().positive().default(900),
  /** Whether a search by card finds the wallet of a card that was related and not confirmed yet. */
  unconfirmedCards: z.enum(['findable', 'hidden']).default('findable'),
  /** How many reservation statements one answer holds at most; `_metadata.total` tells of all. */
  reservationsReturned: z.int().min(0).default(50),
  tokenLifetimeSeconds: z.int().positive().default(3600),
});
export type Rules = z.output<typeof Rules>;

const ClientRecord = z.strictObject({
  receiptsEnabled: z.boolean(),
  /** The special permission to search by a person's code. */
  personCodeSearch: z.boolean(),
  /** The special permission for statements and reservation statements. */
  statementsAllowed: z.boolean().default(true),
  pendingPaymentsAllowed: z.boolean().default(true),
  /** Relating cards is enabled only for some clients. */
  cardRelatingEnabled: z.boolean().default(true),
  /** The wallet that `me` stands for with the client's own credentials; absent: `me` needs an access token. */
  me: z.int().positive().optional(),
});

/** Everything the simulator knows. Amounts are whole minor units of their currency, never floats. */
export const SimulatorData = z.strictObject({
  /** `exponent` as in ISO 4217; `eurPerMillion`: euros that a million whole units buy. */
  currencies: z.record(
    CurrencyKey,
    z.strictObject({ exponent: z.int().min(0).max(4), eurPerMillion: z.int().positive() }),
  ),
  client: ClientRecord,
  rules: Rules.prefault({}),
  users: z.array(UserRecord),
  /** Cards that nobody owns yet, with the wallet id that relating each will create and the code that it sends. */
  freeCards: z.array(
    Card.extend({
      futureWallet: z.int().positive(),
      code: z
        .string()
        .regex(/^[A-Z0-9]{4,12}$/)
        .optional(),
    }),
  ),
  pendingPayments: z.array(PaymentRecord).default([]),
  accessTokens: z.array(TokenRecord).default([]),
  samples: z.array(Sample),
  barcodes: z.array(SampleBarcode),
});
export type SimulatorData = z.input<typeof SimulatorData>;
export type KnownData = z.output<typeof SimulatorData>;
export type Currencies = KnownData['currencies'];
export type UserRecord = z.output<typeof UserRecord>;
export type AccountRecord = z.output<typeof AccountRecord>;
export type WalletRecord = z.output<typeof WalletRecord>;
