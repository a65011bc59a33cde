import { z } from 'zod';
import { ok, type Result } from '../errors/result.ts';
import { malformed } from './malformed.ts';

/** What a user granted: it signs in the place of the client's credentials, and knows whose wallet `me` is. A secret. */
export const AccessToken = z.strictObject({
  accessToken: z.string(),
  macKey: z.string(),
  /** Gives a new token once; null when there is none. */
  refreshToken: z.string().nullable(),
  /** Unix seconds; null when nobody said. */
  expiresAt: z.int().nullable(),
  scopes: z.array(z.string()).nullable(),
});
export type AccessToken = Readonly<z.infer<typeof AccessToken>>;

/** Stands between the quotes of a header. */
const Quotable = z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,2048}$/);
const Secret = z.string().regex(/^[\x21-\x7e]{1,2048}$/);
const anyCase = (word: string) => z.string().refine((text) => text.toLowerCase() === word);

/** The answer of a token endpoint. Source: RFC 6749, section 5.1; OAuth 2.0 HTTP MAC draft 01, section 5.1. */
export const TokenAnswer = z.looseObject({
  access_token: Quotable,
  token_type: anyCase('mac').optional(),
  mac_key: Secret,
  mac_algorithm: anyCase('hmac-sha-256').optional(),
  refresh_token: Secret.optional(),
  /** Seconds from now. */
  expires_in: z.int().min(0).optional(),
  /** Words apart by spaces. */
  scope: z.string().max(4096).optional(),
});
export type TokenAnswer = z.infer<typeof TokenAnswer>;

/**
 * Makes a token of a token endpoint's answer at a time in Unix seconds. What the answer to a refresh leaves out stays as
 * it was with the token before (RFC 6749, sections 5.1 and 6).
 */
export function tokenOf(answer: TokenAnswer, nowSeconds: number, before: AccessToken | null = null): AccessToken {
  const { access_token, mac_key, refresh_token, expires_in, scope } = answer;
  return {
    accessToken: access_token,
    macKey: mac_key,
    refreshToken: refresh_token ?? before?.refreshToken ?? null,
    expiresAt: expires_in === undefined ? null : nowSeconds + expires_in,
    scopes: scope === undefined ? (before?.scopes ?? null) : scope.split(' ').filter((word) => word !== ''),
  };
}

/**
 * Reads a token endpoint's answer as text, as it is imported. Errors: `identifier.malformed` with rule `token.json` or
 * `token.fields` and the names of the fields that are wrong, never a value.
 */
export function readTokenText(text: string, nowSeconds: number): Result<AccessToken> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return malformed('token.json', 'the JSON object that the token endpoint answered with');
  }
  const answer = TokenAnswer.safeParse(json);
  if (answer.success) {
    return ok(tokenOf(answer.data, nowSeconds));
  }
  const fields = new Set(answer.error.issues.map((issue) => issue.path.join('.') || 'all of it'));
  return malformed(
    'token.fields',
    `access_token and mac_key of a MAC token with hmac-sha-256; not so: ${[...fields].join(', ')}`,
  );
}
