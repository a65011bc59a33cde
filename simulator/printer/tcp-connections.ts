import type { Socket } from 'node:net';
import type { Printer } from './printer.ts';

const pieceBytes = 64;

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
    const intake = createIntake(socket, events.onBytes);
    const stopListening = printer.onGoOn(intake.goOn);
    const end = (): void => {
      stopListening();
      events.onEnded();
    };
    socket.on('data', intake.take);
    socket.on('end', end);
    socket.on('close', end);
  }

  /** Hands bytes on piece by piece, as long as the printer takes any; a reset drops what it has not taken. */
  function createIntake(socket: Socket, onBytes: (bytes: Uint8Array) => void) {
    let waiting = Buffer.alloc(0);
    const goOn = (): void => {
      while (waiting.length > 0 && !socket.destroyed && !printer.has('stalled')) {
        const piece = waiting.subarray(0, pieceBytes);
        waiting = waiting.subarray(pieceBytes);
        onBytes(piece);
      }
      if (waiting.length > 0) socket.pause();
      else socket.resume();
    };
    return {
      goOn,
      take(bytes: Buffer): void {
        waiting = Buffer.concat([waiting, bytes]);
        goOn();
      },
    };
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
