import type { z } from 'zod';
import { type AppError, appError } from '../../shared/errors/app-error.ts';
import { type ErrorCode, errorTable } from '../../shared/errors/error-table.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { readAnswer } from './answer.ts';
import { type ApiBase, parseBaseUrl } from './base-url.ts';
import { startDeadline } from './deadline.ts';
import type { AnswerOf, Endpoint, ParametersOf } from './endpoint.ts';
import { readServer } from './endpoints/read-server.ts';
import { createLink } from './link.ts';
import { networkFailure } from './network-failure.ts';
import { randomNonce } from './nonce.ts';
import { type ApiRequest, buildRequest } from './request.ts';
import { clockToleranceSeconds, type RepeatReason, reasonToRepeat } from './retry.ts';
import { createServerClock, type ServerClock } from './server-clock.ts';
import { createSigner, type MacCredentials, type Signer } from './signer.ts';
import { createTransport, type Transport, type TransportOptions } from './transport.ts';
import type { CallOptions, LinkState, WalletApi } from './wallet-api.ts';

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

/**
 * Makes the one way to the Wallet API: signs, sends, waits within a deadline, repeats what may be repeated, and parses.
 * Throws on a base URL, proxy URL or client id that the settings should have refused.
 */
export function createWalletApi(options: WalletApiOptions): WalletApi {
  return Object.freeze(new Client(options));
}

/** One call on its way. */
interface Operation {
  readonly endpoint: Endpoint;
  readonly request: ApiRequest;
  readonly answer: z.ZodType;
  readonly signal: AbortSignal;
}

interface Attempt {
  readonly result: Result<unknown>;
  /** Null when no answer began to arrive. */
  readonly status: number | null;
  readonly sent: boolean;
  readonly latencyMs: number;
}

const usualTimeoutMs = 10_000;

/** All state is private in the language's own sense: printing, enumerating or serialising a client shows nothing. */
class Client implements WalletApi {
  readonly #base: ApiBase;
  readonly #sign: Signer | null;
  readonly #transport: Transport;
  readonly #nowMs: () => number;
  readonly #nonce: () => string;
  readonly #clock: ServerClock;
  readonly #link = createLink();
  readonly #userAgent: string;
  readonly #defaultTimeoutMs: number;

  constructor(options: WalletApiOptions) {
    this.#base = parseBaseUrl(options.baseUrl);
    this.#sign = options.credentials === null ? null : createSigner(options.credentials);
    this.#transport = createTransport(this.#base, options);
    this.#nowMs = options.clock ?? Date.now;
    this.#nonce = options.nonce ?? randomNonce;
    this.#clock = createServerClock(this.#nowMs);
    this.#userAgent = options.userAgent;
    this.#defaultTimeoutMs = options.defaultTimeoutMs ?? usualTimeoutMs;
  }

  get link(): LinkState {
    return this.#link.state;
  }

  onLinkChanged(listener: (state: LinkState) => void): () => void {
    return this.#link.onChanged(listener);
  }

  close(): Promise<void> {
    return this.#transport.close();
  }

  async call<E extends Endpoint>(
    endpoint: E,
    parameters: ParametersOf<E>,
    options: CallOptions = {},
  ): Promise<Result<AnswerOf<E>>> {
    const accepted = readParameters(endpoint, parameters);
    if (!accepted.ok) {
      return accepted;
    }
    if (endpoint.authenticated && this.#sign === null) {
      return err(appError('credentials.missing'));
    }
    const deadline = startDeadline(options.timeoutMs ?? this.#defaultTimeoutMs, options.signal);
    try {
      const last = await this.#attemptAndRepeat({
        endpoint,
        request: buildRequest(endpoint, accepted.value, this.#base.path),
        answer: endpoint.answerTo?.(accepted.value) ?? endpoint.answer,
        signal: deadline.signal,
      });
      this.#tellLink(last, options.signal?.aborted === true);
      // The schema that parsed it is the one that the type is read from.
      return this.#conclude(endpoint, last) as Result<AnswerOf<E>>;
    } finally {
      deadline.clear();
    }
  }

