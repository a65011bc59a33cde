import { z } from 'zod';
import { Locale } from '../domain/locale.ts';
import { Theme } from '../domain/theme.ts';
import type { Result } from '../errors/result.ts';
import type { Contract, EventContract } from './contract.ts';
import { Amount } from './customer.ts';

// What the page on the customer's side may say and hear: a contract of its own, and one picture that main makes for it.
// Nothing here could carry who is served, what they have, which card it is, or why something failed.

export const DisplayStation = z.strictObject({
  mode: z.enum(['training', 'live']),
  testServer: z.boolean(),
  host: z.enum(['electron', 'chromium-host']),
  /** As the shop named this till. */
  name: z.string(),
  locale: Locale,
  theme: Theme,
});
export type DisplayStation = z.infer<typeof DisplayStation>;

/** Names one asking for a code, so that what is typed for one customer never counts for the next. */
export const CodeEntryId = z.string().min(1).max(64).brand<'CodeEntryId'>();
export type CodeEntryId = z.infer<typeof CodeEntryId>;

export const CodeProblem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('wrong'), attemptsLeft: z.int().min(0).nullable() }),
  /**
   * Too many wrong codes: no code counts until then, in milliseconds since the epoch; null where nobody says for how long.
   * `ours`: the wait is this till's own, and not the service's.
   */
  z.strictObject({ kind: z.literal('wait'), until: z.int().nonnegative().nullable(), ours: z.boolean() }),
  /** Anything else: the cashier knows what. */
  z.strictObject({ kind: z.literal('trouble') }),
]);
export type CodeProblem = z.infer<typeof CodeProblem>;

/** What is printed for the customer. */
const Slip = z.enum(['receipt', 'statement']);

export const DisplayView = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('greeting') }),
  /** Nobody works at this till just now. */
  z.strictObject({ kind: z.literal('paused') }),
  z.strictObject({ kind: z.literal('reading'), by: z.enum(['card', 'code', 'cashier']) }),
  /** It did not go as it should; the cashier sees why. */
  z.strictObject({ kind: z.literal('helping') }),
  z.strictObject({ kind: z.literal('serving') }),
  z.strictObject({ kind: z.literal('asking'), amount: Amount }),
  z.strictObject({ kind: z.literal('answered'), amount: Amount, isSufficient: z.boolean() }),
  z.strictObject({ kind: z.literal('printing'), slip: Slip }),
  z.strictObject({ kind: z.literal('printed'), slip: Slip }),
  z.strictObject({
    kind: z.literal('code'),
    entry: CodeEntryId,
    sending: z.boolean(),
    problem: CodeProblem.nullable(),
  }),
  z.strictObject({ kind: z.literal('card-confirmed') }),
  z.strictObject({ kind: z.literal('card-later') }),
  z.strictObject({ kind: z.literal('goodbye') }),
]);
export type DisplayView = z.infer<typeof DisplayView>;

export const displayCalls = {
  /** What this station is, and what stands on the display now. Answered from memory. */
  'display/read': {
    input: z.strictObject({}),
    output: z.strictObject({ station: DisplayStation, view: DisplayView }),
    errors: [],
  },
  /** Sends the code that the customer typed; what becomes of it is seen on the display. Waits up to 10 s. */
  'display/submit-code': {
    input: z.strictObject({ entry: CodeEntryId, code: z.string().trim().min(1).max(64) }),
    output: z.strictObject({}),
    errors: ['session.closed'],
  },
  /** The customer confirms later, by the instructions in the e-mail. */
  'display/confirm-later': {
    input: z.strictObject({ entry: CodeEntryId }),
    output: z.strictObject({}),
    errors: ['session.closed'],
  },
  /** Somebody's hand is on the display: whoever is served has not gone. */
  'display/touch': { input: z.strictObject({}), output: z.strictObject({}), errors: [] },
  /** A key that only a cashier presses came here: the keyboard goes back to the desk. */
  'display/give-keys-back': { input: z.strictObject({}), output: z.strictObject({}), errors: [] },
} as const satisfies Contract;

export const displayEvents = {
  'display/view-changed': DisplayView,
} as const satisfies EventContract;

export type DisplayCalls = typeof displayCalls;
export type DisplayCallName = keyof DisplayCalls;
export type DisplayEventName = keyof typeof displayEvents;
export type DisplayCallInput<C extends DisplayCallName> = z.input<DisplayCalls[C]['input']>;
export type DisplayCallOutput<C extends DisplayCallName> = z.output<DisplayCalls[C]['output']>;
export type DisplayEventPayload<E extends DisplayEventName> = z.output<(typeof displayEvents)[E]>;

/** What the display's preload exposes to the page as `window.tillDisplay`. */
export interface DisplayBridge {
  call<C extends DisplayCallName>(name: C, input: DisplayCallInput<C>): Promise<Result<DisplayCallOutput<C>>>;
  on<E extends DisplayEventName>(name: E, listener: (payload: DisplayEventPayload<E>) => void): () => void;
}
