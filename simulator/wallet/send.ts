import type { ServerResponse } from 'node:http';
import { type Answer, refusal } from './answer.ts';
import type { Obstacle } from './faults.ts';
import { resetConnection } from './listener.ts';

const jsonHeaders = { 'Content-Type': 'application/json;charset=utf-8' };

const portalPage =
  '<!doctype html>\n<html><head><title>Network sign-in</title></head><body>Please sign in.</body></html>\n';

/** Writes an answer whole; gives back its status. */
export function sendAnswer(response: ServerResponse, answer: Answer): number {
  const bytes = Buffer.from(JSON.stringify(answer.body), 'utf8');
  response.writeHead(answer.status, { ...jsonHeaders, 'Content-Length': bytes.byteLength }).end(bytes);
  return answer.status;
}

/**
 * Does what an obstacle says instead of answering; gives back the status that was sent, 0 for none.
 * Errors, pages, rate limits and a reset `before` come from in front of the API, so the request never reaches it; the
 * others, and the late ones, lose an answer that the API did give: what was asked is done.
 */
export function sendObstructed(response: ServerResponse, obstacle: Obstacle, produce: () => Answer): number {
  switch (obstacle.kind) {
    case 'error':
      if (obstacle.late) produce();
      return sendAnswer(response, { status: obstacle.status, body: { error: obstacle.code } });
    case 'rate-limit':
      return sendAnswer(response, refusal('rate_limit_exceeded', 'too many requests in this period'));
    case 'html':
      if (obstacle.late) produce();
      return sendPage(response, obstacle.status ?? 200);
    case 'empty-body': {
      const { status } = produce();
      response.writeHead(status, { ...jsonHeaders, 'Content-Length': 0 }).end();
      return status;
    }
    case 'cut-off':
      return sendHalf(response, produce(), obstacle.reframed ?? false);
    case 'silent':
      produce();
      return 0;
    case 'reset':
      return sendReset(response, obstacle.when ?? 'after', produce);
  }
}

function sendPage(response: ServerResponse, status: number): number {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' }).end(portalPage);
  return status;
}

function sendHalf(response: ServerResponse, answer: Answer, reframed: boolean): number {
  const bytes = Buffer.from(JSON.stringify(answer.body), 'utf8');
  const half = bytes.subarray(0, Math.floor(bytes.byteLength / 2));
  const promised = reframed ? half.byteLength : bytes.byteLength;
  response.writeHead(answer.status, { ...jsonHeaders, 'Content-Length': promised });
  // Ended below the HTTP layer: the half arrives for certain, then the connection closes without the rest.
  if (reframed) response.end(half);
  else response.write(half, () => response.socket?.end());
  return answer.status;
}

function sendReset(response: ServerResponse, when: 'before' | 'during' | 'after', produce: () => Answer): number {
  if (when === 'before') {
    resetConnection(response.socket);
    return 0;
  }
  const answer = produce();
  if (when === 'after') {
    resetConnection(response.socket);
    return 0;
  }
  const bytes = Buffer.from(JSON.stringify(answer.body), 'utf8');
  response.writeHead(answer.status, { ...jsonHeaders, 'Content-Length': bytes.byteLength });
  const half = bytes.subarray(0, Math.floor(bytes.byteLength / 2));
  response.write(half, () => resetConnection(response.socket));
  return answer.status;
}
