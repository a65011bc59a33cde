import type { Reader, ReaderState } from '../electron/devices/reader/port.ts';
import type { CardIssuer } from '../shared/domain/identifier.ts';
import type { Reading } from '../shared/domain/reading.ts';

interface SimulatedReader extends Reader {
  /** Unplugs it, takes its permission away, or brings it back. */
  setState(kind: ReaderState['kind']): void;
}

export interface SimulatedCardReader extends SimulatedReader {
  /** Holds a card to the reader. */
  tap(card: { readonly issuer: CardIssuer; readonly number: string }): void;
}

export interface SimulatedScanner extends SimulatedReader {
  /** Shows a code to the scanner. */
  scan(text: string): void;
}

function createSource(name: Reader['name'], clock: () => number) {
  const listeners = new Set<(reading: Reading) => void>();
  const stateListeners = new Set<(state: ReaderState) => void>();
  let state: ReaderState = { kind: 'listening' };
  const reader: SimulatedReader = {
    name,
    get state() {
      return state;
    },
    listen(onReading) {
      listeners.add(onReading);
      return () => listeners.delete(onReading);
    },
    onStateChanged(onChanged) {
      stateListeners.add(onChanged);
      return () => stateListeners.delete(onChanged);
    },
    setState(kind) {
      state = { kind };
      for (const listener of stateListeners) {
        listener(state);
      }
    },
    async close() {
      listeners.clear();
      stateListeners.clear();
    },
  };
  /** A reader that is not listening hears nothing. */
  const deliver = (content: Reading['content']) => {
    for (const listener of state.kind === 'listening' ? listeners : []) {
      listener({ reader: name, at: clock(), content });
    }
  };
  return { reader, deliver };
}

/** A card reader without hardware; `clock` gives milliseconds since the epoch. */
export function createSimulatedCardReader(clock: () => number): SimulatedCardReader {
  const { reader, deliver } = createSource('simulated-card-reader', clock);
  return Object.assign(reader, {
    tap: ({ issuer, number }: { issuer: CardIssuer; number: string }) => deliver({ kind: 'card', issuer, number }),
  });
}

/** A barcode scanner without hardware; `clock` gives milliseconds since the epoch. */
export function createSimulatedScanner(clock: () => number): SimulatedScanner {
  const { reader, deliver } = createSource('simulated-scanner', clock);
  return Object.assign(reader, { scan: (text: string) => deliver({ kind: 'text', text }) });
}
