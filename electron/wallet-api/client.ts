import type { z } from 'zod';
import { type AppError, appError } from '../../shared/errors/app-error.ts';
import { type ErrorCode, errorTable } from '../../shared/errors/error-table.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { readAnswer } from './answer.ts';
import { parseBaseUrl } from './base-url.ts';
import { startDeadline } from './deadline.ts';
import type { AnswerOf, Endpoint, ParametersOf } from './endpoint.ts';
import { readServer } from './endpoints/read-server.ts';
import { createLink } from './link.ts';
import { networkFailure } from './network-failure.ts';
import { randomNonce } from './nonce.ts';
import { type ApiRequest, buildRequest } from './request.ts';
import { clockToleranceSeconds, type RepeatReason, reasonToRepeat } from './retry.ts';
import { createServerClock } from './server-clock.ts';
import { createSigner, type MacCredentials } from './signer.ts';
import { createTransport, type TransportOptions } from './transport.ts';
import type { CallOptions, WalletApi } from './wallet-api.ts';

export interface WalletApiOptions extends TransportOptions {
  /** Base URL of the API; https, or http at a literal loopback address. */
  readonly baseUrl: string;
  /** Null while a station has none: whatever needs them is `credentials.missing`. */
  readonly credentials: MacCredentials | null;
  /** Product and version. */
  readonly userAgent: string;
  /** Milliseconds since the epoch, by this computer. */
  readonly clock?: () => number;
  /** 32 characters or so, never the same twice. */
  readonly nonce?: () => string;
  /** Deadline of a call that names none. */
  readonly defaultTimeoutMs?: number;
}

interface Operation {
  readonly endpoint: Endpoint;
  readonly request: ApiRequest;
  readonly answer: z.ZodType;
  readonly signal: AbortSignal;
}

interface Attempt {
  readonly result: Result<unknown>;
  readonly status: number | null;
  readonly sent: boolean;
  readonly latencyMs: number;
}

const defaultTimeoutMs = 10_000;

/**
 * Makes the one way to the Wallet API: signs, sends, waits within a deadline, repeats what may be repeated, and parses.
 * Throws on a base URL, proxy URL or client id that the settings should have refused.
 */
