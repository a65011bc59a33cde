import { connect, type Socket } from 'node:net';
import { createAnswerReader, type PrinterAnswer } from './printer-answers.ts';
import type { Timers } from './timers.ts';

export type Heard<T> =
  | { readonly kind: 'heard'; readonly value: T }
  | { readonly kind: 'timed-out' }
  /** The connection is gone; `mute` when it never brought a byte. */
  | { readonly kind: 'closed'; readonly mute: boolean };

/** One connection to a printer, over which one question is asked at a time. */
export interface TcpLink {
  readonly isOpen: boolean;
  /** Sends bytes and waits for the first answer of which `pick` makes something. */
  ask<T>(bytes: Uint8Array, pick: (answer: PrinterAnswer) => T | undefined, timeoutMs: number): Promise<Heard<T>>;
  /**
   * What `pick` makes of the answers that came since `forgetEarlier` and that no question took: an acknowledgement and
   * a change of state can come in one packet. Of several automatic states only the latest is kept.
   */
  earlier<T>(pick: (answer: PrinterAnswer) => T | undefined): T | undefined;
  /** Forgets what no question took. */
  forgetEarlier(): void;
  /** Says goodbye; for a printer that has worked through everything. */
  close(): void;
  /** Resets: bytes that are still on the way are dropped here and not delivered when the printer wakes up. */
  abandon(): void;
}

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Opens a connection; null when nobody took it within `timeoutMs` (refused, no route, no name, no answer). */
export function openTcpLink(address: Address, timers: Timers, timeoutMs: number): Promise<TcpLink | null> {
  return new Promise((resolve) => {
    const socket = connect({ ...address, noDelay: true });
    const settle = (link: TcpLink | null): void => {
      forget();
      resolve(link);
    };
    const giveUp = (): void => {
      socket.destroy();
      settle(null);
    };
    const forget = timers.after(timeoutMs, giveUp);
    // Stays for the life of the socket: an error without a listener would end the process.
    socket.on('error', giveUp);
    socket.once('connect', () => settle(linkOver(socket, timers)));
  });
}

interface Waiter {
  hear(answer: PrinterAnswer): boolean;
  closed(): void;
}

function linkOver(socket: Socket, timers: Timers): TcpLink {
  let heardAnything = false;
  let unpicked: PrinterAnswer[] = [];
  let waiter: Waiter | null = null;

  const read = createAnswerReader((answer) => {
    if (waiter?.hear(answer) === true) return;
    const stillTrue = answer.kind === 'automatic' ? unpicked.filter(({ kind }) => kind !== 'automatic') : unpicked;
    unpicked = [...stillTrue, answer];
  });
  socket.on('data', (chunk) => {
    heardAnything = true;
    read(chunk);
  });
  socket.on('end', () => socket.destroy());
  socket.on('close', () => waiter?.closed());

  function ask<T>(bytes: Uint8Array, pick: (answer: PrinterAnswer) => T | undefined, timeoutMs: number) {
    return new Promise<Heard<T>>((resolve) => {
      const settle = (heard: Heard<T>): void => {
        forget();
        waiter = null;
        resolve(heard);
      };
      const forget = timers.after(timeoutMs, () => settle({ kind: 'timed-out' }));
      const hear = (answer: PrinterAnswer): boolean => {
        const value = pick(answer);
        if (value !== undefined) settle({ kind: 'heard', value });
        return value !== undefined;
      };
      const closed = (): void => settle({ kind: 'closed', mute: !heardAnything });
      waiter = { hear, closed };
      if (socket.destroyed) closed();
      else socket.write(bytes);
    });
  }

  return {
    get isOpen() {
      return !socket.destroyed;
    },
    ask,
    earlier(pick) {
      return unpicked.map(pick).find((value) => value !== undefined);
    },
    forgetEarlier() {
      unpicked = [];
    },
    close: () => socket.destroySoon(),
    abandon: () => socket.resetAndDestroy(),
  };
}
