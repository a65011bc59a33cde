import { createEscposPrinter, type EscposPrinterOptions } from './escpos-printer.ts';
import type { ReceiptPrinter } from './port.ts';
import { type SerialLine, serialSource } from './serial-pipe.ts';

export interface EscposOverSerialOptions extends EscposPrinterOptions, SerialLine {}

/** A receipt printer on a serial line, or on USB with a serial line inside (`/dev/ttyUSB0`, `/dev/ttyACM0`). */
export function createEscposOverSerial(options: EscposOverSerialOptions): ReceiptPrinter {
  return createEscposPrinter(serialSource(options), options);
}
