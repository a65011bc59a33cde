/** What the server says: a status and a value to be written as JSON. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Error codes of the API's documentation and their statuses. */
const errorStatuses = {
  invalid_request: 400,
  invalid_parameters: 400,
  // Named by the seed without a status, like card_already_assigned below.
  invalid_code: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  not_acceptable: 406,
  invalid_state: 409,
  card_already_assigned: 409,
  // The documentation names the code and no status; this is HTTP's own for it (RFC 6585, section 4).
  rate_limit_exceeded: 429,
  internal_server_error: 500,
  // The two of a token's refresh (RFC 6749, section 5.2).
  invalid_grant: 400,
  unsupported_grant_type: 400,
} as const;

export type RefusalCode = keyof typeof errorStatuses;

export function success(body: unknown): Answer {
  return { status: 200, body };
}

/** An error answer in the API's form: `error` and `error_description`. */
export function refusal(code: RefusalCode, description: string): Answer {
  return { status: errorStatuses[code], body: { error: code, error_description: description } };
}
