import { expect, test } from 'vitest';
import { startDesk } from './desk-harness.ts';

test('an answer that ends too early is named as such', async () => {
  const { desk, tap, next, wallet, events } = await startDesk({ callTimeoutMs: 5_000 });
  wallet.setFault({ kind: 'cut-off', reframed: true });
  tap('main');
  const failed = await next('identify-failed');
  expect(failed.error).toMatchObject({ code: 'api.cut-off-answer', kind: 'upstream' });
  expect(events.map((event) => event.kind)).toEqual(['scan-received', 'identify-failed']);

  // Over as soon as its cause is: the operator tries again and nothing has to be restarted.
  wallet.setFault(null);
  desk.retryIdentify(failed.scan);
  expect((await next('identified')).wallet.account?.number).toBe('EVP0010001000101');
});
