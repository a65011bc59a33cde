import { plainDone } from '../journal/entry.ts';
import type { Journal } from '../journal/journal.ts';
import { closeDay, type Report } from '../journal/reports.ts';
import type { StationActor } from './station-actor.ts';

export interface DayClosing {
  readonly journal: Journal;
  readonly actor: StationActor;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/** Closes the day, all or nothing, in the name of whoever is there; null while the journal cannot be written. */
export function closeStationDay({ journal, actor, clock }: DayClosing): Report | null {
  const close = { operation: 'report.close', subject: null, wallet: null };
  return journal.audit((store, keys) =>
    closeDay(store, keys, clock(), (number) => journal.enterNow({ ...actor.read(), ...close }, plainDone, number)),
  );
}
