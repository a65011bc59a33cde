import { expect, test } from 'vitest';
import { startDesk } from './desk-harness.ts';

test.each([
  ['dialog', 'scan.dialog-open'],
  ['locked', 'scan.screen-locked'],
] as const)('a scan before a %s does nothing to whoever stands behind it, and is told', async (obstacle, code) => {
  const { serve, router, scan, next, wallet, events } = await startDesk();
  await serve('main');
  const requests = wallet.requests.length;
  const lower = router.raise(obstacle);
  scan('company');
  expect(await next('scan-rejected')).toMatchObject({ error: { code }, keepsCustomer: true });
  expect(wallet.requests).toHaveLength(requests);
  expect(events.filter(({ kind }) => kind === 'closed')).toEqual([]);
  lower();
  // What was refused is not remembered: it is shown again, by somebody who means it.
  expect(wallet.requests).toHaveLength(requests);
  scan('company');
  await next('identified');
});
