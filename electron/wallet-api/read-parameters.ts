import { appError, type ErrorDetails } from '../../shared/errors/app-error.ts';
import { type ErrorCode, errorTable } from '../../shared/errors/error-table.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import type { Endpoint } from './endpoint.ts';

/**
 * Reads what a caller gave by the endpoint's own schema, before anything is sent; names the path, never the value.
 * Errors: `api.invalid-parameters`, or the code that the schema names, with the rule that was broken if it tells one.
 */
export function readParameters(endpoint: Endpoint, given: unknown): Result<unknown> {
  const parsed = endpoint.parameters.safeParse(given);
  if (parsed.success) {
    return ok(parsed.data);
  }
  const issue = parsed.error.issues[0];
  const { code: named, ...facts } = (issue?.code === 'custom' ? issue.params : undefined) ?? {};
  const code: ErrorCode =
    typeof named === 'string' && Object.hasOwn(errorTable, named) ? (named as ErrorCode) : 'api.invalid-parameters';
  // The schema's own word for the rule (`too_big`), where the declaration names none; never what was given.
  const rule: ErrorDetails = issue === undefined || issue.code === 'custom' ? {} : { rule: issue.code };
  return err(appError(code, { ...rule, ...facts, path: issue?.path.join('.') ?? '', sent: false }));
}
