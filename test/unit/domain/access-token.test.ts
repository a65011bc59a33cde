import { describe, expect, it } from 'vitest';
import { readTokenText, TokenAnswer, tokenOf } from '../../../shared/domain/access-token.ts';

const now = 1_795_176_000;
const answer = {
  access_token: 'example-token',
  token_type: 'mac',
  expires_in: 3600,
  mac_key: 'example-key',
  mac_algorithm: 'hmac-sha-256',
  refresh_token: 'example-refresh',
  scope: 'balance  wallet_list',
};

describe('an imported token', () => {
  it('keeps what signs, what renews it, and when it ends', () => {
    expect(readTokenText(`\n${JSON.stringify(answer, null, 2)}\n`, now)).toEqual({
      ok: true,
      value: {
        accessToken: 'example-token',
        macKey: 'example-key',
        refreshToken: 'example-refresh',
        expiresAt: now + 3600,
        scopes: ['balance', 'wallet_list'],
      },
    });
  });

  it('needs no more than an identifier and a key', () => {
    const text = JSON.stringify({ access_token: 'example-token', mac_key: 'example-key', wallet: 14471 });
    expect(readTokenText(text, now)).toMatchObject({
      ok: true,
      value: { refreshToken: null, expiresAt: null, scopes: null },
    });
  });

  it.each([
    ['not JSON', '{"access_token":', 'token.json'],
    ['a bearer token', JSON.stringify({ ...answer, token_type: 'bearer' }), 'token.fields'],
    ['another algorithm', JSON.stringify({ ...answer, mac_algorithm: 'hmac-sha-1' }), 'token.fields'],
    ['no key', JSON.stringify({ ...answer, mac_key: undefined }), 'token.fields'],
    ['a quote in its identifier', JSON.stringify({ ...answer, access_token: 'a"b' }), 'token.fields'],
    ['an error of the endpoint', JSON.stringify({ error: 'invalid_grant' }), 'token.fields'],
    ['a list', '[]', 'token.fields'],
  ])('that is %s is refused, and nothing of it is repeated', (_, text, rule) => {
    const result = readTokenText(text, now);
    expect(result).toMatchObject({ ok: false, error: { code: 'identifier.malformed', details: { rule } } });
    expect(JSON.stringify(result)).not.toMatch(/example-/);
  });

  it('names the fields that are wrong', () => {
    expect(readTokenText(JSON.stringify({ access_token: 'example-token' }), now)).toMatchObject({
      error: { details: { allowed: expect.stringMatching(/not so: mac_key$/) } },
    });
  });
});

it('what the answer to a refresh leaves out stays as it was', () => {
  const before = tokenOf(TokenAnswer.parse(answer), now);
  const fresh = tokenOf({ access_token: 'second', mac_key: 'second-key', expires_in: 10 }, now + 5, before);
  expect(fresh).toEqual({
    accessToken: 'second',
    macKey: 'second-key',
    refreshToken: 'example-refresh',
    expiresAt: now + 15,
    scopes: ['balance', 'wallet_list'],
  });
});
