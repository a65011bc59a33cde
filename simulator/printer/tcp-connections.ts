import type { Socket } from 'node:net';
import type { Printer } from './printer.ts';

/** Brings TCP connections to a printer. */
export function createTcpConnections(printer: Printer) {
  const sockets = new Set<Socket>();

  function serve(socket: Socket): void {
    if (socket.destroyed) return;
    const events = printer.attach({
      get isOpen() {
        return socket.writable;
      },
      write: (bytes) => socket.write(bytes),
      end: (how) => (how === 'torn' ? socket.resetAndDestroy() : socket.end()),
    });
    if (events === null) {
      socket.destroy();
      return;
    }
    socket.on('data', events.onBytes);
    socket.on('end', events.onEnded);
    socket.on('close', events.onEnded);
  }

  return {
    accept(socket: Socket): void {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
      // A station that hangs up and calls again at once: its hanging up may be read after its new call. Two turns of
      // the loop let the old connection's end be seen first.
      setImmediate(() => setImmediate(() => serve(socket)));
    },
    loseAll(): void {
      printer.loseConnection();
      for (const socket of sockets) socket.destroy();
    },
  };
}