  async #attemptAndRepeat(operation: Operation): Promise<Attempt> {
    const { effect } = operation.endpoint;
    const repeated = new Set<RepeatReason>();
    let measured = false;
    for (;;) {
      const last = await this.#attempt(operation);
      if (last.result.ok) {
        return last;
      }
      const { code } = last.result.error;
      const clockMovedSeconds =
        code === 'api.unauthorized' && !measured ? await this.#measureClock(operation.signal) : null;
      measured ||= code === 'api.unauthorized';
      const reason = reasonToRepeat({ effect, code, status: last.status, clockMovedSeconds }, repeated);
      if (reason === null) {
        return last;
      }
      repeated.add(reason);
    }
  }

  async #attempt(operation: Operation): Promise<Attempt> {
    const { endpoint, request, answer, signal } = operation;
    const askedAtMs = this.#nowMs();
    const startedMs = performance.now();
    // Signed anew each time: a nonce is good for one request, and the clock may just have been corrected.
    const exchange = await this.#transport.exchange(request, this.#headersOf(endpoint, request), signal);
    const latencyMs = performance.now() - startedMs;
    if (exchange.kind === 'failed') {
      const { thrown, sent, status } = exchange;
      const error = signal.aborted ? (signal.reason as AppError) : networkFailure(thrown, status !== null);
      return { result: err(error), status, sent, latencyMs };
    }
    const result = readAnswer(exchange.answer, answer, endpoint.refusals);
    if (endpoint.name === readServer.name && result.ok) {
      this.#clock.observe((result.value as AnswerOf<typeof readServer>).time, askedAtMs);
    }
    return { result, status: exchange.answer.status, sent: true, latencyMs };
  }

  #headersOf(endpoint: Endpoint, request: ApiRequest): Record<string, string> {
    const headers: Record<string, string> = { 'user-agent': this.#userAgent, accept: 'application/json' };
    if (endpoint.authenticated && this.#sign !== null) {
      const { host, port } = this.#base;
      const ts = this.#clock.timestamp();
      headers.authorization = this.#sign({ ts, nonce: this.#nonce(), host, port, ...request });
    }
    if (request.body !== null) {
      headers['content-type'] = 'application/json;charset=utf-8';
    }
    return headers;
  }

  /** Asks the API for its time; answers with the seconds by which that moved the correction, or null if not told. */
  async #measureClock(signal: AbortSignal): Promise<number | null> {
    const beforeMs = this.#clock.offsetMs ?? 0;
    const request = buildRequest(readServer, {}, this.#base.path);
    const { result } = await this.#attempt({ endpoint: readServer, request, answer: readServer.answer, signal });
    return result.ok ? Math.round(((this.#clock.offsetMs ?? 0) - beforeMs) / 1000) : null;
  }

  #tellLink({ result, latencyMs }: Attempt, abandoned: boolean): void {
    if (result.ok || !isFailureOfTheWay(result.error)) {
      this.#link.reached(latencyMs, this.#clock.offsetMs);
    } else if (!abandoned) {
      this.#link.failed(result.error);
    }
  }

  /** Says what a failure means for the caller, now that nothing more will be tried. */
  #conclude(endpoint: Endpoint, { result, sent }: Attempt): Result<unknown> {
    if (result.ok) {
      return result;
    }
    if (endpoint.effect === 'mutation' && sent && isFailureOfTheWay(result.error)) {
      return err(appError('api.outcome-unknown', { cause: result.error.code }));
    }
    const offsetSeconds = Math.round((this.#clock.offsetMs ?? 0) / 1000);
    const clockIsOff = Math.abs(offsetSeconds) > clockToleranceSeconds;
    return result.error.code === 'api.unauthorized' && clockIsOff
      ? err(appError('api.clock-wrong', { offsetSeconds }))
      : result;
  }
}

/** Whether a failure says nothing of what the API thinks: it was not reached, or what came is no answer of it. */
function isFailureOfTheWay(error: AppError): boolean {
  return error.kind === 'unreachable' || error.kind === 'upstream';
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
