import { type AppError, appError } from '../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../shared/errors/error-table.ts';
import type { Refusals } from './endpoint.ts';

/** Every error code that the API documents. Source: wallet-api.md, "Errors"; seed 001, "Errors" of the operations. */
const codeByApiCode: Refusals = {
  invalid_request: 'api.invalid-request',
  invalid_parameters: 'api.invalid-parameters',
  unauthorized: 'api.unauthorized',
  forbidden: 'wallet.access-revoked',
  not_found: 'api.not-found',
  not_acceptable: 'api.not-acceptable',
  invalid_state: 'api.invalid-state',
  internal_server_error: 'api.server-error',
  card_already_assigned: 'card.already-assigned',
  invalid_code: 'card.invalid-code',
  rate_limit_exceeded: 'api.rate-limited',
};

/** What the API would have said, where an answer has a status but no error code. */
const apiCodeByStatus: Readonly<Record<number, string>> = {
  400: 'invalid_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  406: 'not_acceptable',
  409: 'invalid_state',
  429: 'rate_limit_exceeded',
  500: 'internal_server_error',
};

export interface RefusedAnswer {
  readonly status: number;
  /** `error` of the body; null when it has none. */
  readonly apiCode: string | null;
  /** The Retry-After header, if there was one. */
  readonly retryAfter: string | null;
}

/**
 * Tells what a refusal means: by the body's error code first (the operation's own table before the general one), by
 * the status where there is no code. A code nobody knows is `api.server-error` from 500 up, else `api.refused`, and is
 * in `details.code`. A `forbidden` carries what may be missing, since the API does not say which it is. The API's
 * description is left out: it may hold what the customer typed.
 */
export function refusalOf(answer: RefusedAnswer, refusals: Refusals, possibleCauses: readonly string[] = []): AppError {
  const { status } = answer;
  const apiCode = answer.apiCode ?? apiCodeByStatus[status] ?? null;
  const code = lookUp(refusals, apiCode) ?? lookUp(codeByApiCode, apiCode) ?? unknownCode(status);
  const retryAfterSeconds = /^[0-9]{1,6}$/.test(answer.retryAfter ?? '') ? Number(answer.retryAfter) : undefined;
  return appError(code, {
    status,
    ...(answer.apiCode === null ? {} : { code: printable(answer.apiCode) }),
    ...(apiCode === 'forbidden' && possibleCauses.length > 0 ? { possibleCauses } : {}),
    ...(apiCode === 'rate_limit_exceeded' && retryAfterSeconds !== undefined ? { retryAfterSeconds } : {}),
  });
}

function lookUp(table: Refusals, apiCode: string | null): ErrorCode | undefined {
  return apiCode !== null && Object.hasOwn(table, apiCode) ? table[apiCode] : undefined;
}

function unknownCode(status: number): ErrorCode {
  return status >= 500 ? 'api.server-error' : 'api.refused';
}

/** A code is a word; anything else could be anything, and does not belong on a screen. */
function printable(apiCode: string): string {
  return /^[A-Za-z0-9_.-]{1,64}$/.test(apiCode) ? apiCode : 'illegible';
}
