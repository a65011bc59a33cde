import { z } from 'zod';
import { CardIssuer, CardNumber } from '../../shared/domain/identifier.ts';

const MinorUnits = z.int().nonnegative();
const CurrencyKey = z.string().regex(/^[A-Z]{3}$/);

/** Scopes that a user can have granted to the client and can revoke (seed 001, every "You must have an access token"). */
export const Grant = z.enum(['balance_offline', 'check_has_sufficient_balance', 'wallet_list_offline']);
export type Grant = z.infer<typeof Grant>;

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
  wallets: z.array(WalletRecord).min(1),
});

/** A registered user, a person or a company. The first account's first wallet is the user's main one. */
const UserRecord = z.strictObject({
  id: z.int().positive(),
  displayName: z.string().min(1),
  /** Null where the identity is not confirmed (seed 001, "owner_title"). */
  confirmedTitle: z.string().min(1).nullable(),
  phone: z
    .string()
    .regex(/^[1-9][0-9]{6,14}$/)
    .optional(),
  email: z.email().optional(),
  personCode: CodeOfCountry.optional(),
  companyCode: CodeOfCountry.optional(),
  licencePlate: z
    .string()
    .regex(/^[A-Z0-9]+$/)
    .optional(),
  grants: z.array(Grant),
  /** False: the API forbids balance receipts of this user to the client. */
  receiptsAllowed: z.boolean().default(true),
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

/** Everything the simulator knows. Amounts are whole minor units of their currency, never floats. */
export const SimulatorData = z.strictObject({
  /** `exponent` as in ISO 4217; `eurPerMillion`: euros that a million whole units buy. */
  currencies: z.record(
    CurrencyKey,
    z.strictObject({ exponent: z.int().min(0).max(4), eurPerMillion: z.int().positive() }),
  ),
  client: z.strictObject({
    receiptsEnabled: z.boolean(),
    /** The special permission to search by a person's code. */
    personCodeSearch: z.boolean(),
    /** The wallet that `me` stands for; absent where the credentials are not an access token. */
    me: z.int().positive().optional(),
  }),
  users: z.array(UserRecord),
  /** Cards that nobody owns yet, with the wallet id that relating each will create. */
  freeCards: z.array(Card.extend({ futureWallet: z.int().positive() })),
  samples: z.array(Sample),
  barcodes: z.array(SampleBarcode),
});
export type SimulatorData = z.input<typeof SimulatorData>;
export type KnownData = z.output<typeof SimulatorData>;
export type Currencies = KnownData['currencies'];
export type UserRecord = z.output<typeof UserRecord>;
export type AccountRecord = z.output<typeof AccountRecord>;
export type WalletRecord = z.output<typeof WalletRecord>;
