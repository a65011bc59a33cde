import { errors } from 'undici';
import { expect, test } from 'vitest';
import { networkFailure } from '../../../electron/wallet-api/network-failure.ts';

function failure(code: string): Error {
  return Object.assign(new Error('said by the system'), { code });
}

test.each([
  ['ENOTFOUND', 'api.host-not-found'],
  ['EAI_AGAIN', 'api.no-network'],
  ['ENETUNREACH', 'api.no-network'],
  ['EHOSTUNREACH', 'api.no-network'],
  ['ECONNREFUSED', 'api.connection-refused'],
  ['UND_ERR_ABORTED', 'api.connection-refused'],
  ['ECONNRESET', 'api.connection-lost'],
  ['EPIPE', 'api.connection-lost'],
  ['UND_ERR_SOCKET', 'api.connection-lost'],
  ['ETIMEDOUT', 'api.timed-out'],
  ['UND_ERR_CONNECT_TIMEOUT', 'api.timed-out'],
  ['CERT_HAS_EXPIRED', 'api.certificate-rejected'],
  // What the other side says of the certificate that we show.
  ['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', 'api.unauthorized'],
  ['ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE', 'api.unauthorized'],
  ['ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED', 'api.unauthorized'],
  ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'api.unauthorized'],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'api.connection-lost'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'api.certificate-rejected'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'api.certificate-rejected'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'api.certificate-rejected'],
  ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'api.cut-off-answer'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'api.connection-lost'],
  ['EWHATEVER', 'api.connection-lost'],
])('%s is %s, and the cause goes along for support', (cause, code) => {
  expect(networkFailure(failure(cause), false)).toMatchObject({ code, details: { cause } });
});

test('a connection that broke inside the answer cut it off', () => {
  expect(networkFailure(failure('UND_ERR_SOCKET'), true).code).toBe('api.cut-off-answer');
});

test('what is not even HTTP is no JSON, and nothing of it goes along', () => {
  const error = networkFailure(new errors.HTTPParserError('SSH-2.0 and a secret'), false);
  expect(error).toEqual({ code: 'api.not-json', kind: 'upstream', details: { cause: 'HTTP_PARSER' } });
});

test('an answer beyond all size is malformed as a whole', () => {
  expect(networkFailure(failure('UND_ERR_RES_EXCEEDED_MAX_SIZE'), true)).toMatchObject({
    code: 'api.malformed-answer',
    details: { path: '' },
  });
});

test('a host whose addresses all failed is told apart by the first of them', () => {
  const all = new AggregateError([failure('ECONNREFUSED'), failure('ENETUNREACH')]);
  expect(networkFailure(all, false).code).toBe('api.connection-refused');
});

test('an error around another is told apart by the inner one', () => {
  expect(networkFailure(new Error('outer', { cause: failure('ENETDOWN') }), false).code).toBe('api.no-network');
});

test('what no network can cause is a bug and is thrown on', () => {
  expect(() => networkFailure(failure('UND_ERR_INVALID_ARG'), false)).toThrow('said by the system');
  expect(() => networkFailure(new TypeError('ours'), false)).toThrow('ours');
});
