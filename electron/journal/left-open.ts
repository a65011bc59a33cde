import type { JournalStore } from './journal-store.ts';
import type { JournalKeys } from './keys.ts';
import { isRunning } from './process-mark.ts';

/** A change or a print of which the journal does not say what became. */
export interface LeftOpen {
  readonly intent: number;
  readonly operation: string;
  readonly atMs: number;
  readonly operator: string | null;
  /** `open`: the program ended before it knew. `unknown`: looked up, and nothing was proven; somebody must decide. */
  readonly state: 'open' | 'unknown';
  /** What was kept for looking it up; null where nothing can be asked, or another key sealed it. */
  readonly kept: string | null;
}

/** Lists what is open, but for what a process that still runs is doing just now. */
export function readLeftOpen(store: JournalStore, keys: JournalKeys, ownRun: string): LeftOpen[] {
  const rows = store.database
    .prepare(
      `SELECT o.seq, o.operation, o.sealed, o.state, o.run, r.process, e.at_ms, e.operator
       FROM open_intent o JOIN entry e ON e.seq = o.seq LEFT JOIN run r ON r.id = o.run ORDER BY o.seq`,
    )
    .all();
  return rows
    .filter(({ state, run, process: mark }) => {
      const isUnderWay = run === ownRun || (mark !== null && isRunning(mark as string));
      return state === 'unknown' || !isUnderWay;
    })
    .map((row) => ({
      intent: row.seq as number,
      operation: row.operation as string,
      atMs: row.at_ms as number,
      operator: row.operator as string | null,
      state: row.state as LeftOpen['state'],
      kept: row.sealed === null ? null : keys.unseal(row.sealed as unknown as Uint8Array, row.operation as string),
    }));
}
