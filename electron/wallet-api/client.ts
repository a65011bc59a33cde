import type { z } from 'zod';
import { type AppError, appError } from '../../shared/errors/app-error.ts';
import { err, type Result } from '../../shared/errors/result.ts';
import { readAnswer } from './answer.ts';
import { type AttemptGuard, createAttemptGuard, guessWithin } from './attempt-guard.ts';
import { type ApiBase, parseBaseUrl } from './base-url.ts';
import { startDeadline } from './deadline.ts';
import type { AnswerOf, Endpoint, ParametersOf } from './endpoint.ts';
import { readServer } from './endpoints/read-server.ts';
import { createLink } from './link.ts';
import { networkFailure } from './network-failure.ts';
import { randomNonce } from './nonce.ts';
import type { OperationName } from './operations.ts';
import { possibleCausesOf } from './possible-causes.ts';
import { readParameters } from './read-parameters.ts';
import { type ApiRequest, buildRequest } from './request.ts';
import { createRequestBudget, type Priority, type RequestBudget } from './request-budget.ts';
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
  /** Operations that this station may use; all of them when null or absent. The time may always be asked for. */
  readonly operations?: readonly OperationName[] | null;
  /** What may be sent; the limits that the API publishes when absent. */
  readonly budget?: RequestBudget;
  /** Wrong guesses so far; to be shared by every client with the same credentials. */
  readonly attempts?: AttemptGuard;
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
  readonly possibleCauses: readonly string[];
  readonly priority: Priority;
  readonly request: ApiRequest;
  readonly answer: z.ZodType;
  readonly signal: AbortSignal;
}

interface Exchanged {
  readonly result: Result<unknown>;
  /** Null when no answer began to arrive. */
  readonly status: number | null;
  readonly sent: boolean;
  readonly latencyMs: number;
}

const usualTimeoutMs = 10_000;
const monotonicMs = (): number => performance.now();

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
  /** What the limits of the API are counted by. */
  readonly #token: string;
  readonly #budget: RequestBudget;
  readonly #attempts: AttemptGuard;
  readonly #operations: ReadonlySet<string> | null;

  constructor(options: WalletApiOptions) {
    this.#base = parseBaseUrl(options.baseUrl);
    this.#sign = options.credentials === null ? null : createSigner(options.credentials);
    this.#transport = createTransport(this.#base, options);
    this.#nowMs = options.clock ?? Date.now;
    this.#nonce = options.nonce ?? randomNonce;
    this.#clock = createServerClock(this.#nowMs);
    this.#userAgent = options.userAgent;
    this.#defaultTimeoutMs = options.defaultTimeoutMs ?? usualTimeoutMs;
    this.#token = options.credentials?.clientId ?? '';
    this.#budget = options.budget ?? createRequestBudget({ nowMs: monotonicMs });
    this.#attempts = options.attempts ?? createAttemptGuard(monotonicMs);
    this.#operations = options.operations ? new Set<string>(options.operations) : null;
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

  whyDisabled(operation: OperationName): AppError | null {
    return this.#isOff(operation)
      ? appError('api.operation-disabled', { operation, reason: 'not-in-settings', sent: false })
      : null;
  }

  async call<E extends Endpoint>(
    endpoint: E,
    parameters: ParametersOf<E>,
    options: CallOptions = {},
  ): Promise<Result<AnswerOf<E>>> {
    const disabled = this.whyDisabled(endpoint.name as OperationName);
    if (disabled !== null) {
      return err(disabled);
    }
    const accepted = readParameters(endpoint, parameters);
    if (!accepted.ok) {
      return accepted;
    }
    if (endpoint.authenticated && this.#sign === null) {
      return err(appError('credentials.missing'));
    }
    // The schema that parsed the answer is the one that the type is read from.
    const ask = (): Promise<Result<AnswerOf<E>>> =>
      this.#exchangeInTime(endpoint, accepted.value, options) as Promise<Result<AnswerOf<E>>>;
    return endpoint.effect === 'mutation' && endpoint.attempts !== undefined
      ? guessWithin(this.#attempts, endpoint.attempts, accepted.value, ask)
      : ask();
  }

  #isOff(operation: string): boolean {
    return this.#operations !== null && operation !== readServer.name && !this.#operations.has(operation);
  }

  async #exchangeInTime(endpoint: Endpoint, parameters: unknown, options: CallOptions): Promise<Result<unknown>> {
    const deadline = startDeadline(options.timeoutMs ?? this.#defaultTimeoutMs, options.signal);
    try {
      const last = await this.#attemptAndRepeat({
        endpoint,
        possibleCauses: possibleCausesOf(endpoint, parameters),
        priority: options.priority ?? 'customer',
        request: buildRequest(endpoint, parameters, this.#base.path),
        answer: endpoint.answerTo?.(parameters) ?? endpoint.answer,
        signal: deadline.signal,
      });
      this.#tellLink(last, options.signal?.aborted === true);
      return this.#conclude(endpoint, last);
    } finally {
      deadline.clear();
    }
  }

  async #attemptAndRepeat(operation: Operation): Promise<Exchanged> {
    const { effect } = operation.endpoint;
    const repeated = new Set<RepeatReason>();
    let measured = false;
    let last: Exchanged | null = null;
    for (;;) {
      const noSlot = this.#takeSlot(operation);
      if (noSlot !== null) {
        return last ?? noSlot;
      }
      last = await this.#attempt(operation);
      if (last.result.ok) {
        return last;
      }
      const { code } = last.result.error;
      const clockMovedSeconds =
        code === 'api.unauthorized' && !measured ? await this.#measureClock(operation.signal) : null;
      measured ||= code === 'api.unauthorized';
      const { sent, status } = last;
      const reason = reasonToRepeat({ effect, code, sent, status, clockMovedSeconds }, repeated);
      if (reason === null) {
        return last;
      }
      repeated.add(reason);
    }
  }

  /** Null when one more request may go out; what needs no credentials is not counted by any token. */
  #takeSlot({ endpoint, priority }: Operation): Exchanged | null {
    const slot = endpoint.authenticated ? this.#budget.take(this.#token, priority) : { kind: 'taken' as const };
    if (slot.kind === 'taken') {
      return null;
    }
    const error = appError('api.budget-exhausted', { waitMs: slot.waitMs, ours: true, sent: false });
    return { result: err(error), status: null, sent: false, latencyMs: 0 };
  }

  async #attempt(operation: Omit<Operation, 'priority'>): Promise<Exchanged> {
    const { endpoint, request, answer, signal, possibleCauses } = operation;
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
    const result = readAnswer(exchange.answer, answer, endpoint.refusals, possibleCauses);
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
    const { answer } = readServer;
    const { result } = await this.#attempt({ endpoint: readServer, request, answer, signal, possibleCauses: [] });
    return result.ok ? Math.round(((this.#clock.offsetMs ?? 0) - beforeMs) / 1000) : null;
  }

  #tellLink({ result, latencyMs }: Exchanged, abandoned: boolean): void {
    if (!result.ok && result.error.code === 'api.budget-exhausted') {
      return; // nobody was asked
    }
    if (result.ok || !isFailureOfTheWay(result.error)) {
      this.#link.reached(latencyMs, this.#clock.offsetMs);
    } else if (!abandoned) {
      this.#link.failed(result.error);
    }
  }

  /** Says what a failure means for the caller, now that nothing more will be tried. */
  #conclude(endpoint: Endpoint, { result, sent }: Exchanged): Result<unknown> {
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
