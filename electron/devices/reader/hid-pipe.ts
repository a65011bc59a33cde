import type { ReaderState } from './port.ts';

/** One top-level collection of a HID device, as the system lists it. */
export interface HidInfo {
  readonly path: string;
  readonly usagePage: number;
  readonly usage: number;
  readonly vendorId: number;
}

/** A device that is open. Reports begin with their id where the device uses ids. */
export interface HidConnection {
  /** The report's buffer belongs to the listener, who zeroes it. */
  onReport(listener: (report: Uint8Array) => void): void;
  /** Called once when the device is gone; after it nothing more is reported. */
  onLost(listener: () => void): void;
  /** Errors: rejects when the device refuses the report. */
  sendFeatureReport(report: readonly number[]): Promise<void>;
  close(): Promise<void>;
}

type Trouble = { readonly kind: Exclude<ReaderState['kind'], 'listening' | 'hung' | 'service-missing'> };

/** The smallest thing that HID adapters stand on: tests and the simulator replace it, nothing else. Neither rejects. */
export interface HidPipe {
  list(): Promise<{ readonly kind: 'listed'; readonly devices: readonly HidInfo[] } | Trouble>;
  open(path: string): Promise<{ readonly kind: 'open'; readonly connection: HidConnection } | Trouble>;
}
