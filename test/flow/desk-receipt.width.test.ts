import { expect, test } from 'vitest';
import { startDesk } from './desk-harness.ts';

test('more than the printer’s columns is refused before the text is fetched', async () => {
  const { serve, desk, wallet } = await startDesk();
  const session = await serve('main');
  const before = wallet.requests.length;
  const answer = await desk.printReceipt(session, { locale: 'en', width: 43 });
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'receipt.width-exceeds-printer', kind: 'input', details: { width: 43, columns: 42 } },
  });
  expect(wallet.requests).toHaveLength(before);
});
