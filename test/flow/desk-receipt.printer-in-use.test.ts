import { expect, test } from 'vitest';
import { startDesk } from './desk-harness.ts';

test('a printer that another station holds is waited for, and told as such when it is not let go', async () => {
  const { serve, desk, wallet, paper, pauses } = await startDesk({ printTimeoutMs: 2_000 });
  const session = await serve('main');
  const before = wallet.requests.length;
  await paper.setCondition('in-use', true);
  const answer = await desk.printReceipt(session, { locale: 'en', width: 42 });
  expect(answer).toMatchObject({ ok: false, error: { code: 'printer.in-use', details: { outcome: 'not-printed' } } });
  // A printer that cannot print is found out before the text is fetched.
  expect(wallet.requests).toHaveLength(before);
  expect(pauses.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(5_000);

  // What was given up does not come out later; what is asked for anew does.
  await paper.setCondition('in-use', false);
  expect(paper.paper.lines).toEqual([]);
  expect(await desk.printReceipt(session, { locale: 'en', width: 42 })).toMatchObject({ ok: true });
});

test('a printer that the other station lets go in time prints', async () => {
  const { serve, desk, paper } = await startDesk({
    printTimeoutMs: 2_000,
    onPause: async (pause, printer) => {
      if (pause === 3) {
        await printer.setCondition('in-use', false);
      }
    },
  });
  const session = await serve('main');
  await paper.setCondition('in-use', true);
  expect(await desk.printReceipt(session, { locale: 'en', width: 42 })).toMatchObject({ ok: true });
});

test('nobody waits for a printer on behalf of a customer who has gone', async () => {
  const { serve, desk, paper, pauses } = await startDesk({ onPause: async () => desk.finish('done') });
  const session = await serve('main');
  await paper.setCondition('in-use', true);
  expect(await desk.printReceipt(session, { locale: 'en', width: 42 })).toMatchObject({ ok: false });
  expect(pauses).toHaveLength(1);
});
