import type { ReaderState } from './port.ts';

/** An open serial port, whatever lies behind it. */
export interface SerialConnection {
  /** Bytes as they come, in pieces of any size; the buffer belongs to the listener, who zeroes it. */
  onBytes(listener: (bytes: Uint8Array) => void): void;
  /** Called once when the port is gone; after it nothing more is reported. */
  onLost(listener: () => void): void;
  close(): Promise<void>;
}

/** The smallest thing that the serial adapter stands on. Does not reject. */
export interface SerialPipe {
  open(
    path: string,
    options: { readonly baudRate: number },
  ): Promise<
    | { readonly kind: 'open'; readonly connection: SerialConnection }
    | { readonly kind: Exclude<ReaderState['kind'], 'listening' | 'hung' | 'service-missing'> }
  >;
}
