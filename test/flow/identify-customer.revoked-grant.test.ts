import { expect, test } from 'vitest';
import { startDesk } from './desk-harness.ts';

test('a revoked grant is told with what may be missing, and no balance is shown', async () => {
  const { tap, next, events } = await startDesk();
  tap('revoked');
  await next('identified');
  expect((await next('balance-failed')).error).toMatchObject({ code: 'wallet.access-revoked', kind: 'refused' });
  expect(events.some((event) => event.kind === 'balance-read')).toBe(false);
});
