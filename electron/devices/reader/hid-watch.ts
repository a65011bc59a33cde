import type { HidConnection, HidInfo, HidPipe } from './hid-pipe.ts';
import type { ReaderState } from './port.ts';
import type { Timers } from './timers.ts';

export interface HidWatchOptions {
  readonly pipe: HidPipe;
  readonly timers: Timers;
  readonly isWanted: (info: HidInfo) => boolean;
  /** Takes a device that was just opened; answers with what to do when it is gone. */
  readonly onOpened: (connection: HidConnection, info: HidInfo) => () => void;
  readonly onState: (kind: ReaderState['kind']) => void;
}

/** Between two looks at what is plugged in: a reader must be back within 3 s of its cable. */
const lookIntervalMs = 1_000;
/** A system call that takes longer will not be waited for with a straight face. */
const patienceMs = 2_000;

/**
 * Keeps every wanted device open for as long as it is plugged in. One question at a time is asked of the system: one
 * that hangs is a state, and is waited for without asking a second.
 */
export function watchHid(options: HidWatchOptions): { stop(): Promise<void> } {
  const { pipe, timers } = options;
  const open = new Map<string, { readonly connection: HidConnection; readonly onGone: () => void }>();
  let forgetTimer = (): void => {};
  let isStopped = false;
  let looking: Promise<void> = Promise.resolve();

  /** What `ask` answers, however late; meanwhile the state says that the answer is overdue. */
  async function withPatience<T>(ask: Promise<T>): Promise<T> {
    const forget = timers.after(patienceMs, () => tell('hung'));
    try {
      return await ask;
    } finally {
      forget();
    }
  }

  function tell(kind: ReaderState['kind']): void {
    if (!isStopped) {
      options.onState(kind === 'hung' || open.size === 0 ? kind : 'listening');
    }
  }

  function lose(path: string): void {
    const gone = open.get(path);
    if (gone !== undefined && open.delete(path)) {
      gone.onGone();
      tell('absent');
    }
  }

  async function openOne(info: HidInfo): Promise<ReaderState['kind']> {
    const answer = await withPatience(pipe.open(info.path));
    if (answer.kind !== 'open') {
      return answer.kind;
    }
    if (isStopped) {
      await answer.connection.close();
      return 'absent';
    }
    answer.connection.onLost(() => lose(info.path));
    open.set(info.path, { connection: answer.connection, onGone: options.onOpened(answer.connection, info) });
    return 'listening';
  }

  async function look(): Promise<void> {
    const answer = await withPatience(pipe.list());
    if (answer.kind !== 'listed') {
      tell(answer.kind);
      return;
    }
    const wanted = answer.devices.filter(options.isWanted);
    let kind: ReaderState['kind'] = 'absent';
    for (const info of wanted) {
      if (!open.has(info.path) && !isStopped) {
        const next = await openOne(info);
        kind = next === 'absent' ? kind : next;
      }
    }
    tell(kind);
  }

  function lookAgain(): void {
    looking = look().finally(() => {
      if (!isStopped) {
        forgetTimer = timers.after(lookIntervalMs, lookAgain);
      }
    });
  }
  lookAgain();

  return {
    async stop() {
      isStopped = true;
      forgetTimer();
      // A question that hangs is not waited for: its answer finds the watch stopped.
      void looking;
      await Promise.all([...open.values()].map(({ connection }) => connection.close()));
      open.clear();
    },
  };
}
