import { expect, test } from 'vitest';
import { startDesk } from './desk-harness.ts';

test('an open cover is told before anything is fetched', async () => {
  const { serve, desk, wallet, paper } = await startDesk({ printTimeoutMs: 2_000 });
  const session = await serve('main');
  const before = wallet.requests.length;
  await paper.setCondition('cover-open', true);
  const answer = await desk.printReceipt(session, { locale: 'en', width: 42 });
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'printer.cover-open', details: { outcome: 'not-printed' } },
  });
  // A printer that cannot print is found out before the text is fetched.
  expect(wallet.requests).toHaveLength(before);

  // What was given up does not come out later; what is asked for anew does.
  await paper.setCondition('cover-open', false);
  expect(paper.paper.lines).toEqual([]);
  expect(await desk.printReceipt(session, { locale: 'en', width: 42 })).toMatchObject({ ok: true });
  expect(paper.paper.lines.length).toBeGreaterThan(0);
});
