import type { Reader, ReaderState } from '../../../electron/devices/reader/port.ts';
import type { ReadingContent } from '../../../shared/domain/reading.ts';

/** The machine is emulated and slow; what takes this long does not come. */
const deadlineMs = 30_000;

/** What `promise` brings. Errors: rejects when it does not come. */
export async function within<T>(promise: Promise<T>, what: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited for ${what}`)), deadlineMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

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

  async function until<T>(what: string, find: () => T | null): Promise<T> {
    let isLate = false;
    const look = async (): Promise<T> => {
      for (;;) {
        const { promise: woken, resolve } = Promise.withResolvers<void>();
        wake = resolve;
        // Who has given up must not take what comes later.
        const found = isLate ? null : find();
        if (found !== null) {
          return found;
        }
        await woken;
      }
    };
    try {
      return await within(look(), what);
    } catch (late) {
      isLate = true;
      throw new Error(`${(late as Error).message}: the ${reader.name} is ${reader.state.kind}`);
    }
  }

  return {
    reader,
    untaken,
    next: () => until('a reading', () => untaken.shift() ?? null),
    become: async (kind) => void (await until(kind, () => (reader.state.kind === kind ? kind : null))),
  };
}
