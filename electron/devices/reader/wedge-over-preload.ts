import type { Reading } from '../../../shared/domain/reading.ts';
import type { Reader } from './port.ts';

/** A keyboard wedge: its keys are caught and decoded in the preload; here the text joins the other readings. */
export interface WedgeReader extends Reader {
  /** Takes one decoded burst, as it arrives from the preload. */
  deliver(text: string): void;
}

/** Makes the adapter; `clock` gives milliseconds since the epoch. */
export function createWedgeReader(clock: () => number): WedgeReader {
  const listeners = new Set<(reading: Reading) => void>();
  return {
    name: 'keyboard-wedge',
    state: { kind: 'listening' },
    listen(onReading) {
      listeners.add(onReading);
      return () => listeners.delete(onReading);
    },
    deliver(text) {
      const reading: Reading = { reader: 'keyboard-wedge', at: clock(), content: { kind: 'text', text } };
      for (const listener of listeners) {
        listener(reading);
      }
    },
  };
}
