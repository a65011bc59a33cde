import type { z } from 'zod';
import type { ErrorCode } from '../../shared/errors/error-table.ts';
import type { Result } from '../../shared/errors/result.ts';

/** Error codes of the API that a refusal of this operation can carry, mapped to ours. */
export type Refusals = Readonly<Record<string, ErrorCode>>;

/** One `name=value` of a query in the order it is sent; an undefined value is left out. */
export type QueryPair = readonly [name: string, value: string | undefined];

/** What a user can grant (seed 001, the notes of each operation). `_offline` works with the client's own credentials. */
export type Scope =
  | 'balance'
  | 'balance_offline'
  | 'check_has_sufficient_balance'
  | 'statements'
  | 'statements_offline'
  | 'incoming_payments'
  | 'outgoing_payments'
  | 'manage_account'
  | 'wallet_list'
  | 'wallet_list_offline';

/** What must be in place before the API allows an operation. A 403 never says which of it is missing. */
export interface Needs {
  /** One scope of each group. */
  readonly scopes: readonly (readonly Scope[])[];
  /** The API's owner must have permitted it to this client. */
  readonly specialPermission?: true;
  /** "Not available by default and enabled only for some clients". */
  readonly feature?: 'balance-receipt' | 'card-relation';
}

interface Declaration<P extends z.ZodType, A> {
  /** Name of the operation, for settings, logs and docs: `noun.verb`. */
  readonly name: string;
  /** What it does, in one sentence for the command line's help and docs/api-coverage.md. */
  readonly summary: string;
  /** Section of the specification. */
  readonly source: string;
  readonly method: 'GET' | 'PUT' | 'DELETE';
  /** Path under the base URL; `:name` is taken from the parameters. */
  readonly path: string;
  readonly parameters: P;
  /** Query from typed parameters. */
  query?(parameters: z.output<P>): readonly QueryPair[];
  /** Body of a PUT, serialised once: the bytes that are hashed are the bytes that go out. */
  body?(parameters: z.output<P>): unknown;
  readonly answer: z.ZodType<A>;
  /** The answer's shape where it depends on what was asked; wins over `answer`. */
  answerTo?(parameters: z.output<P>): z.ZodType<A>;
  readonly authenticated: boolean;
  readonly needs: Needs;
  /** What is needed where that depends on what was asked; wins over `needs`. */
  needsFor?(parameters: z.output<P>): Needs;
  readonly refusals: Refusals;
}

export interface ReadEndpoint<P extends z.ZodType = z.ZodType, A = unknown> extends Declaration<P, A> {
  readonly effect: 'read';
}

export interface MutationEndpoint<P extends z.ZodType = z.ZodType, A = unknown> extends Declaration<P, A> {
  /** Never repeated by the client; sent and not answered, it is `api.outcome-unknown`. */
  readonly effect: 'mutation';
  /** How an unanswered one is looked up. */
  readonly settleBy: SettlingRead<P, A> | 'operator';
  readonly attempts?: AttemptLimit<P>;
}

/** One operation of the API as data. Signing, sending, parsing and the retry decision live in the client. */
export type Endpoint<P extends z.ZodType = z.ZodType, A = unknown> = ReadEndpoint<P, A> | MutationEndpoint<P, A>;

export type ParametersOf<E extends Endpoint> = z.input<E['parameters']>;
export type AnswerOf<E extends Endpoint> = z.output<E['answer']>;

/** Asks the API one read. */
export type Ask = <E extends ReadEndpoint>(endpoint: E, parameters: ParametersOf<E>) => Promise<Result<AnswerOf<E>>>;

/** What reading can prove of a mutation whose answer was lost. */
export type Settlement<A> =
  | { readonly kind: 'done'; readonly value: A }
  /** What it would have ended is still there: when that was read, it had not happened. */
  | { readonly kind: 'not-settled' }
  /** Absence proves nothing: the operator decides. */
  | { readonly kind: 'unknown' };

/** Reads that may prove what became of a mutation. */
export interface SettlingRead<P extends z.ZodType = z.ZodType, A = unknown> {
  /** Names of the operations that it asks. */
  readonly asks: readonly string[];
  /** What it can prove, in words for docs/api-coverage.md. */
  readonly proves: string;
  settle(ask: Ask, parameters: z.output<P>): Promise<Result<Settlement<A>>>;
}

/** How often a wrong guess may be sent before we wait by ourselves, so that the API does not lock out all stations. */
export interface AttemptLimit<P extends z.ZodType = z.ZodType> {
  /** The answer that makes it a wrong guess. */
  readonly wrong: ErrorCode;
  readonly most: number;
  readonly waitMs: number;
  /** What is answered while we wait. */
  readonly waiting: ErrorCode;
  /** What the guesses are about; they are counted for each. */
  keyOf(parameters: z.output<P>): string;
}

/** Declares an endpoint with its types kept. A mutation that does not say how it is settled does not compile. */
export function endpoint<P extends z.ZodType, A>(declaration: ReadEndpoint<P, A>): ReadEndpoint<P, A>;
export function endpoint<P extends z.ZodType, A>(declaration: MutationEndpoint<P, A>): MutationEndpoint<P, A>;
export function endpoint(declaration: Endpoint): Endpoint {
  return declaration;
}
