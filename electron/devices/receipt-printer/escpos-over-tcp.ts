import { encodeReceipt, initialise } from './encode-receipt.ts';
import type { PrinterModel } from './models.ts';
import type { PrinterState, PrintOutcome, ReceiptPrinter } from './port.ts';
import { type PrinterAnswer, stateOfStatus } from './printer-answers.ts';
import { type Address, openTcpLink, type TcpLink } from './tcp-link.ts';
import { systemTimers, type Timers } from './timers.ts';
import { createTurns } from './turns.ts';

export interface EscposOverTcpOptions extends Address {
  readonly model: PrinterModel;
  /** How long an unused connection is kept: another station may be waiting for the printer's only one. */
  readonly idleCloseMs?: number;
  readonly timers?: Timers;
}

/** `DLE EOT n`: answered at once, whatever the printer is doing. */
const askRealTimeStatus = (n: number): Buffer => Buffer.from([0x10, 0x04, n]);
/** `DLE DC4 8`: empties the receive and print buffers at once, also when the printer is offline. */
const clearBuffers = Buffer.from([0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08]);
/** `GS a`: report changes of the offline, error and paper states unasked. */
const reportChanges = Buffer.from([0x1d, 0x61, 0x0e]);
/** `GS r 1`: answered in its turn, after all that was sent before. */
const acknowledge = Buffer.from([0x1d, 0x72, 0x01]);

// A printer on a shop's network answers within milliseconds; a sleeping wireless one within a second.
const connectTimeoutMs = 3_000;
const answerTimeoutMs = 1_500;
/** Kept back from a job's time, at most a quarter: giving it up (emptying the printer's buffer) must fit into it too. */
const giveUpReserveMs = 1_000;

interface Deadline {
  readonly atMs: number;
  readonly reserveMs: number;
}

/**
 * An Epson receipt printer on the network (raw TCP, usually port 9100).
 *
 * A job goes out in three steps. (1) `DLE EOT 1..4`: a printer in trouble gets nothing. (2) `ESC @`, `GS r 1`: its
 * answer proves that the way through the buffer is open and that nothing of an earlier job is left there. (3) The
 * receipt and `GS r 1`: its answer proves that the last byte was worked through. Until (3) begins the outcome of a
 * failure is `not-printed`; from then on it is `unknown`.
 *
 * A job given up must not come out for the next customer when somebody puts paper in: a printer keeps its buffer when
 * it is offline and when the connection breaks. Hence the buffer is emptied when a job is given up, over a new
 * connection if need be, and if that cannot be confirmed, before anything else is done with this printer. The old
 * connection is reset, not closed, because a closed one still delivers what our own side holds.
 */
