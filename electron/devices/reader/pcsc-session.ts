import type { ReaderState } from './port.ts';
import type { Timers } from './timers.ts';

// Talks to the system's card service by way of pcsc-mini. Runs in a worker (`pcsc-worker.ts`): some of the calls wait
// for the service without a deadline, and a service that hangs must not take the till with it.

/** What is used of pcsc-mini: the smallest thing that this stands on. Tests replace it, nothing else. */
export interface PcscLibrary {
  createClient(): PcscClient;
  /** Bits of a reader's status. */
  readonly present: number;
  readonly mute: number;
  /** Another program holds the card for itself. */
  readonly exclusive: number;
}

export interface PcscClient {
  /** Errors: throws with the `code` of the service, such as `NoService`. */
  start(handlers: PcscHandlers): void;
  /** Errors: throws when the service has gone. */
  stop(): void;
}

export interface PcscHandlers {
  readonly onReader: (reader: PcscReader) => void;
  /** The watch over the readers is over; nothing more comes from this client. */
  readonly onError: (code: string) => void;
}

export interface PcscReader {
  onChange(listener: (status: number) => void): void;
  onDisconnect(listener: () => void): void;
  /** Sends one command to the card that lies on the reader and lets go of it. Errors: rejects when the card went. */
  transmit(command: Uint8Array): Promise<Uint8Array>;
}

export type PcscEvent =
  | { readonly kind: 'state'; readonly state: ReaderState['kind'] }
  | { readonly kind: 'uid'; readonly uid: string }
  | { readonly kind: 'unreadable' };

/** "Get data: UID" (PC/SC part 3, 3.2.2.1.3). */
const readUid = Uint8Array.of(0xff, 0xca, 0x00, 0x00, 0x00);
/** Single, double and triple size (ISO/IEC 14443-3). */
const uidLengths: readonly number[] = [4, 7, 10];
/** A UID of 4 bytes that begins so was made up for this one tap: telephones and passports do it. It names nobody. */
const randomUidStart = 0x08;

const retryMs = 1_000;

/** The UID in an answer; null when the card does not tell one that names it. */
export function uidOfAnswer(answer: Uint8Array): string | null {
  const uid = answer.subarray(0, -2);
  const isOk = answer.at(-2) === 0x90 && answer.at(-1) === 0x00;
  const isRandom = uid.length === 4 && uid[0] === randomUidStart;
  if (!isOk || !uidLengths.includes(uid.length) || isRandom) {
    return null;
  }
  return Array.from(uid, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function stateOfCode(code: string): ReaderState['kind'] {
  return /Security|Access/i.test(code) ? 'no-permission' : 'service-missing';
}

/** Watches all readers of the service, and the service itself: absent or restarted, it is asked again every second. */
export function runPcscSession(
  library: PcscLibrary,
  post: (event: PcscEvent) => void,
  timers: Timers,
): { stop(): void } {
  /** Clients whose service died. Kept: the package ends the thread with an error when it cleans one of them up. */
  const dead: PcscClient[] = [];
  const readers = new Set<PcscReader>();
  let client: PcscClient | null = null;
  let forgetRetry = (): void => {};
  let isStopped = false;

  function tellReaders(): void {
    post({ kind: 'state', state: readers.size === 0 ? 'absent' : 'listening' });
  }

  async function read(reader: PcscReader): Promise<void> {
    try {
      const answer = await reader.transmit(readUid);
      const uid = uidOfAnswer(answer);
      answer.fill(0);
      post(uid === null ? { kind: 'unreadable' } : { kind: 'uid', uid });
    } catch {
      // Pulled away too early, or a card of another world.
      post({ kind: 'unreadable' });
    }
  }

  function watch(reader: PcscReader): void {
    // Our own connection changes the status as well: each card is read once for as long as it lies there.
    let wasRead = false;
    readers.add(reader);
    tellReaders();
    reader.onChange((status) => {
      const isPresent = (status & library.present) !== 0;
      const isMute = (status & library.mute) !== 0;
      const isBusy = (status & library.exclusive) !== 0;
      if (!isPresent) {
        wasRead = false;
      } else if (!wasRead && !isBusy) {
        wasRead = true;
        if (isMute) {
          post({ kind: 'unreadable' });
        } else {
          void read(reader);
        }
      }
    });
    reader.onDisconnect(() => {
      readers.delete(reader);
      tellReaders();
    });
  }

  function fail(code: string): void {
    if (client !== null) {
      dead.push(client);
      try {
        client.stop();
      } catch {
        // It is dead already.
      }
      client = null;
    }
    readers.clear();
    if (!isStopped) {
      post({ kind: 'state', state: stateOfCode(code) });
      forgetRetry();
      forgetRetry = timers.after(retryMs, start);
    }
  }

  function start(): void {
    try {
      client = library.createClient();
      client.start({ onReader: watch, onError: fail });
      tellReaders();
    } catch (fault) {
      fail(String((fault as { code?: unknown }).code));
    }
  }
  start();

  return {
    stop() {
      isStopped = true;
      forgetRetry();
      try {
        client?.stop();
      } catch {
        // The service went first.
      }
    },
  };
}
