import type { BytePipe, PipeOpening, PipeSource } from './byte-pipe.ts';
import { createAnswerReader, type PrinterAnswer } from './printer-answers.ts';
import type { Timers } from './timers.ts';

export type Heard<T> =
  | { readonly kind: 'heard'; readonly value: T }
  | { readonly kind: 'timed-out' }
  /** The connection is gone; `mute` when it never brought a byte. */
  | { readonly kind: 'closed'; readonly mute: boolean };

/** One connection to a printer, over which one question is asked at a time. */
export interface PrinterLink {
  readonly isOpen: boolean;
  /** Sends bytes and waits for the first answer of which `pick` makes something. */
  ask<T>(bytes: Uint8Array, pick: (answer: PrinterAnswer) => T | undefined, timeoutMs: number): Promise<Heard<T>>;
  /** Sends bytes that nothing answers; true when all of them were taken in time. */
  tell(bytes: Uint8Array, timeoutMs: number): Promise<boolean>;
  /**
   * What `pick` makes of the answers that came since `forgetEarlier` and that no question took: an acknowledgement and
   * a change of state can come in one packet. Of several automatic states only the latest is kept.
   */
  earlier<T>(pick: (answer: PrinterAnswer) => T | undefined): T | undefined;
  /** Forgets what no question took. */
  forgetEarlier(): void;
  /** Forgets what was sent and still waits on our side, as far as the transport lets it. */
  dropWaiting(): void;
  /** Says goodbye; for a printer that has worked through everything. */
  close(): void;
  /** Drops bytes that are still on the way: they are not delivered when the printer wakes up. */
  abandon(): void;
}

/** What comes unasked over a connection. */
export interface LinkEvents {
  /** Automatic status: the four bytes. */
  onAutomatic?(bytes: readonly number[]): void;
  /** The other side ended it, not we. */
  onLost?(): void;
}

export type LinkOpening =
  | { readonly kind: 'open'; readonly link: PrinterLink }
  | Extract<PipeOpening, { kind: 'refused' }>;

/** Opens a connection, or says why there is none. */
export async function openLink(
  source: PipeSource,
  timers: Timers,
  timeoutMs: number,
  events: LinkEvents = {},
): Promise<LinkOpening> {
  const ends = createLinkEnds(timers, events);
  const opening = await source.open(ends.listener, timeoutMs);
  return opening.kind === 'open' ? { kind: 'open', link: ends.linkOver(opening.pipe) } : opening;
}

interface Waiter {
  hear(answer: PrinterAnswer): boolean;
  closed(): void;
}

function createLinkEnds(timers: Timers, events: LinkEvents) {
  let heardAnything = false;
  let unpicked: PrinterAnswer[] = [];
  const waiters = new Set<Waiter>();
  let leftByUs = false;

  const read = createAnswerReader((answer) => {
    if (answer.kind === 'automatic') events.onAutomatic?.(answer.bytes);
    for (const waiter of waiters) if (waiter.hear(answer)) return;
    const stillTrue = answer.kind === 'automatic' ? unpicked.filter(({ kind }) => kind !== 'automatic') : unpicked;
    unpicked = [...stillTrue, answer];
  });
  const listener = {
    onBytes: (bytes: Uint8Array): void => {
      heardAnything = true;
      read(bytes);
    },
    onClosed: (): void => {
      for (const waiter of [...waiters]) waiter.closed();
      if (!leftByUs) events.onLost?.();
    },
  };

  /** Waits for what `begin` sets off, for the end of the connection or for the end of the time. */
  function wait<T>(
    pipe: BytePipe,
    timeoutMs: number,
    begin: (settle: (heard: Heard<T>) => void) => Waiter['hear'],
  ): Promise<Heard<T>> {
    return new Promise((resolve) => {
      const settle = (heard: Heard<T>): void => {
        forget();
        waiters.delete(waiter);
        resolve(heard);
      };
      const forget = timers.after(timeoutMs, () => settle({ kind: 'timed-out' }));
      const closed = (): void => settle({ kind: 'closed', mute: !heardAnything });
      const waiter: Waiter = { hear: () => false, closed };
      waiters.add(waiter);
      if (!pipe.isOpen) closed();
      else waiter.hear = begin(settle);
    });
  }

  function linkOver(pipe: BytePipe): PrinterLink {
    return {
      get isOpen() {
        return pipe.isOpen;
      },
      ask: (bytes, pick, timeoutMs) =>
        wait(pipe, timeoutMs, (settle) => {
          pipe.send(bytes);
          return (answer) => {
            const value = pick(answer);
            if (value !== undefined) settle({ kind: 'heard', value });
            return value !== undefined;
          };
        }),
      async tell(bytes, timeoutMs) {
        const heard = await wait<true>(pipe, timeoutMs, (settle) => {
          pipe.send(bytes, () => settle({ kind: 'heard', value: true }));
          return () => false;
        });
        return heard.kind === 'heard';
      },
      earlier: (pick) => unpicked.map(pick).find((value) => value !== undefined),
      forgetEarlier() {
        unpicked = [];
      },
      dropWaiting: () => pipe.dropWaiting(),
      close() {
        leftByUs = true;
        pipe.close();
      },
      abandon() {
        leftByUs = true;
        pipe.abandon();
      },
    };
  }

  return { listener, linkOver };
}
