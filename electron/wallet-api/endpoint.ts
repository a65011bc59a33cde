import type { z } from 'zod';
import type { ErrorCode } from '../../shared/errors/error-table.ts';

/** Error codes of the API that a refusal of this operation can carry, mapped to ours. */
export type Refusals = Readonly<Record<string, ErrorCode>>;

/**
 * One operation of the API as data. Signing, sending, parsing and the retry decision live in the client.
 * Mutations come with the operations that need them: they will have to say how a lost answer is settled.
 */
export interface Endpoint<P extends z.ZodType = z.ZodType, A = unknown> {
  /** Name of the operation, for logs and docs: `noun.verb`. */
  readonly name: string;
  readonly method: 'GET' | 'PUT' | 'DELETE';
  /** Path under the base URL; `:name` is taken from the parameters. */
  readonly path: string;
  readonly parameters: P;
  /** Query in the order it is sent, from typed parameters; undefined values are left out. */
  readonly query?: (parameters: z.output<P>) => readonly (readonly [string, string | undefined])[];
  /** Body, serialised and hashed as it goes out. */
  readonly body?: (parameters: z.output<P>) => unknown;
  readonly answer: z.ZodType<A>;
  readonly effect: 'read';
  readonly authenticated: boolean;
  readonly refusals: Refusals;
}

export type ParametersOf<E extends Endpoint> = z.input<E['parameters']>;
export type AnswerOf<E extends Endpoint> = z.output<E['answer']>;

/** Declares an endpoint with its types kept. */
export function endpoint<P extends z.ZodType, A>(spec: Endpoint<P, A>): Endpoint<P, A> {
  return spec;
}
