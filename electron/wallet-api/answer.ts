import type { z } from 'zod';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { refusalOf } from './api-refusal.ts';
import type { Refusals } from './endpoint.ts';

/** An answer that arrived whole. */
export interface ReceivedAnswer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: Uint8Array;
}

/**
 * Reads an answer: JSON or not, refusal or not, and then its fields.
 * Errors: `api.empty-answer`, `api.not-json`, `api.cut-off-answer`, `api.malformed-answer` with `details.path`,
 * `api.server-error`, and the refusals of `refusalOf`.
 */
export function readAnswer<A>(
  answer: ReceivedAnswer,
  schema: z.ZodType<A>,
  refusals: Refusals,
  possibleCauses: readonly string[] = [],
): Result<A> {
  const { status, retryAfter } = answer;
  const succeeded = status >= 200 && status < 300;
  const json = parseBody(answer.body);
  const apiCode = json.ok ? errorCodeIn(json.value) : null;
  if (apiCode !== null) {
    return err(refusalOf({ status, apiCode, retryAfter }, refusals, possibleCauses));
  }
  if (!succeeded && (json.ok || json.error.code === 'api.empty-answer' || status >= 500)) {
    return refusedByStatus(answer, refusals, possibleCauses);
  }
  if (!json.ok) {
    // Not the API's own words: the page of a proxy or portal, or a wrong base URL. Its status means nothing here.
    return err(appError(json.error.code, { status }));
  }
  const parsed = schema.safeParse(withoutNulls(json.value));
  if (parsed.success) {
    return ok(parsed.data);
  }
  const issue = parsed.error.issues[0];
  return err(appError('api.malformed-answer', { path: issue?.path.join('.') ?? '', status }));
}

function refusedByStatus(
  { status, retryAfter }: ReceivedAnswer,
  refusals: Refusals,
  possibleCauses: readonly string[],
): Result<never> {
  // Redirects are not followed: signed for one address, the request would prove nothing at another.
  return status < 400
    ? err(appError('api.not-json', { status }))
    : err(refusalOf({ status, apiCode: null, retryAfter }, refusals, possibleCauses));
}

function errorCodeIn(json: unknown): string | null {
  return typeof json === 'object' && json !== null && 'error' in json && typeof json.error === 'string'
    ? json.error
    : null;
}

/** Errors: `api.empty-answer`, `api.cut-off-answer`, `api.not-json`. */
function parseBody(body: Uint8Array): Result<unknown> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body).trim();
  } catch {
    return err(appError('api.not-json'));
  }
  if (text === '') {
    return err(appError('api.empty-answer'));
  }
  try {
    return ok(JSON.parse(text));
  } catch {
    return err(appError(endsInside(text) ? 'api.cut-off-answer' : 'api.not-json'));
  }
}

/** Whether a text that is no JSON starts like an object or list and stops before that is closed. */
function endsInside(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (inString) {
      index += sign === '\\' ? 1 : 0;
      inString = sign !== '"';
    } else if (sign === '"') {
      inString = true;
    } else if (sign === '{' || sign === '[') {
      depth += 1;
    } else if (sign === '}' || sign === ']') {
      depth -= 1;
    }
    if (depth === 0) {
      return false;
    }
  }
  return true;
}

// Deeper than any answer of the API, and shallow enough for the stack: what lies below stays as it came.
const deepestLevel = 32;

/** A field that is null is a field that is absent: the seed sends `owner_title` as null and leaves other fields out. */
function withoutNulls(json: unknown, level = 0): unknown {
  if (typeof json !== 'object' || json === null || level === deepestLevel) {
    return json;
  }
  if (Array.isArray(json)) {
    return json.map((item) => withoutNulls(item, level + 1));
  }
  return Object.fromEntries(
    Object.entries(json).flatMap(([name, value]) => (value === null ? [] : [[name, withoutNulls(value, level + 1)]])),
  );
}
