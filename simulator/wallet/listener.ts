import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';

/** A loopback HTTP listener that can vanish from the network and come back on the same port. */
export interface Listener {
  /** Stays the same over cuts. */
  readonly port: number;
  /** Cut: connections that exist are destroyed and new ones are refused. */
  setReachable(reachable: boolean): Promise<void>;
}

/** Listens on 127.0.0.1 only. Rejects with the system's error where the port is taken. Port 0: any free one. */
export async function startListener(port: number, onRequest: RequestListener): Promise<Listener> {
  let current: Opened | null = await open(port, onRequest);
  const keptPort = current.port;
  // One change after another, in the order asked for: a cut may come before the last return is complete.
  let lastChange: Promise<void> = Promise.resolve();

  async function change(reachable: boolean): Promise<void> {
    if (reachable && current === null) current = await open(keptPort, onRequest);
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

async function open(port: number, onRequest: RequestListener): Promise<Opened> {
  const sockets = new Set<Socket>();
  // Long keep-alive: a till holds its connections through the pauses between customers.
  const server = createServer({ keepAliveTimeout: 60_000 }, onRequest);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP listener has an address and a port');
  return { server, sockets, port: address.port };
}

async function shut({ server, sockets }: Opened): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  for (const socket of sockets) socket.destroy();
  await closed;
}
