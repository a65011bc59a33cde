import { expect, test } from 'vitest';
import { startDesk } from './desk-harness.ts';

test('a client without the receipt feature is told so, and nothing is printed', async () => {
  const { serve, desk, wallet, paper } = await startDesk();
  const session = await serve('main');
  wallet.setFault({ kind: 'receipt-not-enabled' });
  const answer = await desk.printReceipt(session, { locale: 'en', width: 42 });
  expect(answer).toMatchObject({ ok: false, error: { code: 'receipt.not-enabled', kind: 'refused' } });
  expect(paper.paper.lines).toEqual([]);
});
