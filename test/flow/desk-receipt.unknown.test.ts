import { expect, test } from 'vitest';
import { startDesk } from './desk-harness.ts';

test('a receipt that was sent and not acknowledged is neither printed nor failed', async () => {
  const { serve, desk, paper } = await startDesk({ printTimeoutMs: 1_000 });
  const session = await serve('main');
  await paper.setCondition('mute-after-data', true);
  expect(await desk.printReceipt(session, { locale: 'en', width: 42 })).toMatchObject({
    ok: false,
    error: { code: 'print.outcome-unknown', kind: 'unknown-outcome', details: { outcome: 'unknown' } },
  });
});
