import { plainDone } from '../journal/entry.ts';
import type { Journal } from '../journal/journal.ts';
import { compactJournal } from '../journal/maintenance.ts';
import { readUncountedSince } from '../journal/reports.ts';
import { closeStationDay } from './close-day.ts';
import type { StationActor } from './station-actor.ts';

export interface Retention {
  /** Looks whether it is time, and takes a part of what is too old away. Called every now and then. */
  tick(): void;
}

export interface RetentionOptions {
  readonly journal: Journal;
  readonly actor: StationActor;
  /** Entries younger than that stay; null keeps all of them. */
  readonly keepDays: number | null;
  /** Whether the day closes by itself, as nobody is there who would. */
  readonly closesDay: boolean;
  readonly clock: () => number;
  /** For how many milliseconds nobody touched anything. */
  readonly idleMs: () => number;
  /** Milliseconds that never go back. */
  readonly monotonic: () => number;
}

const dayMs = 24 * 3_600_000;
/** Nobody at the till for so long: nobody waits. */
const quietMs = 10 * 60_000;
/** About a tenth of a second of work at a time. */
const entriesAtOnce = 5_000;

/**
 * A station without an office has nobody who closes its day, and what no close has counted is never taken away: it closes
 * each day itself, once the next one has come.
 */
function closeDayBefore(options: RetentionOptions): void {
  const { journal, clock } = options;
  const firstMs = journal.audit(readUncountedSince);
  if (firstMs !== null && firstMs !== 'nothing' && dayOf(firstMs) !== dayOf(clock())) {
    closeStationDay(options);
  }
}

/** The station's own day, as people there count it. */
function dayOf(atMs: number): string {
  return new Date(atMs).toDateString();
}

/**
 * Takes away what is older than the settings say, once a day, while nobody is at the till, a part at a time. What no
 * day's close has counted stays, and what is left is provable (`compactJournal`).
 */
export function createRetention(options: RetentionOptions): Retention {
  const { journal, actor, keepDays, clock, idleMs, monotonic } = options;
  let restUntil = Number.NEGATIVE_INFINITY;
  return {
    tick() {
      if (idleMs() < quietMs) {
        return;
      }
      if (options.closesDay) {
        closeDayBefore(options);
      }
      if (keepDays === null || monotonic() < restUntil) {
        return;
      }
      const beforeMs = clock() - keepDays * dayMs;
      const done = journal.audit((store, keys) => compactJournal(store, keys, beforeMs, clock(), entriesAtOnce));
      if (done === null) {
        return; // nothing can be written just now
      }
      if (done.removed === 0) {
        restUntil = monotonic() + dayMs;
        return;
      }
      journal.note({ ...actor.read(), operation: 'journal.compact', subject: null, wallet: null }, plainDone);
    },
  };
}
