import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach } from 'vitest';
import {
  startWalletSimulator,
  type WalletSimulator,
  type WalletSimulatorOptions,
} from '../../../../simulator/wallet/server.ts';
import { seedTimestamp } from './seed-requests.ts';

let running: WalletSimulator[] = [];

afterEach(async () => {
  await Promise.all(running.map((simulator) => simulator.close()));
  running = [];
});

/** Long after the dates of the seed's statements, in milliseconds. */
export const laterMs = 1_600_000_000_000;

/** Starts a simulator whose clock stands at the seed's time stamp; it is closed after the test. */
export async function start(options: WalletSimulatorOptions = {}): Promise<WalletSimulator> {
  const simulator = await startWalletSimulator({ clock: () => seedTimestamp * 1000, ...options });
  running.push(simulator);
  return simulator;
}

interface Signing {
  readonly method?: string;
  readonly body?: string;
  readonly ts?: number;
  readonly nonce?: string;
  readonly clientId?: string;
  readonly macKey?: string;
}

let nonceCount = 0;

/** The Authorization header for a request to a simulator, step by step as one would with openssl. */
export function sign(simulator: WalletSimulator, target: string, signing: Signing = {}): string {
  const {
    method = 'GET',
    body,
    ts = simulator.nowSeconds(),
    clientId = simulator.clientId,
    macKey = simulator.macKey,
  } = signing;
  nonceCount += 1;
  const nonce = signing.nonce ?? `nonce-${nonceCount}`;
  const hash = body === undefined ? '' : createHash('sha256').update(body).digest('base64');
  const ext = body === undefined ? '' : `body_hash=${encodeURIComponent(hash)}`;
  const normalised = `${ts}\n${nonce}\n${method}\n${target}\n127.0.0.1\n${simulator.port}\n${ext}\n`;
  const mac = createHmac('sha256', macKey).update(normalised).digest('base64');
  return `MAC id="${clientId}", ts="${ts}", nonce="${nonce}", mac="${mac}"${ext === '' ? '' : `, ext="${ext}"`}`;
}

export interface Received {
  readonly status: number;
  readonly contentType: string | undefined;
  readonly text: string;
  /** The body read as JSON. */
  readonly json: unknown;
}

/** Sends a request with whatever Authorization header it is given. `path` is what follows the base. */
export async function send(
  simulator: WalletSimulator,
  path: string,
  options: { method?: string; authorization?: string; body?: string; base?: string } = {},
): Promise<Received> {
  const { method = 'GET', authorization, body, base = '/rest/v1' } = options;
  const outgoing = request({
    host: '127.0.0.1',
    port: simulator.port,
    path: `${base}${path}`,
    method,
    agent: false,
    headers: authorization === undefined ? {} : { authorization },
  });
  outgoing.end(body);
  // A reset in the middle of an answer comes to the request as well as to the answer, which is what tells.
  outgoing.on('error', () => {});
  const [response] = await once(outgoing, 'response');
  const received = await text(response);
  return {
    status: response.statusCode,
    contentType: response.headers['content-type'],
    text: received,
    get json(): unknown {
      return JSON.parse(received);
    },
  };
}

/** Sends a properly signed GET. */
export function get(simulator: WalletSimulator, path: string): Promise<Received> {
  return send(simulator, path, { authorization: sign(simulator, `/rest/v1${path}`) });
}

/** Sends a properly signed request, with a JSON body where there is one; `signing` names a token in place of the client. */
export function ask(
  simulator: WalletSimulator,
  request: string,
  body?: unknown,
  signing: Pick<Signing, 'clientId' | 'macKey'> = {},
): Promise<Received> {
  const [method = '', path = ''] = request.split(' ');
  const bytes = body === undefined ? undefined : JSON.stringify(body);
  const base = path.startsWith('/oauth/') ? '' : '/rest/v1';
  const authorization = sign(simulator, `${base}${path}`, { ...signing, method, body: bytes });
  return send(simulator, path, { method, authorization, body: bytes, base });
}

/** The error code of an answer beside its status: `403 forbidden`; the status alone where there is none. */
export function outcomeOf({ status, json }: Received): string {
  const error = (json as { error?: string }).error;
  return error === undefined ? String(status) : `${status} ${error}`;
}

/** Writes bytes to the simulator's port and gives back all that comes until the connection closes. */
export async function exchangeRaw(simulator: WalletSimulator, lines: readonly string[], body = ''): Promise<string> {
  const socket = connect({ host: '127.0.0.1', port: simulator.port });
  socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`);
  return await text(socket);
}
