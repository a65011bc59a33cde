import { createHash, createHmac, createSecretKey } from 'node:crypto';

export interface MacCredentials {
  readonly clientId: string;
  readonly macKey: string;
}

/** Everything that a MAC covers. */
export interface SignedParts {
  /** Unix seconds. */
  readonly ts: string;
  readonly nonce: string;
  readonly method: string;
  /** Path and query exactly as sent. */
  readonly requestUri: string;
  readonly host: string;
  readonly port: number;
  /** Empty when the request has no body. */
  readonly ext: string;
}

export type Signer = (parts: Omit<SignedParts, 'ext'> & { readonly body: Uint8Array | null }) => string;

/** The text under the MAC; an empty `ext` keeps its line. Source: OAuth 2.0 HTTP MAC draft 01, section 3.2.1. */
export function normalisedRequest(parts: SignedParts): string {
  const { ts, nonce, method, requestUri, host, port, ext } = parts;
  return [ts, nonce, method, requestUri, host.toLowerCase(), port, ext].map((part) => `${part}\n`).join('');
}

/** The `ext` of a request with a body: its SHA-256 over the bytes as sent. Source: wallet-api.md, "Authentication". */
export function bodyHashExt(body: Uint8Array): string {
  return `body_hash=${encodeURIComponent(createHash('sha256').update(body).digest('base64'))}`;
}

const plainQuotable = /^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/;

/**
 * Makes the function that writes `Authorization` headers. The key lives in its closure, as an object that prints
 * nothing of itself. Throws when the client id cannot stand between quotes; the message does not repeat it.
 */
export function createSigner(credentials: MacCredentials): Signer {
  const { clientId } = credentials;
  const key = createSecretKey(credentials.macKey, 'utf8');
  if (!plainQuotable.test(clientId)) {
    throw new TypeError('the client id has a character that no header can carry');
  }
  return ({ body, ...rest }) => {
    const ext = body === null ? '' : bodyHashExt(body);
    const mac = createHmac('sha256', key)
      .update(normalisedRequest({ ...rest, ext }))
      .digest('base64');
    const fields = { id: clientId, ts: rest.ts, nonce: rest.nonce, mac, ...(ext === '' ? {} : { ext }) };
    return `MAC ${Object.entries(fields)
      .map(([name, value]) => `${name}="${value}"`)
      .join(', ')}`;
  };
}
