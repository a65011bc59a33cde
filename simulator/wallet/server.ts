import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as waitFor } from 'node:timers/promises';
import { type Answer, refusal } from './answer.ts';
import { createAuthenticator, type MacCredentials } from './authentication.ts';
import { type Card, type Sample, type SampleBarcode, SimulatorData } from './data.ts';
import { createFaultBoard, type FaultBoard, type Obstacle, type WalletFault } from './faults.ts';
import { startListener } from './listener.ts';
import { answerCall, findCall } from './operations.ts';
import { people } from './people.ts';
import { type LoggedRequest, logRequest } from './request-log.ts';
import { sendAnswer, sendObstructed } from './send.ts';
import { createWalletBook } from './wallet-book.ts';

export type { Sample, WalletFault };

/** The credentials that the API's public documentation prints in its examples: no secret. */
export const exampleCredentials: MacCredentials = {
  clientId: 'wkVd93h2uS',
  macKey: 'IrdTc8uQodU7PRpLzzLTW6wqZAO6tAMU',
};

export interface WalletSimulatorOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly data?: SimulatorData;
  /** Milliseconds since the epoch. */
  readonly clock?: () => number;
  /** How a latency passes; rejects when the signal says that the client is gone. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly credentials?: MacCredentials;
}

export interface WalletSimulator {
  /** Base URL, with `/rest/v1`. */
  readonly url: string;
  readonly port: number;
  readonly clientId: string;
  readonly macKey: string;
  readonly samples: readonly Sample[];
  readonly barcodes: readonly SampleBarcode[];
  /** The latest thousand, without anybody's data. */
  readonly requests: readonly LoggedRequest[];
  /** Replaces all faults by one or by none. */
  setFault(fault: WalletFault | null): void;
  /** Replaces all faults by these. */
  setFaults(faults: readonly WalletFault[]): void;
  /** Cut: connections are refused and open ones destroyed. Back: the same port listens again. */
  setNetwork(reachable: boolean): Promise<void>;
  /** Gives a card without owner to the account behind a wallet; answers with the id of the card's new wallet. */
  relateCard(walletId: number, card: Card): number;
  close(): Promise<void>;
}

const maxBodyBytes = 64 * 1024;

/**
 * Starts a Wallet API on loopback that answers as the seed's examples do and checks every signature itself.
 * Rejects where the port is taken; throws where the data contradict themselves.
 * Source: seed 001; authentication as in the API's public documentation.
 */
export async function startWalletSimulator(options: WalletSimulatorOptions = {}): Promise<WalletSimulator> {
  const { port = 0, clock = Date.now, wait = waitUntilGone, credentials = exampleCredentials } = options;
  const data = SimulatorData.parse(options.data ?? people);
  const book = createWalletBook(data);
  const faults = createFaultBoard();
  const requests: LoggedRequest[] = [];
  const nowSeconds = () => Math.floor(clock() / 1000) + faults.clockSkewSeconds();
  // A Host without a port means http's default on port 80; anywhere else, a request addressed as to production.
  const defaultPort = () => (listener.port === 80 ? 80 : 443);
  const authenticate = createAuthenticator({ credentials, nowSeconds, defaultPort });

  function answer(request: IncomingMessage, body: Uint8Array, receiptsEnabled: boolean): Answer {
    const { method = '', url: target = '' } = request;
    const call = findCall(method, target);
    if (call?.operation !== 'server') {
      const { host, authorization } = request.headers;
      const verdict = authenticate({ method, target, host, authorization, body });
      if (verdict.kind === 'refused') return refusal('unauthorized', verdict.description);
    }
    if (call === null) return refusal('not_found', 'the simulator has no such resource');
    return answerCall(call, { data, book, receiptsEnabled, nowSeconds });
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const { latencyMs, obstacle, receiptsDisabled } = takeFaults(faults, request);
    if (latencyMs > 0) await wait(latencyMs, signalWhenGone(response));
    const produce = () =>
      body === null
        ? refusal('invalid_request', 'the body is too large')
        : answer(request, body, data.client.receiptsEnabled && !receiptsDisabled);
    const status = deliver(response, obstacle, produce);
    logRequest(requests, request.method ?? '', request.url ?? '', status);
  }

  const listener = await startListener(port, (request, response) => {
    serve(request, response).catch((error: unknown) => {
      // A client that hung up is its own business; anything else is a bug and must be seen.
      if (response.destroyed) return;
      response.destroy();
      throw error;
    });
  });

  return {
    url: `http://127.0.0.1:${listener.port}/rest/v1`,
    port: listener.port,
    clientId: credentials.clientId,
    macKey: credentials.macKey,
    samples: data.samples,
    barcodes: data.barcodes,
    requests,
    setFault: (fault) => faults.set(fault === null ? [] : [fault]),
    setFaults: (all) => faults.set(all),
    setNetwork: (reachable) => listener.setReachable(reachable),
    relateCard: (walletId, card) => book.relateCard(walletId, card),
    close: () => listener.setReachable(false),
  };
}

/** Sends the answer, or what the obstacle leaves of it; the status that was sent, 0 for none. */
function deliver(response: ServerResponse, obstacle: Obstacle | null, produce: () => Answer): number {
  if (obstacle === null) return sendAnswer(response, produce());
  return sendObstructed(response, obstacle, produce);
}

function takeFaults(faults: FaultBoard, request: IncomingMessage): ReturnType<FaultBoard['take']> {
  return faults.take(findCall(request.method ?? '', request.url ?? '')?.operation ?? null);
}

/** The body's bytes as received; null where there are too many of them. */
async function readBody(request: IncomingMessage): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size <= maxBodyBytes) chunks.push(chunk);
  }
  return size > maxBodyBytes ? null : Buffer.concat(chunks);
}

function signalWhenGone(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  return controller.signal;
}

async function waitUntilGone(ms: number, signal: AbortSignal): Promise<void> {
  await waitFor(ms, undefined, { signal });
}
