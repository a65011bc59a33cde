import type { z } from 'zod';
import { type AppError, appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { readAnswer } from './answer.ts';
import { type AttemptGuard, createAttemptGuard, guessWithin } from './attempt-guard.ts';
import { type Authority, type Cure, createAuthority, explainRenewal, noCure } from './authority.ts';
import { type ApiBase, parseBaseUrl } from './base-url.ts';
import { type StartTimer, startDeadline } from './deadline.ts';
import type { AnswerOf, Endpoint, ParametersOf } from './endpoint.ts';
import { readServer } from './endpoints/read-server.ts';
import {
  asksForOwnWallet,
  type ClientCredentials,
  type Identity,
  identityOf,
  isCertificate,
  nobody,
} from './identity.ts';
import { createLink } from './link.ts';
import { networkFailure } from './network-failure.ts';
import { randomNonce } from './nonce.ts';
import type { OperationName } from './operations.ts';
import { possibleCausesOf } from './possible-causes.ts';
import { readParameters } from './read-parameters.ts';
import { contentTypeOf } from './refresh-token.ts';
import { type ApiRequest, buildRequest } from './request.ts';
import { createRequestBudget, type Priority, type RequestBudget } from './request-budget.ts';
import { isClockOff, type RepeatReason, reasonToRepeat } from './retry.ts';
import { createServerClock, type ServerClock } from './server-clock.ts';
import type { TokenKeeper } from './token-holder.ts';
import { createTransport, type Exchange, type Transport, type TransportOptions } from './transport.ts';
import type { CallOptions, LinkState, WalletApi } from './wallet-api.ts';

export interface WalletApiOptions extends Omit<TransportOptions, 'clientCertificate'> {
  /** Base URL of the API; https, or http at a literal loopback address. */
  readonly baseUrl: string;
  /** Null while a station has none: whatever needs them is `credentials.missing`. */
  readonly credentials: ClientCredentials | null;
  /** Where a user's access token is kept: it signs what is asked about `me`. Without it the client signs that, too. */
  readonly tokens?: TokenKeeper | null;
  /** Product and version. */
  readonly userAgent: string;
  /** Milliseconds since the epoch, by this computer. */
  readonly clock?: () => number;
  /** 32 characters or so, never the same twice. */
  readonly nonce?: () => string;
  /** Deadline of a call that names none. */
  readonly defaultTimeoutMs?: number;
  /** What deadlines are measured with. */
  readonly startTimer?: StartTimer;
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
  /** About `me`: in the name of whoever granted the access token. */
  readonly aboutMe: boolean;
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
  readonly #own: Identity | null;
  readonly #authority: Authority;
  readonly #transport: Transport;
  readonly #nowMs: () => number;
  readonly #nonce: () => string;
  readonly #clock: ServerClock;
  readonly #link = createLink();
  readonly #userAgent: string;
  readonly #defaultTimeoutMs: number;
  readonly #startTimer: StartTimer | undefined;
  readonly #budget: RequestBudget;
  readonly #attempts: AttemptGuard;
  readonly #operations: ReadonlySet<string> | null;

  constructor(options: WalletApiOptions) {
    this.#base = parseBaseUrl(options.baseUrl);
    const { credentials } = options;
    this.#own = credentials === null ? null : identityOf(credentials);
    const clientCertificate = credentials !== null && isCertificate(credentials) ? credentials : undefined;
    this.#transport = createTransport(this.#base, { ...options, clientCertificate });
    this.#nowMs = options.clock ?? Date.now;
    this.#nonce = options.nonce ?? randomNonce;
    this.#clock = createServerClock(this.#nowMs);
    this.#userAgent = options.userAgent;
    this.#defaultTimeoutMs = options.defaultTimeoutMs ?? usualTimeoutMs;
    this.#startTimer = options.startTimer;
    this.#budget = options.budget ?? createRequestBudget({ nowMs: monotonicMs });
    this.#attempts = options.attempts ?? createAttemptGuard(monotonicMs);
    this.#operations = options.operations ? new Set<string>(options.operations) : null;
    this.#authority = createAuthority({
      own: this.#own,
      keeper: options.tokens ?? null,
      basePath: this.#base.path,
      nowSeconds: () => Number(this.#clock.timestamp()),
      send: (request, signal) => this.#sendRefresh(request, signal),
      measureClock: (signal) => this.#measureClock(signal),
    });
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
    if (endpoint.authenticated && this.#own === null) {
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
    const deadline = startDeadline(options.timeoutMs ?? this.#defaultTimeoutMs, options.signal, this.#startTimer);
    try {
      const last = await this.#attemptAndRepeat({
        endpoint,
        aboutMe: asksForOwnWallet(parameters),
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
    const cured = new Set<Cure['kind']>();
    let last: Exchanged | null = null;
    for (;;) {
      const identity = await this.#authority.whoAsks(operation);
      const refusal = identity.ok ? this.#takeSlot(operation, identity.value) : notSent(identity.error);
      if (!identity.ok || refusal !== null) {
        return last ?? (refusal as Exchanged);
      }
      last = await this.#attempt(operation, identity.value);
      if (last.result.ok) {
        return last;
      }
      const { code } = last.result.error;
      const cure =
        code === 'api.unauthorized' ? await this.#authority.cure(identity.value, operation.signal, cured) : noCure;
      const { sent, status } = last;
      const reason = reasonToRepeat(
        {
          effect,
          code,
          sent,
          status,
          clockMovedSeconds: cure.kind === 'clock' ? cure.movedSeconds : null,
          tokenRenewed: cure.kind === 'token' && cure.error === null,
        },
        repeated,
      );
      if (reason === null) {
        return cure.kind === 'token' ? { ...last, result: err(explainRenewal(last.result.error, cure.error)) } : last;
      }
      repeated.add(reason);
    }
  }

  /** Null when one more request may go out; what needs no credentials is not counted by any token. */
  #takeSlot({ endpoint, priority }: Pick<Operation, 'endpoint' | 'priority'>, { id }: Identity): Exchanged | null {
    const slot = endpoint.authenticated ? this.#budget.take(id, priority) : { kind: 'taken' as const };
    return slot.kind === 'taken'
      ? null
      : notSent(appError('api.budget-exhausted', { waitMs: slot.waitMs, ours: true, sent: false }));
  }

  async #attempt(operation: Omit<Operation, 'priority' | 'aboutMe'>, identity: Identity): Promise<Exchanged> {
    const { endpoint, request, answer, signal, possibleCauses } = operation;
    const askedAtMs = this.#nowMs();
    const startedMs = performance.now();
    // Signed anew each time: a nonce is good for one request, and the clock may just have been corrected.
    const exchange = await this.#transport.exchange(request, this.#headersOf(request, identity), signal);
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

  #headersOf(request: ApiRequest, { sign }: Identity): Record<string, string> {
    const headers: Record<string, string> = { 'user-agent': this.#userAgent, accept: 'application/json' };
    if (sign !== null) {
      const { host, port } = this.#base;
      headers.authorization = sign({ ts: this.#clock.timestamp(), nonce: this.#nonce(), host, port, ...request });
    }
    if (request.body !== null) {
      headers['content-type'] = contentTypeOf(request);
    }
    return headers;
  }

  /** Sends what renews the token, in the client's own name and counted as its own. */
  async #sendRefresh(request: ApiRequest, signal: AbortSignal): Promise<Result<Exchange>> {
    const own = this.#own ?? nobody;
    const slot = this.#budget.take(own.id, 'customer');
    return slot.kind === 'taken'
      ? ok(await this.#transport.exchange(request, this.#headersOf(request, own), signal))
      : err(appError('api.budget-exhausted', { waitMs: slot.waitMs, ours: true, sent: false }));
  }

  /** Asks the API for its time; answers with the seconds by which that moved the correction, or null if not told. */
  async #measureClock(signal: AbortSignal): Promise<number | null> {
    const beforeMs = this.#clock.offsetMs ?? 0;
    const request = buildRequest(readServer, {}, this.#base.path);
    const { answer } = readServer;
    const question = { endpoint: readServer, request, answer, signal, possibleCauses: [] };
    const { result } = await this.#attempt(question, nobody);
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
    return result.error.code === 'api.unauthorized' && isClockOff(offsetSeconds)
      ? err(appError('api.clock-wrong', { offsetSeconds }))
      : result;
  }
}

/** A call that ended before anything was sent. */
function notSent(error: AppError): Exchanged {
  return { result: err(error), status: null, sent: false, latencyMs: 0 };
}

/** Whether a failure says nothing of what the API thinks: it was not reached, or what came is no answer of it. */
function isFailureOfTheWay(error: AppError): boolean {
  return error.kind === 'unreachable' || error.kind === 'upstream';
}
