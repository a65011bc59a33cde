import type { Endpoint, QueryPair } from './endpoint.ts';

/** One operation with its parameters filled in: exactly what is signed and exactly what goes out. */
export interface ApiRequest {
  readonly method: Endpoint['method'] | 'POST';
  /** Path and query, percent-encoded; nobody touches it on its way to the socket. */
  readonly requestUri: string;
  readonly body: Uint8Array | null;
}

// What encodeURIComponent leaves alone although RFC 3986 reserves it.
const reservedLeftovers = /[!'()*]/g;

/**
 * Percent-encodes one part of a path or query. Unreserved characters, `,` and `@` stay as they are, since the API signs
 * lists and addresses that way; all else, `[` and `]` included, is escaped.
 * Source: RFC 3986, section 2.3; seed 001, the signed example requests.
 */
export function encodeUriPart(text: string): string {
  return encodeURIComponent(text.toWellFormed())
    .replace(reservedLeftovers, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%2C', ',')
    .replaceAll('%40', '@');
}

/** Fills an endpoint's path, query and body from parameters that its schema has accepted. */
export function buildRequest(endpoint: Endpoint, parameters: unknown, basePath: string): ApiRequest {
  const path = endpoint.path.replace(/:([A-Za-z]+)/g, (_, name: string) =>
    encodeUriPart(pathParameter(parameters, name)),
  );
  const body = endpoint.body?.(parameters);
  return {
    method: endpoint.method,
    requestUri: `${basePath}${path}${encodeQuery(endpoint.query?.(parameters) ?? [])}`,
    body: body === undefined ? null : serialiseBody(body),
  };
}

function pathParameter(parameters: unknown, name: string): string {
  const value = (parameters as Readonly<Record<string, unknown>>)[name];
  if (typeof value !== 'string' && typeof value !== 'number') {
    throw new TypeError(`the path needs :${name}, which the parameters do not have`);
  }
  return String(value);
}

function encodeQuery(pairs: readonly QueryPair[]): string {
  const parts = pairs.flatMap(([name, value]) =>
    value === undefined ? [] : [`${encodeUriPart(name)}=${encodeUriPart(value)}`],
  );
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** Indented by four, LF, no final newline: byte for byte the bodies whose hashes the seed's examples carry. */
function serialiseBody(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value, null, 4));
}
