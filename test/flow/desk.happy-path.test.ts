import { expect, test } from 'vitest';
import { paperText } from '../../simulator/printer/paper-text.ts';
import { startDesk } from './desk-harness.ts';

test('a card leads to its own wallet and its balances in two requests', async () => {
  const { tap, next, wallet } = await startDesk();
  tap('main');
  const received = await next('scan-received');
  const identified = await next('identified');
  expect(identified.ticket).toEqual(received.ticket);
  expect(identified.wallet.account?.number).toBe('EVP0010001000101');
  const { reading } = await next('balance-read');
  expect(reading.balance['EUR']).toMatchObject({ at_disposal: 2299, at_disposal_decimal: '22.99' });
  expect(reading.balance['USD']).toMatchObject({ reserved: 9800, reserved_decimal: '98.00' });
  expect(wallet.requests).toHaveLength(2);
});

test('the balance is converted on demand', async () => {
  const { serve, desk } = await startDesk();
  const session = await serve('main');
  const answer = await desk.readBalance(session, 'EUR' as never);
  expect(answer).toMatchObject({ ok: true, value: { convertedTo: 'EUR' } });
  expect(answer.ok && answer.value.balance['USD']?.converted?.at_disposal_decimal).toBe('0.75');
});

test('"enough?" answers yes within the balance and no beyond it', async () => {
  const { serve, desk } = await startDesk();
  const session = await serve('main');
  const ask = (cents: number) => desk.checkSufficientAmount(session, { cents, currency: 'EUR' as never });
  expect(await ask(2299)).toMatchObject({ ok: true, value: { isSufficient: true } });
  expect(await ask(2300)).toMatchObject({ ok: true, value: { isSufficient: false } });
});

test('the receipt is printed at the width asked for, and marked', async () => {
  const { serve, desk, paper } = await startDesk();
  const session = await serve('main');
  const answer = await desk.printReceipt(session, { locale: 'lt', width: 32 });
  expect(answer.ok).toBe(true);
  const lines = paperText(paper.paper);
  expect(lines.join('\n')).toContain('22.99');
  expect(lines.filter((line) => line.includes('TRAINING')).length).toBeGreaterThanOrEqual(1);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(42);
});

test('done leaves nobody: what the session could do is refused', async () => {
  const { serve, desk, next } = await startDesk();
  const session = await serve('main');
  desk.finish('done');
  expect(await next('closed')).toEqual({ kind: 'closed', reason: 'done' });
  const refused = { ok: false, error: { code: 'session.closed' } };
  expect(await desk.readBalance(session, null)).toMatchObject(refused);
  expect(await desk.checkSufficientAmount(session, { cents: 1, currency: 'EUR' as never })).toMatchObject(refused);
  expect(await desk.printReceipt(session, { locale: 'en', width: 42 })).toMatchObject(refused);
});

test('a typed identifier goes the same way as a scan', async () => {
  const { desk, next } = await startDesk();
  desk.identify({ kind: 'phone', phone: '37066612345' });
  const identified = await next('identified');
  expect(identified.ticket.from).toBe('typed');
  expect(identified.wallet.id).toBe(14471);
});
