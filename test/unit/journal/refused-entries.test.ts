import { expect, test } from 'vitest';
import { EntryContentSchema, plainDone } from '../../../electron/journal/entry.ts';
import { listEntries } from '../../../electron/journal/maintenance.ts';
import { outcomeOf } from '../../../electron/services/journaled-till.ts';
import { appError } from '../../../shared/errors/app-error.ts';
import { errorCodes } from '../../../shared/errors/error-table.ts';
import { err } from '../../../shared/errors/result.ts';
import { happening, journalBench, withDatabase } from './journal-bench.ts';

const listAll = (file: string) => withDatabase(file, (database) => listEntries(database, { last: 1_000, key: null }));

test('a status that HTTP does not know is not kept, and the answer that had it is', () => {
  const answer = (status: unknown) => err(appError('api.server-error', { status: status as number }));
  expect(outcomeOf(answer(999))).toMatchObject({ error: 'api.server-error', apiStatus: null });
  expect(outcomeOf(answer(99))).toMatchObject({ apiStatus: null });
  expect(outcomeOf(answer(500.5))).toMatchObject({ apiStatus: null });
  expect(outcomeOf(answer(503))).toMatchObject({ apiStatus: 503 });
});

test('every code of ours may stand in an entry', () => {
  expect(errorCodes.filter((code) => !EntryContentSchema.shape.error.safeParse(code).success)).toEqual([]);
});

test('what may not stand in an entry is left out and said so, and all else is written', () => {
  const bench = journalBench();
  const journal = bench.open();
  journal.note(happening('wallet.find'), { ...plainDone, apiStatus: 999 });
  journal.note(happening('Jonas Smith'), { ...plainDone, error: 'no code of ours' });
  bench.pass();
  expect(journal.begin(happening('card.relate'), null)).toEqual({ ok: true, value: 5 });
  journal.complete(5, { ...plainDone, durationMs: -1 });
  expect(journal.state.kind).toBe('writing');
  expect(journal.readLeftOpen()).toEqual([]);
  expect(listAll(bench.file).map(({ operation, outcome, about }) => [operation, outcome, about])).toEqual([
    ['wallet.find', 'done', null],
    ['journal.line-refused', null, 1],
    ['journal.line-refused', 'done', null],
    ['journal.line-refused', null, 3],
    ['card.relate', null, null],
    ['card.relate', 'done', 5],
    ['journal.line-refused', null, 6],
  ]);
  expect(JSON.stringify(listAll(bench.file))).not.toMatch(/999|Jonas|no code/);
  journal.close();
  expect(bench.verify().misfit).toBeNull();
});

test('an entry that the file itself refuses is left out and said so; nothing waits for it for ever', () => {
  const bench = journalBench();
  const journal = bench.open();
  journal.note(happening('wallet.find'), plainDone);
  journal.flush();
  bench.meddle(
    "CREATE TRIGGER no_more BEFORE INSERT ON entry WHEN NEW.operation = 'balance.read' BEGIN SELECT RAISE(ABORT, 'no'); END",
  );
  journal.note(happening('balance.read'), plainDone);
  journal.note(happening('wallet.find'), plainDone);
  expect(() => bench.pass()).not.toThrow();
  expect(journal.begin(happening('card.relate'), null).ok).toBe(true);
  expect(listAll(bench.file).map(({ operation }) => operation)).toEqual([
    ...['wallet.find', 'journal.line-refused', 'wallet.find', 'card.relate'],
  ]);
  expect(() => journal.close()).not.toThrow();
});
