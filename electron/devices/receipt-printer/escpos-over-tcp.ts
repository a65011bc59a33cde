import { type Budget, createBudget } from './budget.ts';
import { encodeReceipt } from './encode-receipt.ts';
import type { PrinterModel } from './models.ts';
import type { PrintOutcome, ReceiptPrinter } from './port.ts';
import { createPrinterSession } from './printer-session.ts';
import type { Address } from './tcp-link.ts';
import { systemTimers, type Timers } from './timers.ts';
import { createTurns } from './turns.ts';

export interface EscposOverTcpOptions extends Address {
  readonly model: PrinterModel;
  /** How long an unused connection is kept: another station may be waiting for the printer's only one. */
  readonly idleCloseMs?: number;
  readonly timers?: Timers;
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
 *
 * A job or question whose turn does not come in time finds the printer `in-use`, by this station itself.
 */
export function createEscposOverTcp(options: EscposOverTcpOptions): ReceiptPrinter {
  const { model, idleCloseMs = 5_000, timers = systemTimers } = options;
  const session = createPrinterSession(options, model, timers);
  const turns = createTurns(timers);
  let forgetIdle = (): void => {};

  /** Does work when its turn comes; the connection is let go when nothing follows. */
  function inTurn<T>(timeoutMs: number, work: (budget: Budget) => Promise<T>, late: () => T): Promise<T> {
    const budget = createBudget(timeoutMs, timers);
    const useSession = async (): Promise<T> => {
      forgetIdle();
      try {
        return await work(budget);
      } finally {
        forgetIdle = timers.after(idleCloseMs, session.hangUp);
      }
    };
    return turns.take(timeoutMs, useSession, late);
  }

  return {
    columns: model.columns,
    readState: ({ timeoutMs }) => inTurn(timeoutMs, session.readState, () => ({ kind: 'in-use' })),
    async print(job, { timeoutMs }) {
      const encoded = encodeReceipt(job, model);
      if (encoded.kind === 'unprintable') return encoded;
      const { bytes } = encoded;
      const late = (): PrintOutcome => ({ kind: 'not-printed', state: { kind: 'in-use' } });
      const outcome = await inTurn(timeoutMs, (budget) => session.print(bytes, budget), late);
      bytes.fill(0);
      return outcome;
    },
    async close() {
      await turns.idle;
      forgetIdle();
      session.hangUp();
    },
  };
}
