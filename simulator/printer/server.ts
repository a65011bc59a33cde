import { createServer, type Server } from 'node:net';
import type { Paper } from '../../shared/domain/paper.ts';
import { createInProcessWay, type InProcessWay } from './in-process.ts';
import { createPrinter, type PrinterCondition, type PrinterOptions } from './printer.ts';
import { createTcpConnections } from './tcp-connections.ts';

export type { PrinterCondition } from './printer.ts';

export interface PrinterSimulatorOptions extends PrinterOptions {
  /** 0 or absent for any free port. */
  readonly port?: number;
}

export interface PrinterSimulator {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** To the same printer without a socket, as over a cable of one's own. */
  readonly inProcess: InProcessWay;
  /** What hangs out of the printer. */
  readonly paper: Paper;
  /** Called after each piece of work that changed the paper; answers with the function that stops it. */
  onPaperChanged(listener: (paper: Paper) => void): () => void;
  /** Tears the paper off. */
  takePaper(): void;
  /** Settled when the condition holds: the port is closed, or open again. */
  setCondition(condition: PrinterCondition, on: boolean): Promise<void>;
  /** Tears the station's connection. */
  loseConnection(): void;
  /** The roll ends after so many lines more; null for a roll without an end. */
  setLinesLeft(lines: number | null): void;
  /** The last bytes received, at most 64 KiB, of all connections. */
  readonly received: Uint8Array;
  /** Commands that it did not know, in hexadecimal, the last hundred. */
  readonly unknownCommands: readonly string[];
  /** How often the drawer was kicked open. */
  readonly drawerKicks: number;
  /** Does a station have the connection? */
  readonly isConnected: boolean;
  close(): Promise<void>;
}

const host = '127.0.0.1';

/**
 * Starts a simulated receipt printer: a TCP server on loopback that prints the ESC/POS bytes it gets.
 * Like a real one it has one connection, answers real-time commands even when it cannot print, keeps what it got until
 * it can, and loses it only when told to clear its buffer or when its power goes.
 */
export async function startPrinterSimulator(options: PrinterSimulatorOptions = {}): Promise<PrinterSimulator> {
  const printer = createPrinter(options);
  const connections = createTcpConnections(printer);
  let server: Server | null = null;

  async function powerOn(port: number): Promise<number> {
    const listening = createServer({ noDelay: true }, connections.accept);
    await new Promise<void>((resolve, reject) => {
      listening.once('error', reject);
      listening.listen(port, host, resolve);
    });
    server = listening;
    const address = listening.address();
    if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
    return address.port;
  }

  async function powerOff(): Promise<void> {
    const closing = server;
    server = null;
    const closed = new Promise<void>((resolve) => (closing === null ? resolve() : closing.close(() => resolve())));
    connections.loseAll();
    await closed;
  }

  const port = await powerOn(options.port ?? 0);
  return {
    host,
    port,
    inProcess: createInProcessWay(printer),
    get drawerKicks() {
      return printer.drawerKicks;
    },
    get paper() {
      return printer.paper;
    },
    get received() {
      return printer.received;
    },
    get isConnected() {
      return printer.isConnected;
    },
    unknownCommands: printer.unknownCommands,
    onPaperChanged: printer.onPaperChanged,
    takePaper: printer.takePaper,
    loseConnection: printer.loseConnection,
    setLinesLeft: printer.setLinesLeft,
    async setCondition(condition, on) {
      const changesPower = condition === 'off' && printer.has('off') !== on;
      printer.setCondition(condition, on);
      if (!changesPower) return;
      if (on) {
        await powerOff();
        printer.restart();
      } else {
        await powerOn(port);
      }
    },
    close: powerOff,
  };
}
