import { z } from 'zod';
import { type KnownData, SimulatorData } from './data.ts';

/** A card's wallet between "the code was sent" and "confirmed", and after it. */
const Relation = z.strictObject({
  wallet: z.int().positive(),
  code: z.string().min(1),
  channel: z.enum(['sms', 'email']),
  /** Whom it went to, masked as it is shown. */
  to: z.string(),
  sentAt: z.int(),
  expiresAt: z.int(),
  confirmed: z.boolean(),
});
export type Relation = z.output<typeof Relation>;

/** Everything that changes while the simulator runs; a plain tree, so that a file can hold it. */
export const WorldState = z.strictObject({
  version: z.literal(1),
  /** Of the data that the world began with: a file belongs to its data. */
  dataDigest: z.string(),
  /** Unix seconds; what `secondsAgo` in the data counts from. */
  bornAt: z.int(),
  /** How far the world's clock was moved by hand. */
  clockOffsetSeconds: z.int(),
  randomCounter: z.int().nonnegative(),
  /** The data as they are now: balances, statements, cards, grants, payments and tokens change. */
  data: SimulatorData,
  relations: z.array(Relation),
  /** When each client gave a wrong confirmation code, in unix seconds. */
  wrongCodes: z.array(z.strictObject({ client: z.string(), at: z.int() })),
  /** Descriptions belong to an account and one of its users (seed 001, "for this account and user"). */
  descriptions: z.array(z.strictObject({ account: z.string(), user: z.int(), text: z.string() })),
});
export type WorldState = z.output<typeof WorldState>;

export interface Beginning {
  readonly data: KnownData;
  readonly dataDigest: string;
  readonly bornAt: number;
  readonly seed: number;
}

/** The state of a world that has just begun; the data it began with stay untouched. */
export function beginState({ data, dataDigest, bornAt, seed }: Beginning): WorldState {
  return {
    version: 1,
    dataDigest,
    bornAt,
    clockOffsetSeconds: 0,
    randomCounter: seed >>> 0,
    data: structuredClone(data),
    relations: [],
    wrongCodes: [],
    descriptions: data.users.flatMap((user) =>
      user.accounts.flatMap(({ number, description, wallets }) => {
        const holders = new Set(wallets.map(({ heldBy }) => heldBy ?? user.id));
        return description === undefined
          ? []
          : [...holders].map((holder) => ({ account: number, user: holder, text: description }));
      }),
    ),
  };
}
