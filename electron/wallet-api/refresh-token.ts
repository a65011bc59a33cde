import { type AccessToken, TokenAnswer, tokenOf } from '../../shared/domain/access-token.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { readAnswer } from './answer.ts';
import { startDeadline } from './deadline.ts';
import { networkFailure } from './network-failure.ts';
import type { ApiRequest } from './request.ts';
import type { Exchange } from './transport.ts';

export interface RefreshOptions {
  /** Path of the API's resources; the token endpoint lies beside them. */
  readonly basePath: string;
  /** By the API's clock. */
  readonly nowSeconds: () => number;
  /** Sends a form in the client's own name; an error means that it was not sent. */
  readonly send: (request: ApiRequest, signal: AbortSignal) => Promise<Result<Exchange>>;
  /** Asks for the API's time; whether our time stamps were so wrong that it must have refused them. */
  readonly correctClock: (signal: AbortSignal) => Promise<boolean>;
}

/** Long enough for a slow answer: giving up one that arrives loses the refresh token that is in it. */
const timeoutMs = 20_000;

/**
 * Makes the function that gets a new token for a refresh token, which works once.
 * Errors: `api.unauthorized` with the API's own word in `details.code`; `api.budget-exhausted`; those of the network.
 * Source: RFC 6749, section 6; docs/decisions/0004-simulator.md for where the endpoint is.
 */
export function createRefresh(
  options: RefreshOptions,
): (token: AccessToken, refreshToken: string) => Promise<Result<AccessToken>> {
  const { basePath, nowSeconds, send, correctClock } = options;

  async function ask(token: AccessToken, request: ApiRequest, signal: AbortSignal): Promise<Result<AccessToken>> {
    const sent = await send(request, signal);
    if (!sent.ok) {
      return sent;
    }
    const exchange = sent.value;
    if (exchange.kind === 'failed') {
      return err(
        signal.aborted ? (signal.reason as AppError) : networkFailure(exchange.thrown, exchange.status !== null),
      );
    }
    const answer = readAnswer(exchange.answer, TokenAnswer, refusals);
    return answer.ok ? ok(tokenOf(answer.value, nowSeconds(), token)) : answer;
  }

  return async (token, refreshToken) => {
    const request = refreshRequest(refreshToken, basePath);
    // Not the caller's deadline: whoever asked may have gone, and the answer must be kept all the same.
    const deadline = startDeadline(timeoutMs, undefined);
    try {
      const first = await ask(token, request, deadline.signal);
      // Refused before it was looked at, so that the refresh token is still good.
      const mayBeClock =
        !first.ok && first.error.code === 'api.unauthorized' && first.error.details?.code === 'unauthorized';
      return mayBeClock && (await correctClock(deadline.signal)) ? await ask(token, request, deadline.signal) : first;
    } finally {
      deadline.clear();
    }
  };
}

/** Errors of RFC 6749, section 5.2, that say that somebody must grant anew; `details.code` says which it was. */
const refusals = { invalid_grant: 'api.unauthorized', invalid_client: 'api.unauthorized' } as const;

function refreshRequest(refreshToken: string, basePath: string): ApiRequest {
  const form = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken });
  return {
    method: 'POST',
    requestUri: `${basePath.replace(/\/rest\/v1$/, '')}/oauth/v1/token`,
    body: new TextEncoder().encode(form.toString()),
  };
}

/** The only request that is a form is the one above. */
export function contentTypeOf({ method }: ApiRequest): string {
  return method === 'POST' ? 'application/x-www-form-urlencoded' : 'application/json;charset=utf-8';
}
