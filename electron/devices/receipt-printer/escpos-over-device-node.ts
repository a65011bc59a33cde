import { deviceNodeSource } from './device-node-pipe.ts';
import { createEscposPrinter, type EscposPrinterOptions } from './escpos-printer.ts';
import type { ReceiptPrinter } from './port.ts';

export interface EscposOverDeviceNodeOptions extends EscposPrinterOptions {
  /** Usually `/dev/usb/lp0`. */
  readonly path: string;
}

/** A receipt printer on USB, through the node that Linux's usblp driver makes for it. */
export function createEscposOverDeviceNode(options: EscposOverDeviceNodeOptions): ReceiptPrinter {
  return createEscposPrinter(deviceNodeSource(options.path), options);
}
