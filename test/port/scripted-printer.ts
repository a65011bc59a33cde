import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** What the printer says in hexadecimal, for what a real one may say and the simulated one cannot be brought to. */
export interface PrinterScript {
  /** To `ESC @`, `GS a`, `GS r 1` before a receipt. */
  readonly opening: string;
  /** Called before the opening is answered. */
  readonly onOpening?: () => void;
  /** To a receipt. */
  readonly receipt: string;
  /** To `DLE DC4 8`. */
  readonly clear?: string;
}

export interface ScriptedPrinter {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** Did any byte of a receipt arrive? */
  readonly gotReceipt: boolean;
}

const acknowledge = '1d7201';
const openingLength = 8;

/** A printer that is ready and otherwise says what it is told to. */
export async function startScriptedPrinter(script: PrinterScript): Promise<ScriptedPrinter> {
  let pending = Buffer.alloc(0);
  let opened = false;
  let gotReceipt = false;

  function answer(socket: Socket): void {
    const hex = pending.toString('hex');
    if (/^10040[1-4]$/.test(hex)) {
      reply(socket, '12');
    } else if (hex.endsWith('10140801031401060208')) {
      reply(socket, script.clear ?? '372500');
    } else if (!opened && hex.endsWith(acknowledge)) {
      opened = true;
      script.onOpening?.();
      reply(socket, script.opening);
    } else if (opened && pending.length > 0) {
      gotReceipt = true;
      if (hex.endsWith(acknowledge) && pending.length > openingLength) reply(socket, script.receipt);
    }
  }

  function reply(socket: Socket, hex: string): void {
    pending = Buffer.alloc(0);
    socket.write(Buffer.from(hex, 'hex'));
  }

  const server = createServer({ noDelay: true }, (socket) => {
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      pending = Buffer.concat([pending, chunk]);
      answer(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return {
    host: '127.0.0.1',
    port: address.port,
    get gotReceipt() {
      return gotReceipt;
    },
  };
}
