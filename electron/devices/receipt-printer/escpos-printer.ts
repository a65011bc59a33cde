import { type Budget, createBudget } from './budget.ts';
import type { PipeSource } from './byte-pipe.ts';
import { encodeReceipt } from './encode-receipt.ts';
import { type PrinterModel, type PrinterSetup, printableLine } from './models.ts';
import type { PrinterState, PrintOutcome, ReceiptPrinter } from './port.ts';
import { createPrinterSession } from './printer-session.ts';
import { createStateFeed } from './state-feed.ts';
import { systemTimers, type Timers } from './timers.ts';
import { createTurns } from './turns.ts';

export interface EscposPrinterOptions extends PrinterSetup {
  readonly model: PrinterModel;
  /** How long an unused connection to a shared printer is kept: another station may be waiting for its only one. */
  readonly idleCloseMs?: number;
  readonly timers?: Timers;
}

/**
 * A receipt printer, whatever the way to it.
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
 *
 * A job or question whose turn does not come in time finds the printer `in-use`, by this station itself.
 */
export function createEscposPrinter(source: PipeSource, options: EscposPrinterOptions): ReceiptPrinter {
  const { model, idleCloseMs = 5_000, timers = systemTimers } = options;
  const { columns } = printableLine(model, options);
  const turns = createTurns(timers);
  const session = createPrinterSession(source, model, timers, {
    onState: (state) => feed.tell(state),
    onLost: () => feed.lookNow(),
  });
  const feed = createStateFeed({ isShared: source.isShared, timers, look });
  let forgetIdle = (): void => {};

  /** Does work when its turn comes; the connection to a shared printer is let go when nothing follows. */
  function inTurn<T>(timeoutMs: number, work: (budget: Budget) => Promise<T>, late: () => T): Promise<T> {
    const budget = createBudget(timeoutMs, timers);
    const useSession = async (): Promise<T> => {
      forgetIdle();
      try {
        return await work(budget);
      } finally {
        if (source.isShared) forgetIdle = timers.after(idleCloseMs, session.hangUp);
      }
    };
    return turns.take(timeoutMs, useSession, late);
  }

  async function readState(timeoutMs: number): Promise<PrinterState> {
    const state = await inTurn(timeoutMs, session.readState, (): PrinterState => ({ kind: 'in-use' }));
    feed.tell(state);
    return state;
  }

  /**
   * Looks at the printer unbidden, never while it is at work. Where another station may want it: as short as can be, and
   * not over a connection that is kept for a while, which would then never be let go and reports changes by itself.
   */
  async function look(timeoutMs: number): Promise<void> {
    if (turns.isBusy || (source.isShared && session.isOpen)) return;
    const state = await inTurn(timeoutMs, session.readState, (): PrinterState => ({ kind: 'in-use' }));
    if (source.isShared && !turns.isBusy) {
      forgetIdle();
      session.hangUp();
    }
    // Another station at work is no change of the printer's state; it matters to whoever wants to print, and is told then.
    if (state.kind !== 'in-use' || !source.isShared) feed.tell(state);
  }

  return {
    columns,
    readState: ({ timeoutMs }) => readState(timeoutMs),
    async print(job, { timeoutMs }) {
      const encoded = encodeReceipt(job, model, options);
      if (encoded.kind === 'unprintable') return encoded;
      const { bytes } = encoded;
      const late = (): PrintOutcome => ({ kind: 'not-printed', state: { kind: 'in-use' } });
      const outcome = await inTurn(timeoutMs, (budget) => session.print(bytes, budget), late);
      bytes.fill(0);
      if (outcome.kind === 'not-printed') feed.tell(outcome.state);
      if (outcome.kind === 'unknown') feed.lookNow();
      return outcome;
    },
    watch: feed.watch,
    async close() {
      feed.stop();
      await turns.idle;
      forgetIdle();
      session.hangUp();
    },
  };
}
