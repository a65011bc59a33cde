import { connect } from 'node:net';
import { onTestFinished } from 'vitest';
import { createEscposOverDeviceNode } from '../../electron/devices/receipt-printer/escpos-over-device-node.ts';
import { createEscposOverSerial } from '../../electron/devices/receipt-printer/escpos-over-serial.ts';
import { createEscposOverTcp } from '../../electron/devices/receipt-printer/escpos-over-tcp.ts';
import { createEscposPrinter } from '../../electron/devices/receipt-printer/escpos-printer.ts';
import { printerModels } from '../../electron/devices/receipt-printer/models.ts';
import type { PrintJob, ReceiptPrinter } from '../../electron/devices/receipt-printer/port.ts';
import { paperText } from '../../simulator/printer/paper-text.ts';
import { type PrinterSimulator, startPrinterSimulator } from '../../simulator/printer/server.ts';
import { createManualTimers, type ManualTimers } from './manual-timers.ts';
import { layPtyCable, noPty, type PtyCable } from './pty-cable.ts';

export const model = printerModels['epson-tm-t88v'];

/** Plainly made up. */
export const job: PrintJob = {
  mark: 'TRAINING',
  header: ['Till 3', '2026-11-20'],
  text: 'Jūsų balansas: 22,99 €\r\nВаш баланс: 22,99 €',
  columns: 42,
};

export const deadline = { timeoutMs: 20_000 };
/** The part of a job's deadline that is kept back for giving it up. */
export const giveUpReserveMs = 1_000;

export interface PrinterBench {
  readonly simulator: PrinterSimulator;
  readonly printer: ReceiptPrinter;
  readonly timers: ManualTimers;
  /** What is on the paper, without empty lines. */
  lines(): readonly string[];
  /** One more station at the same printer. */
  anotherStation(): ReceiptPrinter;
  /** The printer's power and, where there is one, its cable's end at our side. */
  switchOff(): Promise<void>;
  switchOn(): Promise<void>;
  /** Lets time pass in small steps, and what it sets off happen between them, until something has come about. */
  passUntil(condition: () => boolean): Promise<void>;
}

/** A printer with a way to it that a test may cut. */
interface Way {
  station(timers: ManualTimers): ReceiptPrinter;
  readonly cable?: PtyCable;
}

/** Lays the way to a simulated printer and puts an adapter before it, under a clock that stands still until told to go on. */
async function startBenchOver(lay: (simulator: PrinterSimulator) => Promise<Way>): Promise<PrinterBench> {
  const timers = createManualTimers();
  const simulator = await startPrinterSimulator();
  const way = await lay(simulator);
  const station = (): ReceiptPrinter => {
    const printer = way.station(timers);
    onTestFinished(() => printer.close());
    return printer;
  };
  onTestFinished(() => simulator.close());
  return {
    simulator,
    printer: station(),
    timers,
    lines: () => paperText(simulator.paper).filter((line) => line.trim() !== ''),
    anotherStation: station,
    async passUntil(condition) {
      for (let lastMs = performance.now(); !condition(); ) {
        await new Promise((resolve) => setImmediate(resolve));
        const nowMs = performance.now();
        // The system's own devices know only the system's own time.
        timers.pass(way.cable === undefined ? 10 : nowMs - lastMs);
        lastMs = nowMs;
      }
    },
    async switchOff() {
      await simulator.setCondition('off', true);
      await way.cable?.pull();
    },
    async switchOn() {
      await simulator.setCondition('off', false);
      await way.cable?.plug();
    },
  };
}

/** Over TCP, as most tests of what a printer does. */
export function startBench(): Promise<PrinterBench> {
  return startBenchOver(async ({ host, port }) => ({
    station: (timers) => createEscposOverTcp({ host, port, model, timers }),
  }));
}

const startInProcess = (): Promise<PrinterBench> =>
  startBenchOver(async ({ inProcess }) => ({ station: (timers) => createEscposPrinter(inProcess, { model, timers }) }));

const startOverDeviceNode = (): Promise<PrinterBench> =>
  startBenchOver(async ({ port }) => {
    const cable = await layPtyCable(port);
    return { cable, station: (timers) => createEscposOverDeviceNode({ path: cable.path, model, timers }) };
  });

export const startOverSerial = (): Promise<PrinterBench> =>
  startBenchOver(async ({ port }) => {
    const cable = await layPtyCable(port);
    return {
      cable,
      station: (timers) => createEscposOverSerial({ path: cable.path, baudRate: 38_400, model, timers }),
    };
  });

export interface BenchedAdapter {
  readonly name: string;
  readonly start: () => Promise<PrinterBench>;
  /** Why it cannot be tested here; null where it can. */
  readonly skipped: string | null;
}

/** Every adapter of the port. A new one adds a line here and goes through the whole suite. */
export const adapters: readonly BenchedAdapter[] = [
  { name: 'ESC/POS over TCP', start: startBench, skipped: null },
  { name: 'ESC/POS over a device node', start: startOverDeviceNode, skipped: noPty },
  { name: 'ESC/POS over a serial line', start: startOverSerial, skipped: noPty },
  { name: 'ESC/POS to the simulated printer in the same process', start: startInProcess, skipped: null },
];

/** Waits for something that sockets bring about; the test's own time limit ends it if that never comes. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

/** Sends bytes as a program would that takes a finished write for a printed receipt, and hangs up. */
export async function sendAndHangUp(simulator: PrinterSimulator, bytes: Uint8Array): Promise<void> {
  const received = simulator.received.length;
  const socket = connect(simulator.port, simulator.host);
  socket.end(bytes);
  await until(() => simulator.received.length >= received + bytes.length && !simulator.isConnected);
}