export function createWalletApi(options: WalletApiOptions): WalletApi {
  const base = parseBaseUrl(options.baseUrl);
  const nowMs = options.clock ?? Date.now;
  const nonce = options.nonce ?? randomNonce;
  const sign = options.credentials === null ? null : createSigner(options.credentials);
  const transport = createTransport(base, options);
  const clock = createServerClock(nowMs);
  const link = createLink();

  function headersOf({ endpoint, request }: Operation): Record<string, string> {
    const { host, port } = base;
    const headers: Record<string, string> = { 'user-agent': options.userAgent, accept: 'application/json' };
    if (endpoint.authenticated && sign !== null) {
      headers.authorization = sign({ ts: clock.timestamp(), nonce: nonce(), host, port, ...request });
    }
    if (request.body !== null) {
      headers['content-type'] = 'application/json;charset=utf-8';
    }
    return headers;
  }

  async function attempt(operation: Operation): Promise<Attempt> {
    const { endpoint, request, answer, signal } = operation;
    const startedMs = performance.now();
    // Signed anew each time: a nonce is good for one request, and the clock may just have been corrected.
    const exchange = await transport.exchange(request, headersOf(operation), signal);
    const latencyMs = performance.now() - startedMs;
    if (exchange.kind === 'failed') {
      const { thrown, sent, status } = exchange;
      const error = signal.aborted ? (signal.reason as AppError) : networkFailure(thrown, status !== null);
      return { result: err(error), status, sent, latencyMs };
    }
    const result = readAnswer(exchange.answer, answer, endpoint.refusals);
    return { result, status: exchange.answer.status, sent: true, latencyMs };
  }

  /** Asks the API for its time; answers with the seconds by which the correction moved, or null when it is not told. */
  async function measureClock(signal: AbortSignal): Promise<number | null> {
    const askedAtMs = nowMs();
    const request = buildRequest(readServer, {}, base.path);
    const { result } = await attempt({ endpoint: readServer, request, answer: readServer.answer, signal });
    return result.ok ? clock.observe((result.value as AnswerOf<typeof readServer>).time, askedAtMs) : null;
  }

  async function attemptAndRepeat(operation: Operation): Promise<Attempt> {
    const { effect } = operation.endpoint;
    const repeated = new Set<RepeatReason>();
    let measured = false;
    for (;;) {
      const last = await attempt(operation);
      if (last.result.ok) {
        return last;
      }
      const { code } = last.result.error;
      const clockMovedSeconds = code === 'api.unauthorized' && !measured ? await measureClock(operation.signal) : null;
      measured ||= code === 'api.unauthorized';
      const reason = reasonToRepeat({ effect, code, status: last.status, clockMovedSeconds }, repeated);
      if (reason === null) {
        return last;
      }
      repeated.add(reason);
    }
  }

  function conclude(endpoint: Endpoint, last: Attempt, abandoned: boolean): Result<unknown> {
    const { result } = last;
    const answered = result.ok || (result.error.kind !== 'unreachable' && result.error.kind !== 'upstream');
    if (answered) {
      link.reached(last.latencyMs, clock.offsetMs);
    } else if (!abandoned) {
      link.failed(result.error);
    }
    if (result.ok) {
      return result;
    }
    if (!answered && endpoint.effect === 'mutation' && last.sent) {
      return err(appError('api.outcome-unknown', { cause: result.error.code }));
    }
    const offsetSeconds = Math.round((clock.offsetMs ?? 0) / 1000);
    const clockIsOff = Math.abs(offsetSeconds) > clockToleranceSeconds;
    return result.error.code === 'api.unauthorized' && clockIsOff
      ? err(appError('api.clock-wrong', { offsetSeconds }))
      : result;
  }

  async function call(endpoint: Endpoint, given: unknown, callOptions: CallOptions = {}): Promise<Result<unknown>> {
    const parameters = readParameters(endpoint, given);
    if (!parameters.ok) {
      return parameters;
    }
    if (endpoint.authenticated && sign === null) {
      return err(appError('credentials.missing'));
    }
    const request = buildRequest(endpoint, parameters.value, base.path);
    const answer = endpoint.answerTo?.(parameters.value) ?? endpoint.answer;
    const timeoutMs = callOptions.timeoutMs ?? options.defaultTimeoutMs ?? defaultTimeoutMs;
    const deadline = startDeadline(timeoutMs, callOptions.signal);
    const askedAtMs = nowMs();
    try {
      const last = await attemptAndRepeat({ endpoint, request, answer, signal: deadline.signal });
      if (endpoint.name === readServer.name && last.result.ok) {
        clock.observe((last.result.value as AnswerOf<typeof readServer>).time, askedAtMs);
      }
      return conclude(endpoint, last, callOptions.signal?.aborted === true);
    } finally {
      deadline.clear();
    }
  }

  return Object.freeze({
    call: <E extends Endpoint>(endpoint: E, parameters: ParametersOf<E>, callOptions?: CallOptions) =>
      call(endpoint, parameters, callOptions) as Promise<Result<AnswerOf<E>>>,
    get link() {
      return link.state;
    },
    onLinkChanged: link.onChanged,
    close: transport.close,
  });
}

/** Errors: `api.invalid-parameters`, or the code that the schema names; both before anything is sent. */
function readParameters(endpoint: Endpoint, given: unknown): Result<unknown> {
  const parsed = endpoint.parameters.safeParse(given);
  if (parsed.success) {
    return ok(parsed.data);
  }
  const issue = parsed.error.issues[0];
  const named = issue?.code === 'custom' ? issue.params?.code : undefined;
  const code: ErrorCode =
    typeof named === 'string' && Object.hasOwn(errorTable, named) ? (named as ErrorCode) : 'api.invalid-parameters';
  return err(appError(code, { path: issue?.path.join('.') ?? '', sent: false }));
}
