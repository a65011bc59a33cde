import { errors } from 'undici';
import { type AppError, appError } from '../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../shared/errors/error-table.ts';

/** What the operating system, TLS or undici call a failure, and what it is here. */
const codeByCause: Readonly<Record<string, ErrorCode>> = {
  ENOTFOUND: 'api.host-not-found',
  // No name server answers: that is what a cut network looks like from here.
  EAI_AGAIN: 'api.no-network',
  EAI_FAIL: 'api.host-not-found',
  EAI_NODATA: 'api.host-not-found',
  ENETDOWN: 'api.no-network',
  ENETUNREACH: 'api.no-network',
  EHOSTDOWN: 'api.no-network',
  EHOSTUNREACH: 'api.no-network',
  EADDRNOTAVAIL: 'api.no-network',
  ECONNREFUSED: 'api.connection-refused',
  ECONNRESET: 'api.connection-lost',
  ECONNABORTED: 'api.connection-lost',
  EPIPE: 'api.connection-lost',
  UND_ERR_SOCKET: 'api.connection-lost',
  UND_ERR_DESTROYED: 'api.connection-lost',
  UND_ERR_CLOSED: 'api.connection-lost',
  // A proxy that answers CONNECT with anything but 200.
  UND_ERR_ABORTED: 'api.connection-refused',
  ETIMEDOUT: 'api.timed-out',
  UND_ERR_CONNECT_TIMEOUT: 'api.timed-out',
  ERR_TLS_CERT_ALTNAME_INVALID: 'api.certificate-rejected',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'api.certificate-rejected',
  SELF_SIGNED_CERT_IN_CHAIN: 'api.certificate-rejected',
  UNABLE_TO_GET_ISSUER_CERT: 'api.certificate-rejected',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'api.certificate-rejected',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'api.certificate-rejected',
  INVALID_CA: 'api.certificate-rejected',
  INVALID_PURPOSE: 'api.certificate-rejected',
  HOSTNAME_MISMATCH: 'api.certificate-rejected',
  PATH_LENGTH_EXCEEDED: 'api.certificate-rejected',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'api.cut-off-answer',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'api.malformed-answer',
  UND_ERR_HEADERS_OVERFLOW: 'api.malformed-answer',
};

/** Families of causes: certificate checks of OpenSSL on either side. */
const codeByPattern: readonly (readonly [pattern: RegExp, code: ErrorCode])[] = [
  [/^(?:CERT|CRL)_/, 'api.certificate-rejected'],
  // The other side ends the handshake because of the certificate that we showed, or did not show (RFC 8446, section 6.2).
  [/^ERR_SSL_.*ALERT_(?:.*CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED)/, 'api.unauthorized'],
];

/** Errors that say we called the library wrongly: bugs, not weather. */
const bugs = new Set(['UND_ERR_INVALID_ARG', 'UND_ERR_NOT_SUPPORTED', 'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH']);

/**
 * Tells what a thrown network error was. `answerBegan` makes a break a cut-off answer instead of a lost connection.
 * Errors: `api.no-network`, `api.host-not-found`, `api.connection-refused`, `api.connection-lost`, `api.timed-out`,
 * `api.certificate-rejected`, `api.unauthorized`, `api.cut-off-answer`, `api.not-json`, `api.malformed-answer`.
 * Throws what is a bug.
 */
export function networkFailure(thrown: unknown, answerBegan: boolean): AppError {
  if (thrown instanceof errors.HTTPParserError) {
    return appError('api.not-json', { cause: 'HTTP_PARSER' });
  }
  const cause = causeOf(thrown);
  if (cause === null || bugs.has(cause)) {
    throw thrown;
  }
  const code =
    codeByCause[cause] ?? codeByPattern.find(([pattern]) => pattern.test(cause))?.[1] ?? 'api.connection-lost';
  if (code === 'api.malformed-answer') {
    return appError(code, { path: '', cause });
  }
  return appError(code === 'api.connection-lost' && answerBegan ? 'api.cut-off-answer' : code, { cause });
}

/** The `code` of an error or of what caused it: several addresses of one host fail as one error with many inside. */
function causeOf(thrown: unknown): string | null {
  if (!(thrown instanceof Error)) {
    return null;
  }
  if ('code' in thrown && typeof thrown.code === 'string') {
    return thrown.code;
  }
  const inner = thrown instanceof AggregateError ? thrown.errors[0] : thrown.cause;
  return inner === undefined ? null : causeOf(inner);
}
