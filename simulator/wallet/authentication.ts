import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export interface MacCredentials {
  readonly clientId: string;
  readonly macKey: string;
}

/** A request exactly as it was received: the signature covers the raw target and the raw body. */
export interface ReceivedRequest {
  readonly method: string;
  readonly target: string;
  readonly host: string | undefined;
  readonly authorization: string | undefined;
  readonly body: Uint8Array;
}

/** `id`: the key identifier that signed, the client's own or an access token. */
export type Verdict =
  | { readonly kind: 'accepted'; readonly id: string }
  | { readonly kind: 'refused'; readonly description: string };

interface MacHeader {
  readonly id: string;
  readonly ts: string;
  readonly nonce: string;
  readonly mac: string;
  readonly ext: string;
}

/** The key behind an identifier other than the client's own, or why it is refused. */
export type TokenKey = { readonly macKey: string } | { readonly refused: string };

interface AuthenticatorOptions {
  readonly credentials: MacCredentials;
  /** The client's keys that are good now, while one is exchanged for another; the one in `credentials` when absent. */
  readonly clientKeys?: () => readonly string[];
  /** Access tokens; null for an identifier that is none. */
  readonly findTokenKey?: (id: string) => TokenKey | null;
  /** The server's clock, in seconds since the epoch. */
  readonly nowSeconds: () => number;
  /** The port that a Host header without one means. */
  readonly defaultPort: () => number;
  /** How far a time stamp may be from the clock, either way. */
  readonly windowSeconds?: number;
  /** Nonces kept at most; the oldest are forgotten first. */
  readonly maxNonces?: number;
}

/**
 * Makes the check that every signed request passes through: header, client id, time stamp, MAC, body hash and
 * a nonce never seen before. Remembers nonces, so one authenticator belongs to one server.
 * Source: draft-ietf-oauth-v2-http-mac-01, sections 3 and 4; body hash as in the seed's examples.
 */
export function createAuthenticator(options: AuthenticatorOptions): (request: ReceivedRequest) => Verdict {
  const {
    credentials,
    clientKeys = () => [credentials.macKey],
    findTokenKey = () => null,
    nowSeconds,
    defaultPort,
    windowSeconds = 300,
    maxNonces = 50_000,
  } = options;
  const expiryByNonce = new Map<string, number>();

  return (request) => {
    if (request.authorization === undefined) return refused('the Authorization header is missing');
    const header = parseMacHeader(request.authorization);
    if (header === null) return refused('the Authorization header is not a well-formed MAC one');
    const key = header.id === credentials.clientId ? credentials : findTokenKey(header.id);
    if (key === null) return refused('the MAC key identifier is not known');
    if ('refused' in key) return refused(key.refused);

    const now = nowSeconds();
    if (Math.abs(now - Number(header.ts)) > windowSeconds) return refused('the timestamp is not within the window');

    const host = parseHost(request.host, defaultPort());
    if (host === null) return refused('the Host header is missing or malformed');
    const keys = key === credentials ? clientKeys() : [key.macKey];
    const normalised = normaliseRequest(request, host, header);
    const isSigned = keys.some((good) => equalInConstantTime(header.mac, computeMac(good, normalised)));
    if (!isSigned) return refused('the MAC is not the one of this request');
    if (!bodyHashFits(header.ext, request.body)) return refused('the body hash is missing or not the one of the body');

    forgetExpired(expiryByNonce, now, maxNonces);
    // Only after the MAC: a stranger must not be able to use up other people's nonces.
    const nonce = JSON.stringify([header.id, header.nonce]);
    if (expiryByNonce.has(nonce)) return refused('the nonce was used before');
    expiryByNonce.set(nonce, Number(header.ts) + windowSeconds);
    return { kind: 'accepted', id: header.id };
  };
}

/** Base64 of HMAC-SHA-256 over the normalised string. Source: the draft, section 3.2, `hmac-sha-256`. */
export function computeMac(macKey: string, normalised: string): string {
  return createHmac('sha256', macKey).update(normalised, 'utf8').digest('base64');
}

/** The seven values of a request, each ended by a line feed, `ext` too when it is empty (the draft, section 3.2.1). */
export function normaliseRequest(
  request: Pick<ReceivedRequest, 'method' | 'target'>,
  host: { readonly name: string; readonly port: number },
  header: Pick<MacHeader, 'ts' | 'nonce' | 'ext'>,
): string {
  const values = [header.ts, header.nonce, request.method, request.target, host.name, host.port, header.ext];
  return values.map((value) => `${value}\n`).join('');
}

/** Null unless it is `MAC` with id, ts, nonce and mac, perhaps ext, each once and in the draft's characters. */
export function parseMacHeader(text: string): MacHeader | null {
  const scheme = /^MAC +/i.exec(text);
  if (scheme === null) return null;
  const attribute = /([a-z]+)="([\x20\x21\x23-\x5b\x5d-\x7e]*)"(?: *, *(?=[a-z])| *$)/y;
  attribute.lastIndex = scheme[0].length;
  const found = new Map<string, string>();
  while (attribute.lastIndex < text.length) {
    const match = attribute.exec(text);
    const [, name, value] = match ?? [];
    if (name === undefined || value === undefined || found.has(name)) return null;
    found.set(name, value);
  }
  const { id, ts, nonce, mac, ext = '', ...others } = Object.fromEntries(found);
  if (Object.keys(others).length > 0) return null;
  if (!id || !mac || !nonce || nonce.length > 256) return null;
  if (ts === undefined || !/^[1-9][0-9]{0,14}$/.test(ts)) return null;
  return { id, ts, nonce, mac, ext };
}

function parseHost(text: string | undefined, defaultPort: number): { name: string; port: number } | null {
  const match = /^([a-z0-9.-]+|\[[0-9a-f:.]+\])(?::([0-9]{1,5}))?$/.exec((text ?? '').toLowerCase());
  if (match?.[1] === undefined) return null;
  return { name: match[1], port: match[2] === undefined ? defaultPort : Number(match[2]) };
}

/** A request with a body must carry its hash; one without may. */
function bodyHashFits(ext: string, body: Uint8Array): boolean {
  const claimed = new URLSearchParams(ext).get('body_hash');
  if (claimed === null) return body.byteLength === 0;
  return equalInConstantTime(claimed, createHash('sha256').update(body).digest('base64'));
}

function equalInConstantTime(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.byteLength === b.byteLength && timingSafeEqual(a, b);
}

/** An expired nonce is harmless: its time stamp is refused. Stops at the first fresh one, and at `maxNonces`. */
function forgetExpired(expiryByNonce: Map<string, number>, now: number, maxNonces: number): void {
  for (const [nonce, expiry] of expiryByNonce) {
    if (expiry >= now && expiryByNonce.size < maxNonces) return;
    expiryByNonce.delete(nonce);
  }
}

function refused(description: string): Verdict {
  return { kind: 'refused', description };
}
