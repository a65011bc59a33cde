import type { Endpoint } from './endpoint.ts';
import { asksForOwnWallet } from './identity.ts';

/**
 * Lists what may be behind a `forbidden`, for screens and scripts: `scope:…`, `special-permission`, `feature:…`,
 * `access-token`, and always `grant-revoked`, since a user can revoke any grant at any time. The API does not say which.
 * Source: wallet-api.md, "Scopes and special permissions".
 */
export function possibleCausesOf(endpoint: Endpoint, parameters: unknown): readonly string[] {
  const { scopes, specialPermission, feature } = endpoint.needsFor?.(parameters) ?? endpoint.needs;
  return [
    ...(asksForOwnWallet(parameters) ? ['access-token'] : []),
    ...scopes.flat().map((scope) => `scope:${scope}`),
    ...(specialPermission ? ['special-permission'] : []),
    ...(feature === undefined ? [] : [`feature:${feature}`]),
    'grant-revoked',
  ];
}
