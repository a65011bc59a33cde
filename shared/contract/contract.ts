import type { z } from 'zod';
import type { ErrorCode } from '../errors/error-table.ts';

/** A call from the page to main. The answer is a `Result`: the output, or one of `errors` (or `app.fault`). */
export interface CallSpec {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  readonly errors: readonly ErrorCode[];
}

export type Contract = Readonly<Record<string, CallSpec>>;

/** What main tells the page, named in the past tense. */
export type EventContract = Readonly<Record<string, z.ZodType>>;
