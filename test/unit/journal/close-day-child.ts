import { openJournal } from '../../../electron/journal/journal.ts';
import { createJournalKeys } from '../../../electron/journal/keys.ts';
import { closeDay } from '../../../electron/journal/reports.ts';

// Closes a day beside another process, or dies in the middle of it: the last argument says which.
const [folder = '', run = '', how = ''] = process.argv.slice(2);
const journal = openJournal({
  folder,
  readKeys: () => createJournalKeys(Buffer.alloc(32, 7)),
  run,
  clock: Date.now,
  monotonic: () => performance.now(),
  schedule: () => () => {},
});
if (journal.ok) {
  const report = journal.value.audit((store, keys) =>
    closeDay(store, keys, Date.now(), () => {
      if (how === 'killed') {
        process.kill(process.pid, 'SIGKILL');
      }
    }),
  );
  process.stdout.write(String(report?.number));
  journal.value.close();
}
