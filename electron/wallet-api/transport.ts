import { buildConnector, type Dispatcher, Pool, ProxyAgent } from 'undici';
import type { ReceivedAnswer } from './answer.ts';
import type { ApiBase } from './base-url.ts';
import type { ClientCertificate } from './identity.ts';
import type { ApiRequest } from './request.ts';

/** What came of one attempt. */
export type Exchange =
  | { readonly kind: 'answered'; readonly answer: ReceivedAnswer }
  | {
      readonly kind: 'failed';
      /** What was thrown, or the reason of the signal that ended the wait. */
      readonly thrown: unknown;
      /** The request was given to a connection: the other side may have acted on it. */
      readonly sent: boolean;
      /** Null when no answer began to arrive. */
      readonly status: number | null;
    };

export interface Transport {
  /** Sends one request as it is and waits for the whole answer. Never rejects. */
  exchange(request: ApiRequest, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Exchange>;
  /** Cuts every connection, with whatever is under way on it. */
  close(): Promise<void>;
}

export interface TransportOptions {
  /** PEM texts of the only authorities to trust; Node's own list when absent. */
  readonly ca?: string | readonly string[] | undefined;
  /** Shown to the API in the handshake, and to no proxy. */
  readonly clientCertificate?: ClientCertificate | undefined;
  /** Never used for a loopback address. */
  readonly proxyUrl?: string | null | undefined;
  readonly connections?: number | undefined;
  /** Opens the sockets instead of TCP and TLS; for tests that read what a production address would be sent. */
  readonly connect?: buildConnector.connector | undefined;
}

// A slow answer occupies its connection; the next scan takes another one. A till never has six questions at once.
const defaultConnections = 6;
const connectTimeoutMs = 5_000;
// Shorter than what routers and servers usually allow an idle connection, so that a dead one is seldom tried.
const keepAliveMs = 30_000;
// The longest answer of the API is a few kilobytes; more than this is no answer of it.
export const mostAnswerBytes = 1024 * 1024;

export function createTransport(base: ApiBase, options: TransportOptions): Transport {
  const dispatcher = createDispatcher(base, options);
  return {
    exchange: ({ method, requestUri, body }, headers, signal) =>
      new Promise((resolve) => {
        const handler = new AnswerCollector(resolve);
        if (signal.aborted) {
          handler.giveUp(signal.reason);
          return;
        }
        const giveUp = (): void => handler.giveUp(signal.reason);
        signal.addEventListener('abort', giveUp, { once: true });
        handler.onSettled = () => signal.removeEventListener('abort', giveUp);
        dispatcher.dispatch({ origin: base.origin, path: requestUri, method, headers: { ...headers }, body }, handler);
      }),
    close: () => dispatcher.destroy(),
  };
}

function createDispatcher(base: ApiBase, options: TransportOptions): Dispatcher {
  const pool = {
    connections: options.connections ?? defaultConnections,
    pipelining: 1,
    keepAliveTimeout: keepAliveMs,
    keepAliveMaxTimeout: keepAliveMs,
    maxResponseSize: mostAnswerBytes,
    // The call's own deadline covers all three; a second clock could only disagree with it.
    headersTimeout: 0,
    bodyTimeout: 0,
  };
  const ca = typeof options.ca === 'string' ? options.ca : options.ca?.slice();
  const proxyTls = { timeout: connectTimeoutMs, ...(ca === undefined ? {} : { ca }) };
  const connect = { ...proxyTls, ...options.clientCertificate };
  if (options.proxyUrl && !base.loopback) {
    if (!/^https?:$/.test(new URL(options.proxyUrl).protocol)) {
      throw new TypeError('a proxy is reached over http or https');
    }
    return new ProxyAgent({ ...pool, uri: options.proxyUrl, requestTls: connect, proxyTls });
  }
  return new Pool(base.origin, { ...pool, connect: options.connect ?? withAlerts(buildConnector(connect)) });
}

/**
 * Keeps what TLS says: in version 1.3 the other side refuses our certificate after the handshake seems complete, and
 * undici would tell of the end of the connection in place of the alert before it.
 */
function withAlerts(connect: buildConnector.connector): buildConnector.connector {
  return (options, callback) => {
    connect(options, (...outcome) => {
      const [, socket] = outcome;
      socket?.once('error', (error) => socket.destroy(error));
      callback(...outcome);
    });
  };
}

/** Collects one answer. Undici tells what happens; the wait can end before undici has anything to tell. */
class AnswerCollector implements Dispatcher.DispatchHandler {
  onSettled: (() => void) | null = null;
  #resolve: (exchange: Exchange) => void;
  #controller: Dispatcher.DispatchController | null = null;
  #settled = false;
  #sent = false;
  #status: number | null = null;
  #retryAfter: string | null = null;
  #chunks: Uint8Array[] = [];

  constructor(resolve: (exchange: Exchange) => void) {
    this.#resolve = resolve;
  }

  /** Ends the wait at once, even while the request still waits for a connection; then it is never sent. */
  giveUp(reason: unknown): void {
    this.#settle({ kind: 'failed', thrown: reason, sent: this.#sent, status: this.#status });
    this.#controller?.abort(new Error('given up'));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#settled) {
      controller.abort(new Error('given up'));
      return;
    }
    this.#sent = true;
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    if (status < 200) {
      return;
    }
    this.#status = status;
    const retryAfter = headers['retry-after'];
    this.#retryAfter = typeof retryAfter === 'string' ? retryAfter : null;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Uint8Array): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const answer = { status: this.#status ?? 0, retryAfter: this.#retryAfter, body: joinChunks(this.#chunks) };
    // Undici takes the connection back in the next turn of the event loop. Were the answer told before, the balance
    // asked for right after a wallet would find it busy and pay for another connection.
    setImmediate(() => setImmediate(() => this.#settle({ kind: 'answered', answer })));
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#settle({ kind: 'failed', thrown: error, sent: this.#sent, status: this.#status });
  }

  #settle(exchange: Exchange): void {
    if (this.#settled) {
      return;
    }
    this.#settled = true;
    this.#chunks = [];
    this.onSettled?.();
    this.#resolve(exchange);
  }
}

function joinChunks(chunks: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(chunks.reduce((total, chunk) => total + chunk.byteLength, 0));
  let offset = 0;
  for (const chunk of chunks) {
    joined.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return joined;
}
