import type { Reader, ReaderState } from '../../../electron/devices/reader/port.ts';
import type { ReadingContent } from '../../../shared/domain/reading.ts';

/** The machine is emulated and slow; what takes this long does not come. */
const deadlineMs = 60_000;

export interface Watched {
  readonly reader: Reader;
  /** The next reading that was not taken yet. */
  next(): Promise<ReadingContent>;
  /** Until the reader is in the state. */
  become(kind: ReaderState['kind']): Promise<void>;
  readonly untaken: readonly ReadingContent[];
}

/** A reader whose readings and states a test can wait for. */
export function watchReader(reader: Reader): Watched {
  const untaken: ReadingContent[] = [];
  let wake = (): void => {};
  reader.listen(({ content }) => {
    untaken.push(content);
    wake();
  });
  reader.onStateChanged(() => wake());

  async function until<T>(what: string, look: () => T | null): Promise<T> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`${reader.name} is ${reader.state.kind}, waited for ${what}`)),
        deadlineMs,
      );
    });
    try {
      for (;;) {
        const woken = new Promise<void>((resolve) => {
          wake = resolve;
        });
        const found = look();
        if (found !== null) {
          return found;
        }
        await Promise.race([woken, late]);
      }
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    reader,
    untaken,
    next: () => until('a reading', () => untaken.shift() ?? null),
    become: async (kind) => void (await until(kind, () => (reader.state.kind === kind ? true : null))),
  };
}
