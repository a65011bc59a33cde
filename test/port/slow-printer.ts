import { createServer, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { onTestFinished } from 'vitest';

export const acknowledge = Buffer.from([0x1d, 0x72, 0x01]);
const nearEndOfPaper = [0x10, 0x00, 0x03, 0x0f];

export interface SlowPrinter {
  readonly port: number;
  /** What came after the opening `ESC @`, `GS a`, `GS r 1`. */
  received(): Buffer;
}

/** Takes a few bytes a turn, and reports its state in pieces between them and around its answers. */
export async function startSlowPrinter(): Promise<SlowPrinter> {
  let received = Buffer.alloc(0);
  let opened = false;

  async function serve(socket: Socket): Promise<void> {
    for await (const chunk of socket as AsyncIterable<Buffer>) {
      for (const byte of chunk) {
        received = Buffer.concat([received, Buffer.of(byte)]);
        if (received.subarray(-3, -1).equals(Buffer.of(0x10, 0x04))) {
          received = Buffer.alloc(0);
          socket.write(Buffer.of(...nearEndOfPaper.slice(0, 2)));
          await turn();
          socket.write(Buffer.of(0x12, ...nearEndOfPaper.slice(2)));
        } else if (received.subarray(-3).equals(acknowledge)) {
          socket.write(Buffer.of(...nearEndOfPaper, 0x00));
          if (!opened) received = Buffer.alloc(0);
          opened = true;
        } else if (received.length % 50 === 0) {
          for (const part of nearEndOfPaper) {
            socket.write(Buffer.of(part));
            await turn();
          }
        }
      }
    }
  }

  const server = createServer({ noDelay: true }, (socket) => {
    socket.on('error', () => {});
    serve(socket).catch(() => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return { port: address.port, received: () => received };
}
