import { expect, test } from 'vitest';
import { startDesk } from './desk-harness.ts';

const scanOf = (text: string) => ({ reader: 'keyboard-wedge', at: 1, content: { kind: 'text', text } }) as const;

test('an illegible scan asks nothing of the service and hides the customer before it', async () => {
  const { serve, desk, next, wallet } = await startDesk();
  await serve('main');
  const before = wallet.requests.length;
  desk.handleReading(scanOf('\u0000\u0007~ ~'));
  expect(await next('closed')).toEqual({ kind: 'closed', reason: 'next-scan' });
  expect(await next('scan-rejected')).toMatchObject({ error: { code: 'scan.unreadable' }, keepsCustomer: false });
  expect(wallet.requests).toHaveLength(before);
});

test('a product’s barcode asks nothing of the service and leaves the customer', async () => {
  const { serve, desk, next, wallet } = await startDesk();
  const session = await serve('main');
  const before = wallet.requests.length;
  desk.handleReading(scanOf('9771234567003'));
  expect(await next('scan-rejected')).toMatchObject({ error: { code: 'scan.product-barcode' }, keepsCustomer: true });
  expect(wallet.requests).toHaveLength(before);
  expect(await desk.readBalance(session, null)).toMatchObject({ ok: true });
});
