import type { Caller } from './access.ts';
import { type Answer, refusal, success } from './answer.ts';
import { createAuthenticator, type MacCredentials, type ReceivedRequest, type TokenKey } from './authentication.ts';
import { answerCall } from './operations/answer-call.ts';
import { expiryOf } from './operations/tokens.ts';
import { createRequestLimiter, type RequestLimits } from './request-limits.ts';
import { findCall } from './routes.ts';
import type { World } from './world.ts';

export interface ApiRequest extends ReceivedRequest {
  /** Of the TLS connection: a valid one stands for the client where there is no MAC. */
  readonly certificate: 'none' | 'valid' | 'invalid';
  /** False while a fault disables receipts. */
  readonly receiptsEnabled: boolean;
}

interface ApiOptions {
  /** The world as it is now: a reset puts another in its place. */
  readonly world: () => World;
  readonly credentials: MacCredentials;
  readonly clientKeys: () => readonly string[];
  readonly limits: RequestLimits;
  /** How wrong the server's clock is, in seconds. */
  readonly clockSkewSeconds: () => number;
  readonly defaultPort: () => number;
}

/** The API without its transport: authentication, limits, and what each operation answers and does. */
export function createApi(options: ApiOptions): (request: ApiRequest) => Answer {
  const { world, credentials } = options;
  const limiter = createRequestLimiter(options.limits);
  const skewedSeconds = () => world().nowSeconds() + options.clockSkewSeconds();
  const authenticate = createAuthenticator({
    credentials,
    clientKeys: options.clientKeys,
    findTokenKey: (id) => findTokenKey(id, world()),
    nowSeconds: skewedSeconds,
    defaultPort: options.defaultPort,
  });

  function identify(request: ApiRequest): Caller | { readonly kind: 'refused'; readonly description: string } {
    const client: Caller = { kind: 'client', id: credentials.clientId };
    if (request.authorization === undefined && request.certificate === 'valid') return client;
    if (request.authorization === undefined && request.certificate === 'invalid') {
      return { kind: 'refused', description: 'the client certificate is not one of those that are accepted' };
    }
    const verdict = authenticate(request);
    if (verdict.kind === 'refused') return verdict;
    const token = world().state.data.accessTokens.find(({ id }) => id === verdict.id);
    return token === undefined ? client : { kind: 'token', id: token.id, token };
  }

  return (request) => {
    const call = findCall(request.method, request.target);
    if (call?.operation === 'server') return success({ time: skewedSeconds() });
    const caller = identify(request);
    if (caller.kind === 'refused') return refusal('unauthorized', caller.description);
    if (!limiter.admit(caller.id, world().nowSeconds())) {
      return refusal('rate_limit_exceeded', 'too many requests in this period');
    }
    if (call === null) return refusal('not_found', 'the simulator has no such resource');
    const { operation } = call;
    const { body, receiptsEnabled } = request;
    const ask = { call: { ...call, operation }, caller, body, receiptsEnabled, world: world() };
    return answerCall(ask, credentials.clientId);
  };
}

function findTokenKey(id: string, { state, nowSeconds }: World): TokenKey | null {
  const token = state.data.accessTokens.find((candidate) => candidate.id === id);
  if (token === undefined) return null;
  return nowSeconds() > expiryOf(token, state.bornAt)
    ? { refused: 'the access token has expired' }
    : { macKey: token.macKey };
}
