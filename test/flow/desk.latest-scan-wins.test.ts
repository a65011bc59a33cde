import { expect, test, vi } from 'vitest';
import { startDesk } from './desk-harness.ts';

test('an answer that comes late for an earlier customer is never told', async () => {
  const { tap, next, wallet, events } = await startDesk();
  wallet.setFault({ kind: 'latency', ms: 300, on: 'wallet', times: 1 });
  tap('main');
  tap('company');
  const identified = await next('identified');
  await next('balance-read');
  const [, second] = events.filter((event) => event.kind === 'scan-received');
  expect(second).toMatchObject({ ticket: { scan: identified.ticket.scan } });
  expect(events.filter((event) => event.kind === 'identified')).toHaveLength(1);
  expect(identified.wallet.account?.number).not.toBe('EVP0010001000101');
});

test('the next scan ends the customer before it looks for the next', async () => {
  const { serve, tap, events } = await startDesk();
  await serve('main');
  tap('company');
  expect(events.slice(-2).map((event) => event.kind)).toEqual(['closed', 'scan-received']);
  expect(events.at(-2)).toMatchObject({ reason: 'next-scan' });
});

test('a receipt whose customer has gone by the time its text arrives is not printed', async () => {
  const { serve, desk, tap, next, wallet, paper } = await startDesk();
  const session = await serve('main');
  wallet.setFault({ kind: 'latency', ms: 200, on: 'receipt', times: 1 });
  const printing = desk.printReceipt(session, { locale: 'en', width: 42 });
  tap('company');
  await next('identified');
  expect(await printing).toMatchObject({ ok: false, error: { code: 'session.closed' } });
  expect(paper.paper.lines).toEqual([]);
});

test('a failed look-up can be tried again without the number leaving main', async () => {
  const { desk, tap, next, wallet } = await startDesk();
  wallet.setFault({ kind: 'error', status: 500, code: 'internal_server_error', times: 1 });
  tap('main');
  const { scan } = await next('identify-failed');
  expect(desk.retryIdentify(scan)).toMatchObject({ ok: true });
  expect((await next('identified')).wallet.account?.number).toBe('EVP0010001000101');
  expect(desk.retryIdentify(scan)).toMatchObject({ ok: false, error: { code: 'session.closed' } });
});

test('look-ups that nobody waits for any more do not hold up the next scan', async () => {
  // Deadlines beyond this test's own: only giving the old look-ups up frees their connections in time.
  const { tap, next, wallet } = await startDesk({ callTimeoutMs: 120_000 });
  // As many as the client has connections.
  const abandoned = 6;
  wallet.setFault({ kind: 'silent', on: 'wallet', times: abandoned });
  for (let asked = 1; asked <= abandoned; asked += 1) {
    tap('main');
    await vi.waitFor(() => expect(wallet.requests).toHaveLength(asked));
  }
  tap('company');
  const identified = await next('identified');
  expect(identified.wallet.account?.number).not.toBe('EVP0010001000101');
});
