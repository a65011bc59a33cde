import { describe, expect, it } from 'vitest';
import {
  createAuthenticator,
  parseMacHeader,
  type ReceivedRequest,
  type Verdict,
} from '../../../../simulator/wallet/authentication.ts';
import { exampleCredentials } from '../../../../simulator/wallet/server.ts';
import { exchangeRaw, send, sign, start } from './exchange.ts';
import { seedNonce, seedRequests, seedTimestamp } from './seed-requests.ts';

type SeedRequest = (typeof seedRequests)[number];

function authenticator(nowSeconds: () => number = () => seedTimestamp): (request: ReceivedRequest) => Verdict {
  return createAuthenticator({ credentials: exampleCredentials, nowSeconds, defaultPort: () => 443 });
}

function headerOf({ mac, ext }: SeedRequest, nonce = seedNonce): string {
  const base = `MAC id="wkVd93h2uS", ts="${seedTimestamp}", nonce="${nonce}", mac="${mac}"`;
  return ext === undefined ? base : `${base}, ext="${ext}"`;
}

function received(request: SeedRequest): ReceivedRequest {
  return {
    method: request.method,
    target: request.target,
    host: 'wallet.paysera.com',
    authorization: headerOf(request),
    body: Buffer.from(request.body ?? ''),
  };
}

const [first, second] = seedRequests as [SeedRequest, SeedRequest];
const withBody = seedRequests.find(({ body }) => body !== undefined) as SeedRequest;

describe("the seed's signatures", () => {
  it('holds all seventeen example requests', () => {
    expect(seedRequests).toHaveLength(17);
  });

  it.each(seedRequests)('accepts $method $target', (request) => {
    expect(authenticator()(received(request))).toMatchObject({ kind: 'accepted' });
  });

  it.each(seedRequests)('accepts $method $target as bytes on a socket', async (request) => {
    const simulator = await start();
    const lines = [
      `${request.method} ${request.target} HTTP/1.1`,
      'Host: wallet.paysera.com',
      `Authorization: ${headerOf(request)}`,
      `Content-Length: ${Buffer.byteLength(request.body ?? '')}`,
      'Connection: close',
    ];
    const answer = await exchangeRaw(simulator, lines, request.body);
    // Confirming comes before any relating here: the signature is right and the wallet is not there yet.
    expect(answer).toMatch(request.target.endsWith('/confirm') ? /^HTTP\/1\.1 404 / : /^HTTP\/1\.1 200 /);
  });

  it('takes upper case in the Host header for lower case, and a written port for the one it is', () => {
    const request = { ...received(first), host: 'Wallet.Paysera.COM:443' };
    expect(authenticator()(request)).toMatchObject({ kind: 'accepted' });
  });
});

describe('what is refused', () => {
  const cases: readonly [string, Partial<ReceivedRequest>, RegExp][] = [
    ['no Authorization header', { authorization: undefined }, /missing/],
    ['another scheme', { authorization: 'Bearer token' }, /not a well-formed MAC/],
    ['another client id', { authorization: headerOf(first).replace('wkVd93h2uS', 'stranger') }, /identifier/],
    ['the MAC of another request', { authorization: headerOf(second) }, /the MAC is not/],
    ['a truncated MAC', { authorization: headerOf(first).replace('+U="', '"') }, /the MAC is not/],
    ['another method', { method: 'DELETE' }, /the MAC is not/],
    ['another target', { target: `${first.target}?` }, /the MAC is not/],
    ['another port', { host: 'wallet.paysera.com:8443' }, /the MAC is not/],
    ['no Host header', { host: undefined }, /Host/],
    ['a body without a hash', { body: Buffer.from('{}') }, /body hash/],
  ];

  it.each(cases)('refuses %s', (_name, change, description) => {
    const verdict = authenticator()({ ...received(first), ...change });
    expect(verdict).toEqual({ kind: 'refused', description: expect.stringMatching(description) });
  });

  it('refuses a body that differs from its hash by one byte', () => {
    const request = { ...received(withBody), body: Buffer.from(`${withBody.body}\n`) };
    expect(authenticator()(request)).toEqual({ kind: 'refused', description: expect.stringMatching(/body hash/) });
  });

  it.each([
    [-301, 'refused'],
    [-300, 'accepted'],
    [300, 'accepted'],
    [301, 'refused'],
  ])('with its clock %i s away from the time stamp it is %s', (away, kind) => {
    expect(authenticator(() => seedTimestamp + away)(received(first)).kind).toBe(kind);
  });
});

