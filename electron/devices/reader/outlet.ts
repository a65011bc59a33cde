import type { ReaderName, Reading, ReadingContent } from '../../../shared/domain/reading.ts';
import type { Reader, ReaderState } from './port.ts';

/** The half of a reader that faces the till: who listens, and the state last told. */
export interface Outlet {
  readonly state: ReaderState;
  readonly listen: Reader['listen'];
  readonly onStateChanged: Reader['onStateChanged'];
  deliver(content: ReadingContent): void;
  setState(kind: ReaderState['kind']): void;
  /** From here on nothing is told any more. */
  shut(): void;
}

/** `clock` gives milliseconds since the epoch. */
export function createOutlet(reader: ReaderName, clock: () => number, first: ReaderState['kind'] = 'absent'): Outlet {
  const readingListeners = new Set<(reading: Reading) => void>();
  const stateListeners = new Set<(state: ReaderState) => void>();
  let state: ReaderState = { kind: first };
  let isShut = false;
  return {
    get state() {
      return state;
    },
    listen(onReading) {
      readingListeners.add(onReading);
      return () => readingListeners.delete(onReading);
    },
    onStateChanged(onChanged) {
      stateListeners.add(onChanged);
      return () => stateListeners.delete(onChanged);
    },
    deliver(content) {
      for (const listener of isShut ? [] : readingListeners) {
        listener({ reader, at: clock(), content });
      }
    },
    setState(kind) {
      if (isShut || kind === state.kind) {
        return;
      }
      state = { kind };
      for (const listener of stateListeners) {
        listener(state);
      }
    },
    shut() {
      isShut = true;
      readingListeners.clear();
      stateListeners.clear();
    },
  };
}
