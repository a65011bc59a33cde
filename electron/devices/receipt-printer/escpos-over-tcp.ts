import { createEscposPrinter, type EscposPrinterOptions } from './escpos-printer.ts';
import type { ReceiptPrinter } from './port.ts';
import { type Address, tcpSource } from './tcp-pipe.ts';
import { systemTimers } from './timers.ts';

export interface EscposOverTcpOptions extends EscposPrinterOptions, Address {
  /** May other stations want this printer? True unless told otherwise. */
  readonly isShared?: boolean;
}

/** A receipt printer on the network (raw TCP, usually port 9100). */
export function createEscposOverTcp(options: EscposOverTcpOptions): ReceiptPrinter {
  const { host, port, timers = systemTimers, isShared = true } = options;
  return createEscposPrinter(tcpSource({ host, port }, timers, isShared), options);
}
