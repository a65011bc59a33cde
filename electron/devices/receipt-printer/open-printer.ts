import { createEscposOverDeviceNode } from './escpos-over-device-node.ts';
import { createEscposOverSerial } from './escpos-over-serial.ts';
import { createEscposOverTcp } from './escpos-over-tcp.ts';
import type { EscposPrinterOptions } from './escpos-printer.ts';
import type { ReceiptPrinter } from './port.ts';
import type { SerialLine } from './serial-pipe.ts';
import type { Address } from './tcp-pipe.ts';

/** Where a printer is: on the network, at a USB printer's device node, on a serial line. */
export type PrinterPlace =
  | ({ readonly kind: 'tcp' } & Address)
  | { readonly kind: 'usb'; readonly path: string }
  | ({ readonly kind: 'serial' } & SerialLine);

/** Picks the adapter for a place; nothing is contacted yet. */
export function openPrinter(place: PrinterPlace, options: EscposPrinterOptions): ReceiptPrinter {
  switch (place.kind) {
    case 'tcp':
      return createEscposOverTcp({ ...options, host: place.host, port: place.port });
    case 'usb':
      return createEscposOverDeviceNode({ ...options, path: place.path });
    case 'serial': {
      const { path, baudRate, flow } = place;
      return createEscposOverSerial({ ...options, path, baudRate, flow });
    }
  }
}
