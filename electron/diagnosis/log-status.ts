import type { Log } from '../log/log.ts';
import type { StationStatus } from '../services/station-watch.ts';

/** Writes what changed of the strip into the log: for a diagnosis, when the trouble is over and was not understood. */
export function createStatusLog(log: Log): (status: StationStatus) => void {
  const before = new Map<string, string>();
  const isNew = (part: string, state: string): boolean => {
    const changed = before.get(part) !== state;
    before.set(part, state);
    return changed;
  };
  return ({ link, printer, readers, journal }) => {
    const linkState = link.kind === 'broken' ? link.code : link.kind;
    if (isNew('link', linkState)) {
      log.info(link.kind === 'broken' ? { state: link.kind, code: link.code } : { state: link.kind }, 'link changed');
    }
    const printerState = printer.kind === 'blocked' ? printer.reason : printer.kind;
    if (isNew('printer', printerState)) {
      log.info({ state: printerState }, 'printer changed');
    }
    for (const { name, state } of readers) {
      if (isNew(name, state)) {
        log.info({ device: name, state }, 'reader changed');
      }
    }
    if (journal !== null && isNew('journal', `${journal.kind} ${journal.reason}`)) {
      log.info({ state: journal.kind, reason: journal.reason }, 'journal changed');
    }
  };
}
