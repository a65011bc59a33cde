import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/** PEM texts. `ca` signs the client certificates that are accepted in place of a MAC. */
export interface TlsFiles {
  readonly key: string;
  readonly cert: string;
  readonly ca: string;
}

/** A loopback HTTP listener that can vanish from the network and come back on the same port. */
export interface Listener {
  /** Stays the same over cuts. */
  readonly port: number;
  /** Cut: connections that exist are destroyed and new ones are refused. */
  setReachable(reachable: boolean): Promise<void>;
}

/**
 * Listens on 127.0.0.1 only. Rejects with the system's error where the port is taken. Port 0: any free one. With
 * `tls` it speaks https, and asks for a client certificate without insisting on one.
 */
export async function startListener(port: number, onRequest: RequestListener, tls?: TlsFiles): Promise<Listener> {
  let current: Opened | null = await open(port, onRequest, tls);
  const keptPort = current.port;
  // One change after another, in the order asked for: a cut may come before the last return is complete.
  let lastChange: Promise<void> = Promise.resolve();

  async function change(reachable: boolean): Promise<void> {
    if (reachable && current === null) current = await open(keptPort, onRequest, tls);
    if (!reachable && current !== null) {
      await shut(current);
      current = null;
    }
  }

  return {
    port: keptPort,
    setReachable(reachable) {
      const done = lastChange.then(() => change(reachable));
      lastChange = done.catch(() => {});
      return done;
    },
  };
}

interface Opened {
  readonly server: Server;
  readonly sockets: ReadonlySet<Socket>;
  readonly port: number;
}

async function open(port: number, onRequest: RequestListener, tls?: TlsFiles): Promise<Opened> {
  const sockets = new Set<Socket>();
  // Long keep-alive: a till holds its connections through the pauses between customers.
  const options = { keepAliveTimeout: 60_000 };
  const server =
    tls === undefined
      ? createHttpServer(options, onRequest)
      : createHttpsServer({ ...options, ...tls, requestCert: true, rejectUnauthorized: false }, onRequest);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('secureConnection', (secure: TLSSocket) => {
    const below = [...sockets].find(({ remotePort }) => remotePort === secure.remotePort);
    if (below !== undefined) tcpOfTls.set(secure, below);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP listener has an address and a port');
  return { server, sockets, port: address.port };
}

const tcpOfTls = new WeakMap<Socket, Socket>();

/** Resets a connection: the client sees ECONNRESET, over https as well, where the TCP socket lies below the one at hand. */
export function resetConnection(socket: Socket | null): void {
  if (socket === null) return;
  (tcpOfTls.get(socket) ?? socket).resetAndDestroy();
}

/** Whether a connection has shown a certificate that the listener's CA signed. */
export function readCertificate(socket: Socket): 'none' | 'valid' | 'invalid' {
  if (!(socket instanceof TLSSocket)) return 'none';
  // Not `authorized` alone: a resumed session without any certificate may count as verified.
  const shown = Object.keys(socket.getPeerCertificate()).length > 0;
  if (!shown) return 'none';
  return socket.authorized ? 'valid' : 'invalid';
}

async function shut({ server, sockets }: Opened): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  for (const socket of sockets) socket.destroy();
  await closed;
}
