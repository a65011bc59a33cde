import { randomBytes } from 'node:crypto';
import { type Journal, openJournal } from '../../electron/journal/journal.ts';
import { createJournalKeys } from '../../electron/journal/keys.ts';

/** A till's journal on the disk, as a process that is going to be killed keeps it. */
export function openJournalIn(folder: string): Journal {
  const opened = openJournal({
    folder,
    readKeys: () => createJournalKeys(Buffer.alloc(32, 3)),
    run: randomBytes(4).toString('hex'),
    clock: Date.now,
    monotonic: () => performance.now(),
    schedule(action, delayMs) {
      const timer = setTimeout(action, delayMs).unref();
      return () => clearTimeout(timer);
    },
  });
  if (!opened.ok) {
    throw new Error(opened.error.code);
  }
  return opened.value;
}
