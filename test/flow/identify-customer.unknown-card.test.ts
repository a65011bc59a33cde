import { expect, test } from 'vitest';
import { startDesk } from './desk-harness.ts';

test('a card that nobody owns is told as such, and the one before it is gone', async () => {
  const { serve, tap, next, events } = await startDesk();
  await serve('main');
  tap('nobody');
  expect((await next('identify-failed')).error).toMatchObject({ code: 'wallet.not-found', kind: 'refused' });
  expect(events.slice(-3).map((event) => event.kind)).toEqual(['closed', 'scan-received', 'identify-failed']);
});

test('the seed’s free card finds nobody until it is related', async () => {
  const { tap, next, wallet } = await startDesk();
  tap('free');
  expect((await next('identify-failed')).error.code).toBe('wallet.not-found');
  expect(wallet.relateCard(14471, { issuer: 'paysera', number: '5487963154' })).toBe(254789);
  tap('free');
  expect((await next('identified')).wallet.id).toBe(254789);
});
