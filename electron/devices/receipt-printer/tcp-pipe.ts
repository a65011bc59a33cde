import { connect, type Socket } from 'node:net';
import type { BytePipe, PipeListener, PipeOpening, PipeSource } from './byte-pipe.ts';
import type { Timers } from './timers.ts';

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** A printer that takes raw TCP connections, usually at port 9100. */
export function tcpSource(address: Address, timers: Timers, isShared = true): PipeSource {
  return {
    isShared,
    turnsAwayByHangingUp: true,
    open: (listener, timeoutMs) => openTcpPipe(address, listener, timers, timeoutMs),
  };
}

/** Absent when nobody took the connection in time: refused, no route, no name, no answer. */
function openTcpPipe(address: Address, listener: PipeListener, timers: Timers, timeoutMs: number) {
  return new Promise<PipeOpening>((resolve) => {
    const socket = connect({ ...address, noDelay: true });
    const settle = (opening: PipeOpening): void => {
      forget();
      resolve(opening);
    };
    const giveUp = (): void => {
      socket.destroy();
      settle({ kind: 'refused', state: { kind: 'absent' } });
    };
    const forget = timers.after(timeoutMs, giveUp);
    // Stays for the life of the socket: an error without a listener would end the process.
    socket.on('error', giveUp);
    socket.once('connect', () => settle({ kind: 'open', pipe: pipeOver(socket, listener) }));
  });
}

function pipeOver(socket: Socket, listener: PipeListener): BytePipe {
  socket.on('data', listener.onBytes);
  socket.on('end', () => socket.destroy());
  socket.on('close', listener.onClosed);
  return {
    get isOpen() {
      return !socket.destroyed;
    },
    send(bytes, onTaken) {
      socket.write(bytes, (error) => {
        if (!error) onTaken?.();
      });
    },
    // What the system has of it cannot be taken back; the sender turns it into NUL, which a printer passes over.
    dropWaiting: () => {},
    close: () => socket.destroySoon(),
    abandon: () => socket.resetAndDestroy(),
  };
}
