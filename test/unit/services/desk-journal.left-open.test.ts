import { expect, test } from 'vitest';
import { createDeskJournal } from '../../../electron/services/desk-journal.ts';
import { WalletId } from '../../../shared/domain/ids.ts';
import { type AppError, appError } from '../../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../../shared/errors/error-table.ts';
import { err } from '../../../shared/errors/result.ts';
import { happening, journalBench } from '../journal/journal-bench.ts';

const minuteMs = 60_000;

/** A till that starts on a change that the run before left open, at an API that answers each question with this error. */
function started(answer: () => AppError) {
  const bench = journalBench();
  const before = bench.open();
  before.begin(happening('description.set'), JSON.stringify({ walletId: WalletId.parse(30001), description: 'x' }));
  // It ended since.
  bench.meddle("UPDATE run SET process = 'an-earlier-boot:1:1'");
  const journal = bench.open();
  let reached = () => {};
  let asked = 0;
  let nowMs = 0;
  const api = {
    onLinkChanged(listener: (link: { kind: 'reached' }) => void) {
      reached = () => listener({ kind: 'reached' });
      return () => {
        reached = () => {};
      };
    },
    async call() {
      asked += 1;
      return err(answer());
    },
  };
  const actor = { read: () => ({ operator: null, approver: null, device: null }) };
  const desk = createDeskJournal({ journal, actor, api, monotonic: () => nowMs } as never);
  return {
    journal,
    asked: () => asked,
    start: () => desk.start(),
    /** The way to the API is known to be there, as after every answer; time has passed. */
    async reach(afterMs: number) {
      nowMs += afterMs;
      reached();
      await new Promise(setImmediate);
    },
  };
}

test.each<ErrorCode>(['wallet.access-revoked', 'wallet.not-found', 'api.operation-disabled'])(
  'what the API refuses to tell (%s) is asked once, and is for whoever looks',
  async (code) => {
    const till = started(() => appError(code));
    till.start();
    for (let answer = 0; answer < 10; answer += 1) {
      await till.reach(minuteMs);
    }
    expect(till.asked()).toBe(1);
    expect(till.journal.readLeftOpen()).toMatchObject([{ state: 'unknown' }]);
    expect(till.journal.state.unsettled).toBe(1);
  },
);

test.each<ErrorCode>(['api.server-error', 'api.timed-out', 'api.rate-limited'])(
  'a way that is broken (%s) is tried again, ever more seldom, however often the API is reached otherwise',
  async (code) => {
    const till = started(() => appError(code));
    till.start();
    for (let second = 0; second < 3_600; second += 5) {
      await till.reach(5_000);
    }
    expect(till.asked()).toBeGreaterThanOrEqual(5);
    expect(till.asked()).toBeLessThanOrEqual(8);
    expect(till.journal.readLeftOpen()).toMatchObject([{ state: 'open' }]);
  },
);

test('a fault while it is looked up ends no later look', async () => {
  let isBroken = true;
  const till = started(() => {
    if (isBroken) {
      throw new Error('a bug');
    }
    return appError('wallet.not-found');
  });
  till.start();
  await till.reach(minuteMs);
  isBroken = false;
  await till.reach(2 * minuteMs);
  await till.reach(2 * minuteMs);
  expect(till.journal.readLeftOpen()).toMatchObject([{ state: 'unknown' }]);
});
