import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/** One request as its bytes came off the socket. */
export interface RawRequest {
  readonly requestLine: string;
  readonly method: string;
  readonly requestUri: string;
  /** In the order and spelling they were sent. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
  /** Which connection brought it, counted from 1. */
  readonly connection: number;
}

export interface RawServer {
  readonly port: number;
  readonly requests: readonly RawRequest[];
  /** Connections accepted so far. */
  readonly connections: number;
  /** Resolves when that many requests have arrived. */
  received(count: number): Promise<void>;
  close(): Promise<void>;
}

export type Responder = (request: RawRequest, socket: Socket, index: number) => void;

export function headerOf(request: RawRequest | undefined, name: string): string | undefined {
  return request?.headers.find(([given]) => given.toLowerCase() === name)?.[1];
}

/** An HTTP answer as bytes; the body's length is told truly unless the headers say otherwise. */
export function http(status: number, body: string, headers: Readonly<Record<string, string>> = {}): string {
  const all = {
    'Content-Type': 'application/json;charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} Whatever\r\n${lines.join('')}\r\n${body}`;
}

export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): string {
  return http(status, JSON.stringify(value), headers);
}

/** A server that knows no HTTP but where a request ends: what it reads is what was sent, what it writes is up to a test. */
export async function startRawServer(respond: Responder): Promise<RawServer> {
  const requests: RawRequest[] = [];
  const sockets = new Set<Socket>();
  const waiting: { count: number; resolve: () => void }[] = [];
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    const connection = connections;
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    let pending = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      pending = Buffer.concat([pending, chunk]);
      for (
        let request = takeRequest(pending, connection);
        request !== null;
        request = takeRequest(pending, connection)
      ) {
        pending = pending.subarray(request.length);
        requests.push(request.value);
        respond(request.value, socket, requests.length - 1);
        for (const waiter of waiting.filter(({ count }) => count <= requests.length)) {
          waiter.resolve();
        }
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    requests,
    get connections() {
      return connections;
    },
    received: (count) =>
      requests.length >= count
        ? Promise.resolve()
        : new Promise((resolve) => waiting.push({ count, resolve: () => resolve() })),
    async close() {
      for (const socket of sockets) {
        socket.destroy();
      }
      server.close();
      await once(server, 'close');
    },
  };
}

function takeRequest(bytes: Buffer, connection: number): { value: RawRequest; length: number } | null {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) {
    return null;
  }
  const [requestLine = '', ...lines] = bytes.subarray(0, headEnd).toString('latin1').split('\r\n');
  const headers = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()] as const;
  });
  const bodyLength = Number(headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1] ?? 0);
  const length = headEnd + 4 + bodyLength;
  if (bytes.length < length) {
    return null;
  }
  const [method = '', requestUri = ''] = requestLine.split(' ');
  const body = Buffer.from(bytes.subarray(headEnd + 4, length));
  return { value: { requestLine, method, requestUri, headers, body, connection }, length };
}
