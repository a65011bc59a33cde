import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type Answer, refusal } from './answer.ts';
import type { ApiRequest } from './api.ts';
import type { FaultBoard } from './faults.ts';
import { readCertificate } from './listener.ts';
import { readBody } from './read-body.ts';
import { type LoggedRequest, logRequest } from './request-log.ts';
import { findCall } from './routes.ts';
import { sendAnswer, sendObstructed } from './send.ts';

interface ServingOptions {
  readonly api: (request: ApiRequest) => Answer;
  readonly faults: FaultBoard;
  readonly requests: LoggedRequest[];
  /** Called when a request may have changed something, before its answer leaves. */
  readonly keep: () => void;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Between the socket and the API: reads a request, lets the faults happen, sends what they leave of the answer. */
export function createServing({ api, faults, requests, keep, wait }: ServingOptions): RequestListener {
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: target = '' } = request;
    const certificate = readCertificate(request.socket);
    const body = await readBody(request);
    const { latencyMs, obstacle, receiptsDisabled } = faults.take(findCall(method, target)?.operation ?? null);
    if (latencyMs > 0) await wait(latencyMs, signalWhenGone(response));

    const produce = () => {
      if (body === null) return refusal('invalid_request', 'the body is too large');
      const { host, authorization } = request.headers;
      const receiptsEnabled = !receiptsDisabled;
      const answer = api({ method, target, host, authorization, body, certificate, receiptsEnabled });
      if (method !== 'GET') keep();
      return answer;
    };
    const status = obstacle === null ? sendAnswer(response, produce()) : sendObstructed(response, obstacle, produce);
    logRequest(requests, method, target, status);
  }

  return (request, response) => {
    serve(request, response).catch((error: unknown) => {
      // A client that hung up is its own business; anything else is a bug and must be seen.
      if (response.destroyed) return;
      response.destroy();
      throw error;
    });
  };
}

function signalWhenGone(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  return controller.signal;
}
