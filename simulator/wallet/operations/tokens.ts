import { type Answer, refusal, success } from '../answer.ts';
import type { TokenRecord } from '../records.ts';
import type { Ask } from './ask.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** When a token stops working, in unix seconds. */
export function expiryOf(token: TokenRecord, bornAt: number): number {
  return token.expiresAt ?? bornAt + (token.expiresInSeconds ?? 0);
}

/**
 * POST /oauth/v1/token: a new access token for a refresh token, which works once. The old access token works until it
 * expires by itself. Source: RFC 6749, section 6; the answer's form as in the MAC draft, section 5.1.
 */
export function refreshToken({ body, caller, world }: Ask): Answer {
  if (caller.kind !== 'client') return refusal('unauthorized', "a refresh is signed with the client's own credentials");
  const form = new URLSearchParams(new TextDecoder().decode(body));
  if (form.get('grant_type') !== 'refresh_token') {
    return refusal('unsupported_grant_type', 'the simulator knows refresh_token only');
  }
  const given = form.get('refresh_token');
  if (!given) return refusal('invalid_request', 'refresh_token is missing');
  const old = world.state.data.accessTokens.find((token) => token.refreshToken === given);
  if (old === undefined) return refusal('invalid_grant', 'the refresh token is unknown or was used before');

  const { tokenLifetimeSeconds } = world.state.data.rules;
  const fresh: TokenRecord = {
    id: world.random.text(32, alphabet),
    macKey: world.random.text(32, alphabet),
    refreshToken: world.random.text(32, alphabet),
    wallet: old.wallet,
    scopes: [...old.scopes],
    expiresAt: world.nowSeconds() + tokenLifetimeSeconds,
  };
  // Used up: nothing that a client could send equals it.
  old.refreshToken = `used ${old.id}`;
  world.state.data.accessTokens.push(fresh);
  return success({
    access_token: fresh.id,
    token_type: 'mac',
    expires_in: tokenLifetimeSeconds,
    mac_key: fresh.macKey,
    mac_algorithm: 'hmac-sha-256',
    refresh_token: fresh.refreshToken,
    scope: fresh.scopes.join(' '),
  });
}
