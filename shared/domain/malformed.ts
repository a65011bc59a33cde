import { z } from 'zod';
import { type AppError, appError } from '../errors/app-error.ts';
import type { ErrorCode } from '../errors/error-table.ts';
import { type Err, err, type Result } from '../errors/result.ts';

/**
 * Refuses what people typed or a script passed: `identifier.malformed` with the rule that it breaks and what is allowed.
 * The text itself is left out: it may be a customer's.
 */
export function malformed(rule: string, allowed: string): Err<AppError> {
  return err(appError('identifier.malformed', { rule, allowed }));
}

/** What a reader of typed text makes of it. */
type Reader = (text: string) => Result<string>;

const code: ErrorCode = 'identifier.malformed';

/**
 * A schema that takes a text only in the form that its reader gives it: the last gate before anything is sent. Its issue
 * carries code, rule and what is allowed.
 */
export function canonical(read: Reader): z.ZodString {
  return z.string().check((context) => {
    const text = context.value;
    const result = read(text);
    if (!result.ok) {
      context.issues.push({ code: 'custom', input: text, params: { code, ...result.error.details } });
    } else if (result.value !== text) {
      context.issues.push({
        code: 'custom',
        input: text,
        params: { code, rule: 'form', allowed: 'only its plain form' },
      });
    }
  });
}
