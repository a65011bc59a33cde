/** Where the API is, taken apart into what the signature and the socket need. */
export interface ApiBase {
  /** Scheme, host and port, for the connection. */
  readonly origin: string;
  /** As in the Host header without its port, lower case: what the MAC signs. */
  readonly host: string;
  readonly port: number;
  /** Path that every endpoint's path is put behind; empty or starting with a slash, never ending with one. */
  readonly path: string;
  readonly loopback: boolean;
}

const loopbackHost = /^(?:127\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}|\[::1\])$/;

/**
 * Takes the base URL apart. The settings have refused a bad one long before; here a bad one is a bug, and throws.
 * Plain http passes for a literal loopback address only: `localhost` is a name, and names can be pointed elsewhere.
 */
export function parseBaseUrl(text: string): ApiBase {
  const url = new URL(text);
  const loopback = loopbackHost.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) {
    throw new TypeError('the API is reached over https, or over http at a literal loopback address');
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new TypeError('the base URL of the API has an address and a path only');
  }
  return {
    origin: url.origin,
    host: url.hostname,
    port: url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port),
    path: url.pathname.replace(/\/+$/, ''),
    loopback,
  };
}
