import { connect } from 'node:net';
import { onTestFinished } from 'vitest';
import { createEscposOverTcp } from '../../electron/devices/receipt-printer/escpos-over-tcp.ts';
import { printerModels } from '../../electron/devices/receipt-printer/models.ts';
import type { PrintJob, ReceiptPrinter } from '../../electron/devices/receipt-printer/port.ts';
import { paperText } from '../../simulator/printer/paper-text.ts';
import { type PrinterSimulator, startPrinterSimulator } from '../../simulator/printer/server.ts';
import { createManualTimers, type ManualTimers } from './manual-timers.ts';

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
}

/** A simulated printer and the adapter before it, under a clock that stands still until it is told to go on. */
export async function startBench(): Promise<PrinterBench> {
  const timers = createManualTimers();
  const simulator = await startPrinterSimulator();
  const station = (): ReceiptPrinter => {
    const printer = createEscposOverTcp({ host: simulator.host, port: simulator.port, model, timers });
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
  };
}

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
