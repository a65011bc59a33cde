import type { Endpoint } from './endpoint.ts';

/**
 * Lists what may be behind a `forbidden`, for screens and scripts: `scope:…`, `special-permission`, `feature:…`,
 * `access-token`, and always `grant-revoked`, since a user can revoke any grant at any time. The API does not say which.
 * Source: wallet-api.md, "Scopes and special permissions".
 */
export function possibleCausesOf(endpoint: Endpoint, parameters: unknown): readonly string[] {
  const { scopes, specialPermission, feature } = endpoint.needsFor?.(parameters) ?? endpoint.needs;
  return [
    ...(isOwn(parameters) ? ['access-token'] : []),
    ...scopes.flat().map((scope) => `scope:${scope}`),
    ...(specialPermission ? ['special-permission'] : []),
    ...(feature === undefined ? [] : [`feature:${feature}`]),
    'grant-revoked',
  ];
}

/** `me` is whoever granted the access token; without one it is nobody. */
function isOwn(parameters: unknown): boolean {
  return (parameters as { readonly walletId?: unknown } | null)?.walletId === 'me';
}
