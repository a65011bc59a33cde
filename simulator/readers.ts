import type { Reader } from '../electron/devices/reader/port.ts';
import type { CardIssuer } from '../shared/domain/identifier.ts';
import type { Reading } from '../shared/domain/reading.ts';

export interface SimulatedCardReader extends Reader {
  /** Holds a card to the reader. */
  tap(card: { readonly issuer: CardIssuer; readonly number: string }): void;
}

export interface SimulatedScanner extends Reader {
  /** Shows a code to the scanner. */
  scan(text: string): void;
}

function createSource(name: Reader['name'], clock: () => number) {
  const listeners = new Set<(reading: Reading) => void>();
  const reader: Reader = {
    name,
    state: { kind: 'listening' },
    listen(onReading) {
      listeners.add(onReading);
      return () => listeners.delete(onReading);
    },
  };
  const deliver = (content: Reading['content']) => {
    for (const listener of listeners) {
      listener({ reader: name, at: clock(), content });
    }
  };
  return { reader, deliver };
}

/** A card reader without hardware; `clock` gives milliseconds since the epoch. */
export function createSimulatedCardReader(clock: () => number): SimulatedCardReader {
  const { reader, deliver } = createSource('simulated-card-reader', clock);
  return { ...reader, tap: ({ issuer, number }) => deliver({ kind: 'card', issuer, number }) };
}

/** A barcode scanner without hardware; `clock` gives milliseconds since the epoch. */
export function createSimulatedScanner(clock: () => number): SimulatedScanner {
  const { reader, deliver } = createSource('simulated-scanner', clock);
  return { ...reader, scan: (text) => deliver({ kind: 'text', text }) };
}