describe('nonces', () => {
  it('are accepted once', () => {
    const authenticate = authenticator();
    expect(authenticate(received(first)).kind).toBe('accepted');
    expect(authenticate(received(second))).toEqual({ kind: 'refused', description: 'the nonce was used before' });
  });

  it('are not used up by a request whose MAC is wrong', () => {
    const authenticate = authenticator();
    authenticate({ ...received(first), authorization: headerOf(second) });
    expect(authenticate(received(first)).kind).toBe('accepted');
  });

  it('are remembered for as long as their time stamp would be accepted', () => {
    let now = seedTimestamp - 300;
    const authenticate = authenticator(() => now);
    authenticate(received(first));
    now = seedTimestamp + 300;
    expect(authenticate(received(first))).toEqual({ kind: 'refused', description: 'the nonce was used before' });
  });

  it('are forgotten, oldest first, beyond the number that may be kept', async () => {
    const simulator = await start();
    const target = '/rest/v1/wallet/14471';
    const authenticate = createAuthenticator({
      credentials: exampleCredentials,
      nowSeconds: () => seedTimestamp,
      defaultPort: () => 443,
      maxNonces: 2,
    });
    const attempt = (nonce: string) =>
      authenticate({
        method: 'GET',
        target,
        host: `127.0.0.1:${simulator.port}`,
        authorization: sign(simulator, target, { nonce }),
        body: Buffer.alloc(0),
      }).kind;
    expect(['a', 'b', 'c'].map(attempt)).toEqual(['accepted', 'accepted', 'accepted']);
    expect([attempt('c'), attempt('a')]).toEqual(['refused', 'accepted']);
  });
});

describe('the Authorization header', () => {
  it.each([
    'MAC id="a", ts="1", nonce="n"',
    'MAC id="a", ts="1", nonce="n", mac="m", mac="m"',
    'MAC id="a", ts="1", nonce="n", mac="m", other="o"',
    'MAC id="a", ts="01", nonce="n", mac="m"',
    'MAC id="a", ts="now", nonce="n", mac="m"',
    'MAC id="a", ts="1", nonce="", mac="m"',
    'MAC id="a", ts="1", nonce="n\\", mac="m"',
    'MAC id="a", ts="1", nonce="ą", mac="m"',
    'MAC id="a" ts="1" nonce="n" mac="m"',
    'MAC id="a", ts="1", nonce="n", mac="m",',
    `MAC id="a", ts="1", nonce="${'n'.repeat(257)}", mac="m"`,
  ])('is malformed as %s', (text) => {
    expect(parseMacHeader(text)).toBeNull();
  });

  it('may carry every character that the draft allows in a nonce', () => {
    const nonce = "! #$%&'()*+,-./09:;<=>?@AZ[]^_`az{|}~";
    expect(parseMacHeader(`mac id="a",ts="1",nonce="${nonce}",mac="m"`)).toEqual({
      id: 'a',
      ts: '1',
      nonce,
      mac: 'm',
      ext: '',
    });
  });
});

describe('over HTTP', () => {
  it("answers 401 in the API's form and tells why", async () => {
    const simulator = await start();
    const authorization = sign(simulator, '/rest/v1/wallet/14471', { ts: seedTimestamp - 3600 });
    const answer = await send(simulator, '/wallet/14471', { authorization });
    expect(answer.status).toBe(401);
    expect(answer.json).toEqual({
      error: 'unauthorized',
      error_description: 'the timestamp is not within the window',
    });
  });

  it('asks the server time of nobody', async () => {
    const simulator = await start();
    const answer = await send(simulator, '/server');
    expect([answer.status, answer.json]).toEqual([200, { time: seedTimestamp }]);
  });

  it('hides whether a path exists from a client that it does not know', async () => {
    const simulator = await start();
    expect((await send(simulator, '/wallet/14471/statements')).status).toBe(401);
  });

  it('takes other credentials where it was started with them', async () => {
    const simulator = await start({ credentials: { clientId: 'shop', macKey: 'shop-key' } });
    const path = '/wallet/14471';
    const own = await send(simulator, path, { authorization: sign(simulator, `/rest/v1${path}`) });
    const authorization = sign(simulator, `/rest/v1${path}`, { macKey: exampleCredentials.macKey });
    const foreign = await send(simulator, path, { authorization });
    expect([own.status, foreign.status]).toEqual([200, 401]);
  });

  it('verifies the body that came, whatever its encoding of characters', async () => {
    const simulator = await start();
    const body = '{ "description" : "Ąžuolo piniginė" }\r\n';
    const target = '/rest/v1/wallet/14471';
    const authorization = sign(simulator, target, { method: 'PUT', body });
    const answer = await send(simulator, '/wallet/14471', { method: 'PUT', authorization, body });
    expect(answer.json).toMatchObject({ account: { description: 'Ąžuolo piniginė' } });
  });
});