export function createEscposOverTcp(options: EscposOverTcpOptions): ReceiptPrinter {
  const { model, idleCloseMs = 5_000, timers = systemTimers } = options;
  const turns = createTurns(timers);
  let link: TcpLink | null = null;
  let forgetIdle = (): void => {};
  /** Bytes of a job given up may still be in the printer. */
  let leftovers = false;

  const left = (deadline: Deadline, atMostMs = Number.POSITIVE_INFINITY): number =>
    Math.max(0, Math.min(atMostMs, deadline.atMs - timers.nowMs()));

  /** Runs work that needs the connection, when its turn comes; the connection is let go when it is idle after. */
  function withPrinter<T>(timeoutMs: number, work: (deadline: Deadline) => Promise<T>, late: () => T): Promise<T> {
    const deadline = { atMs: timers.nowMs() + timeoutMs, reserveMs: Math.min(giveUpReserveMs, timeoutMs / 4) };
    return turns.take(
      timeoutMs,
      async () => {
        forgetIdle();
        try {
          return await work(deadline);
        } finally {
          forgetIdle = timers.after(idleCloseMs, hangUp);
        }
      },
      late,
    );
  }

  function hangUp(): void {
    forgetIdle();
    link?.close();
    link = null;
  }

  function abandonLink(): void {
    link?.abandon();
    link = null;
  }

  /** Asks for the state over the kept connection, or a new one. `link` is open afterwards if the state is not absent, in use or silent. */
  async function readStateNow(deadline: Deadline): Promise<PrinterState> {
    const kept = link?.isOpen === true;
    link = kept ? link : await openTcpLink(options, timers, left(deadline, connectTimeoutMs));
    if (link === null) return { kind: 'absent' };
    if (leftovers) leftovers = !(await clear(link, deadline));
    const status = await askStatus(link, deadline);
    if (status.kind !== 'closed') return status.kind === 'told' ? status.state : giveUpAs({ kind: 'silent' });
    abandonLink();
    // A kept connection may have died unnoticed (the printer was switched off and on): a new one tells.
    if (kept) return readStateNow(deadline);
    // Taken and hung up without a word: that is how a printer turns a second station away.
    return status.mute ? { kind: 'in-use' } : { kind: 'absent' };
  }

  function giveUpAs(state: PrinterState): PrinterState {
    abandonLink();
    return state;
  }

  async function askStatus(over: TcpLink, deadline: Deadline) {
    const bytes: number[] = [];
    for (const n of [1, 2, 3, 4]) {
      // One at a time: the answers do not say which question they belong to.
      const heard = await over.ask(askRealTimeStatus(n), realTimeByte, left(deadline, answerTimeoutMs));
      if (heard.kind === 'closed') return heard;
      if (heard.kind === 'timed-out') return { kind: 'silent' } as const;
      bytes.push(heard.value);
    }
    return { kind: 'told', state: stateOfStatus(bytes, 1, model.realTimeStatus) } as const;
  }

  /** Empties the printer's buffers; true when it says that they are empty. */
  async function clear(over: TcpLink, deadline: Deadline): Promise<boolean> {
    const heard = await over.ask(clearBuffers, isCleared, left(deadline, answerTimeoutMs));
    return heard.kind === 'heard';
  }

  const blockedOf = (answer: PrinterAnswer): PrinterState | undefined => {
    if (answer.kind !== 'automatic') return undefined;
    const state = stateOfStatus(answer.bytes, 0, model.automaticStatus);
    return state.kind === 'blocked' ? state : undefined;
  };
  const reachedOrBlocked = (answer: PrinterAnswer): 'reached' | PrinterState | undefined =>
    answer.kind === 'in-order' ? 'reached' : blockedOf(answer);

  async function printNow(receipt: Buffer, deadline: Deadline): Promise<PrintOutcome> {
    const state = await readStateNow(deadline);
    if (state.kind !== 'ready' || link === null) return { kind: 'not-printed', state };
    const refusal = await openWay(link, deadline);
    if (refusal !== null) return { kind: 'not-printed', state: giveUpAs(refusal) };

    leftovers = true;
    const job = Buffer.concat([receipt, acknowledge]);
    const end = await link.ask(job, reachedOrBlocked, left(deadline) - deadline.reserveMs);
    // What our own side still holds of a job given up turns into NUL, which a printer passes over.
    job.fill(0);
    if (end.kind !== 'heard' || end.value !== 'reached') return giveUpJob(link, deadline);
    leftovers = false;
    return { kind: 'printed' };
  }

  /** Proves that the printer works through what it is sent; the state that keeps it from it, or null. */
  async function openWay(over: TcpLink, deadline: Deadline): Promise<PrinterState | null> {
    const opening = Buffer.concat([initialise, reportChanges, acknowledge]);
    const open = await over.ask(opening, reachedOrBlocked, left(deadline, answerTimeoutMs));
    if (open.kind === 'closed') return { kind: 'absent' };
    if (open.kind === 'timed-out') return { kind: 'silent' };
    if (open.value !== 'reached') return open.value;
    // Whatever an earlier job left behind has been worked through by now.
    leftovers = false;
    const trouble = over.earlier(blockedOf);
    // From here on only what answers the receipt counts.
    over.forgetEarlier();
    // Too late to begin: a receipt must not be given up only because its time was used up before it.
    return trouble ?? (left(deadline) <= deadline.reserveMs ? { kind: 'silent' } : null);
  }

  async function giveUpJob(over: TcpLink, deadline: Deadline): Promise<PrintOutcome> {
    // The acknowledgement can come right behind the trouble, or while the buffer is being emptied: then all is printed.
    const stopped = over.earlier(isReached)
      ? ({ kind: 'heard', value: 'reached' } as const)
      : await over.ask(clearBuffers, clearedOrReached, left(deadline, deadline.reserveMs / 2));
    abandonLink();
    if (stopped.kind === 'heard') {
      leftovers = false;
      return { kind: stopped.value === 'reached' ? 'printed' : 'unknown' };
    }
    const again = await openTcpLink(options, timers, left(deadline));
    if (again !== null) {
      leftovers = !(await clear(again, deadline));
      again.abandon();
    }
    return { kind: 'unknown' };
  }

  return {
    columns: model.columns,
    readState: ({ timeoutMs }) => withPrinter(timeoutMs, readStateNow, () => ({ kind: 'in-use' })),
    async print(job, { timeoutMs }) {
      const encoded = encodeReceipt(job, model);
      if (encoded.kind === 'unprintable') return encoded;
      const late = (): PrintOutcome => ({ kind: 'not-printed', state: { kind: 'in-use' } });
      const outcome = await withPrinter(timeoutMs, (deadline) => printNow(encoded.bytes, deadline), late);
      encoded.bytes.fill(0);
      return outcome;
    },
    async close() {
      await turns.idle;
      hangUp();
    },
  };
}

function realTimeByte(answer: PrinterAnswer): number | undefined {
  return answer.kind === 'real-time' ? answer.byte : undefined;
}

function isCleared(answer: PrinterAnswer): true | undefined {
  return answer.kind === 'cleared' ? true : undefined;
}

function isReached(answer: PrinterAnswer): true | undefined {
  return answer.kind === 'in-order' ? true : undefined;
}

function clearedOrReached(answer: PrinterAnswer): 'cleared' | 'reached' | undefined {
  if (answer.kind === 'in-order') return 'reached';
  return answer.kind === 'cleared' ? 'cleared' : undefined;
}
