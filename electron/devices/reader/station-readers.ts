import { defaultReaderRules, type ReaderRulesByName } from '../../../shared/domain/reader-rules.ts';
import { createContactlessReader } from './contactless-over-pcsc.ts';
import { createNodeHidPipe } from './hid-over-node-hid.ts';
import type { Reader } from './port.ts';
import { createHidScanner } from './scanner-over-hid.ts';
import { createSerialScanner } from './scanner-over-serial.ts';
import { createSerialPortPipe } from './serial-over-serialport.ts';
import { createHidStripeReader } from './stripe-over-hid.ts';

export interface StationReaders {
  /** Readers that are found by themselves when they are plugged in. */
  readonly readers: readonly ('hid-scanner' | 'stripe-reader' | 'contactless-reader')[];
  readonly serialScanner: { readonly path: string; readonly baudRate: number } | null;
  readonly readerRules: ReaderRulesByName;
}

/** The real readers of a station beside its keyboard; `clock` gives milliseconds since the epoch. */
export function createStationReaders(station: StationReaders, clock: () => number): readonly Reader[] {
  const hid = createNodeHidPipe();
  const adapters = {
    'hid-scanner': () => createHidScanner({ pipe: hid, clock }),
    'stripe-reader': () => createHidStripeReader({ pipe: hid, clock }),
    'contactless-reader': () => createContactlessReader({ clock }),
  };
  const readers = station.readers.map((name) => adapters[name]());
  if (station.serialScanner !== null) {
    const rules = station.readerRules['serial-scanner'] ?? defaultReaderRules;
    readers.push(createSerialScanner({ pipe: createSerialPortPipe(), ...station.serialScanner, rules, clock }));
  }
  return readers;
}
