import type { z } from 'zod';
import type { ErrorCode } from '../../shared/errors/error-table.ts';

/** Error codes of the API that a refusal of this operation can carry, mapped to ours. */
export type Refusals = Readonly<Record<string, ErrorCode>>;

/** One `name=value` of a query in the order it is sent; an undefined value is left out. */
export type QueryPair = readonly [name: string, value: string | undefined];

/** One operation of the API as data. Signing, sending, parsing and the retry decision live in the client. */
export interface Endpoint<P extends z.ZodType = z.ZodType, A = unknown> {
  /** Name of the operation, for logs and docs: `noun.verb`. */
  readonly name: string;
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
  /** A mutation is never repeated by the client; one that was sent and not answered is `api.outcome-unknown`. */
  readonly effect: 'read' | 'mutation';
  readonly authenticated: boolean;
  readonly refusals: Refusals;
}

export type ParametersOf<E extends Endpoint> = z.input<E['parameters']>;
export type AnswerOf<E extends Endpoint> = z.output<E['answer']>;

/** Declares an endpoint with its types kept. */
export function endpoint<P extends z.ZodType, A>(spec: Endpoint<P, A>): Endpoint<P, A> {
  return spec;
}
