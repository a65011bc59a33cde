import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Where a connection is to be reset: after so many bytes of the next request, or of its answer. */
export interface Cut {
  readonly of: 'request' | 'answer';
  readonly afterBytes: number;
}

export interface CuttingProxy {
  readonly port: number;
  /** The next bytes that pass are counted; null lets everything pass. */
  setCut(cut: Cut | null): void;
  close(): Promise<void>;
}

/** A wire that can be cut at any byte. It understands nothing of what passes. */
export async function startCuttingProxy(targetPort: number): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  let cut: Cut | null = null;
  let passed = 0;

  /** Forwards up to the cut; then both ends are reset. */
  function pass(of: Cut['of'], chunk: Buffer, onward: Socket, cutOff: () => void): void {
    if (cut?.of !== of) {
      onward.write(chunk);
      return;
    }
    const left = cut.afterBytes - passed;
    passed += chunk.length;
    if (chunk.length < left) {
      onward.write(chunk);
      return;
    }
    cut = null;
    onward.write(chunk.subarray(0, left), cutOff);
  }

  const server = createServer((near) => {
    const far = connect(targetPort, '127.0.0.1');
    // Whatever was forwarded must arrive, so the far end is closed in order and only the near one is reset.
    const cutOff = (): void => {
      near.resetAndDestroy();
      far.end();
    };
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('close', () => sockets.delete(socket));
    }
    near.on('data', (chunk) => pass('request', chunk, far, cutOff));
    far.on('data', (chunk) => (near.destroyed ? undefined : pass('answer', chunk, near, cutOff)));
    near.on('error', () => far.end());
    far.on('error', () => near.resetAndDestroy());
    near.on('close', () => far.end());
    far.on('end', () => near.end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    setCut(next) {
      cut = next;
      passed = 0;
    },
    async close() {
      for (const socket of sockets) {
        socket.destroy();
      }
      server.close();
      await once(server, 'close');
    },
  };
}
