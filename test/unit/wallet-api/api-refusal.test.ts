import { describe, expect, test } from 'vitest';
import { refusalOf } from '../../../electron/wallet-api/api-refusal.ts';
import { readBalanceReceipt } from '../../../electron/wallet-api/endpoints/read-balance-receipt.ts';
import { readWallet } from '../../../electron/wallet-api/endpoints/read-wallet.ts';

const said = (apiCode: string | null, status: number, retryAfter: string | null = null) => ({
  apiCode,
  status,
  retryAfter,
});

describe('each documented code has its own meaning', () => {
  test.each([
    ['invalid_request', 400, 'api.invalid-request', 'input'],
    ['invalid_parameters', 400, 'api.invalid-parameters', 'input'],
    ['unauthorized', 401, 'api.unauthorized', 'auth'],
    ['forbidden', 403, 'wallet.access-revoked', 'refused'],
    ['not_found', 404, 'api.not-found', 'refused'],
    ['not_acceptable', 406, 'api.not-acceptable', 'upstream'],
    ['invalid_state', 409, 'api.invalid-state', 'refused'],
    ['internal_server_error', 500, 'api.server-error', 'upstream'],
    ['card_already_assigned', 400, 'card.already-assigned', 'refused'],
    ['invalid_code', 400, 'card.invalid-code', 'input'],
    ['rate_limit_exceeded', 403, 'api.rate-limited', 'busy'],
  ])('%s with status %i is %s', (apiCode, status, code, kind) => {
    expect(refusalOf(said(apiCode, status), {})).toEqual({ code, kind, details: { status, code: apiCode } });
  });
});

describe('a status without a code stands for the code it belongs to', () => {
  test.each([
    [400, 'api.invalid-request'],
    [401, 'api.unauthorized'],
    [403, 'wallet.access-revoked'],
    [404, 'api.not-found'],
    [406, 'api.not-acceptable'],
    [409, 'api.invalid-state'],
    [418, 'api.refused'],
    [429, 'api.rate-limited'],
    [500, 'api.server-error'],
    [503, 'api.server-error'],
  ])('%i is %s', (status, code) => {
    expect(refusalOf(said(null, status), {})).toMatchObject({ code, details: { status } });
  });
});

test('the code in the body wins over the status', () => {
  expect(refusalOf(said('rate_limit_exceeded', 403), {}).code).toBe('api.rate-limited');
});

test('an operation says what a refusal means to it', () => {
  expect(refusalOf(said('not_found', 404), readWallet.refusals).code).toBe('wallet.not-found');
  expect(refusalOf(said('forbidden', 403), readWallet.refusals).code).toBe('wallet.access-revoked');
  expect(refusalOf(said('forbidden', 403), readBalanceReceipt.refusals).code).toBe('receipt.not-enabled');
  expect(refusalOf(said(null, 404), readWallet.refusals).code).toBe('wallet.not-found');
});

test('a code that nobody knows is a refusal with its name, from 500 up a failure of the server', () => {
  expect(refusalOf(said('wallet_asleep', 400), {})).toMatchObject({
    code: 'api.refused',
    details: { code: 'wallet_asleep' },
  });
  expect(refusalOf(said('wallet_asleep', 503), {}).code).toBe('api.server-error');
});

test('a code that only looks like a field of an object is unknown too', () => {
  expect(refusalOf(said('constructor', 400), {}).code).toBe('api.refused');
});

test('what is no word does not reach a screen', () => {
  expect(refusalOf(said('jonas@example.com 5487963154', 400), {}).details).toEqual({ status: 400, code: 'illegible' });
});

test('a rate limit says how long to wait, if the API said so in seconds', () => {
  expect(refusalOf(said('rate_limit_exceeded', 429, '30'), {}).details).toMatchObject({ retryAfterSeconds: 30 });
  expect(refusalOf(said('rate_limit_exceeded', 429, 'Fri, 20 Nov'), {}).details).not.toHaveProperty(
    'retryAfterSeconds',
  );
});
