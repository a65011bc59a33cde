import { z } from 'zod';
import { permissions, roleNames } from '../domain/roles.ts';
import type { Contract, EventContract } from './contract.ts';

const OperatorView = z.strictObject({ name: z.string(), role: z.enum(roleNames) });
export type OperatorView = z.infer<typeof OperatorView>;

/** `allows`: what they may let somebody else do once. */
const ListedOperator = OperatorView.extend({ allows: z.array(z.enum(permissions)) });

/** Why the list of operators cannot be read; the file named was damaged and put aside. */
const ListView = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('kept') }),
  z.strictObject({
    kind: z.literal('lost'),
    reason: z.enum(['missing', 'damaged', 'newer', 'other-key', 'no-key', 'disk-full', 'read-only', 'unavailable']),
    setAside: z.string().nullable(),
  }),
]);

export const OperatorsView = z.strictObject({
  list: ListView,
  /** Who can unlock this station, by name; empty where it has no lock. */
  people: z.array(ListedOperator),
  watchman: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({
      kind: z.literal('locked'),
      at: z.number(),
      because: z.enum(['start', 'idle', 'key']),
      last: OperatorView.nullable(),
    }),
    z.strictObject({ kind: z.literal('unlocked'), operator: OperatorView }),
  ]),
  /** What whoever is here may do; null where there is no lock, and everybody may everything. */
  may: z.array(z.enum(permissions)).nullable(),
  shift: z.strictObject({ since: z.number(), by: z.string() }).nullable(),
  /** Locked after this long without a touch, a key or a scan. */
  lockAfterMs: z.int(),
});
export type OperatorsView = z.infer<typeof OperatorsView>;

/** Cleared by whoever sends it as soon as it is sent; never answered with. */
const Pin = z.string().max(64);

export const operatorsCalls = {
  'operators/read': { input: z.strictObject({}), output: OperatorsView, errors: [] },
  /** Takes about a tenth of a second. */
  'operators/unlock': {
    input: z.strictObject({ name: z.string(), pin: Pin }),
    output: OperatorsView,
    errors: ['operator.unknown', 'operator.pin-wrong', 'operator.wait', 'operator.not-kept'],
  },
  /** Somebody is there: a station that nobody touches locks itself, by main's clock. */
  'operators/touch': { input: z.strictObject({}), output: z.strictObject({}), errors: [] },
  /** A supervisor is asked for on the screen, or no longer: an operator's card chooses meanwhile (`operators/chosen`). */
  'operators/await-supervisor': {
    input: z.strictObject({ isAwaited: z.boolean() }),
    output: z.strictObject({}),
    errors: [],
  },
  'operators/lock': { input: z.strictObject({ because: z.enum(['idle', 'key']) }), output: OperatorsView, errors: [] },
  /** A supervisor on the spot lets the next action of that kind pass, within a minute. */
  'operators/allow-once': {
    input: z.strictObject({ permission: z.enum(permissions), name: z.string(), pin: Pin }),
    output: OperatorsView,
    errors: [
      ...(['operator.unknown', 'operator.pin-wrong', 'operator.wait'] as const),
      ...(['operator.not-kept', 'operator.not-permitted'] as const),
    ],
  },
} as const satisfies Contract;

export const operatorsEvents = {
  'operators/changed': OperatorsView,
  /** An operator's card was read at the locked station, or while a supervisor is asked for. */
  'operators/chosen': z.strictObject({ name: z.string() }),
} as const satisfies EventContract;
