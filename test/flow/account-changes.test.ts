import { expect, test } from 'vitest';
import type { SessionId } from '../../shared/domain/ids.ts';
import { type DeskUnderTest, startDesk } from './desk-harness.ts';

async function isPending({ account }: DeskUnderTest, session: SessionId, paymentId: number): Promise<boolean> {
  const list = await account.readPayments(session, null, 0);
  return list.ok && list.value.rows.some(({ id }) => id === paymentId);
}

test('a payment is cancelled when the service says so', async () => {
  const till = await startDesk();
  const session = await till.serve('company');
  expect(await till.account.cancelPayment(session, 80_006)).toMatchObject({
    ok: true,
    value: { kind: 'done', provenBy: 'answer' },
  });
  expect(await isPending(till, session, 80_006)).toBe(false);
});

test('an incoming payment is accepted by its password, and a wrong one changes nothing', async () => {
  const till = await startDesk();
  const session = await till.serve('company');
  expect(await till.account.acceptPayment(session, 80_005, 'wrong')).toMatchObject({
    ok: false,
    error: { code: 'api.invalid-parameters' },
  });
  expect(await isPending(till, session, 80_005)).toBe(true);
  expect(await till.account.acceptPayment(session, 80_005, 'pavasaris')).toMatchObject({
    ok: true,
    value: { kind: 'done', provenBy: 'answer' },
  });
  expect(await isPending(till, session, 80_005)).toBe(false);
});

test('a cancellation whose answer was lost is looked up and never sent again; gone proves nothing', async () => {
  const till = await startDesk();
  const session = await till.serve('company');
  till.wallet.setFault({ kind: 'reset', when: 'after', on: 'cancel-payment', times: 1 });
  expect(await till.account.cancelPayment(session, 80_006)).toMatchObject({ ok: true, value: { kind: 'unknown' } });
  expect(till.settling).toEqual([session]);
  expect(till.wallet.requests.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
  expect(await till.account.lookUpPayment(session, 80_006)).toMatchObject({ ok: true, value: { kind: 'unknown' } });
});

test('a cancellation that never arrived is looked up: the payment is still pending', async () => {
  const till = await startDesk();
  const session = await till.serve('company');
  till.wallet.setFault({ kind: 'reset', when: 'before', on: 'cancel-payment', times: 1 });
  expect(await till.account.cancelPayment(session, 80_006)).toMatchObject({ ok: true, value: { kind: 'not-settled' } });
  expect(await till.account.lookUpPayment(session, 80_006)).toMatchObject({ ok: true, value: { kind: 'not-settled' } });
});

test('a change goes on to its end when its customer goes, and its answer is nobody’s', async () => {
  const till = await startDesk();
  const session = await till.serve('company');
  till.wallet.setFault({ kind: 'latency', ms: 200, on: 'cancel-payment', times: 1 });
  const cancelling = till.account.cancelPayment(session, 80_006);
  till.tap('main');
  await till.next('identified');
  expect(await cancelling).toMatchObject({ ok: false, error: { code: 'session.closed' } });
  const again = await till.serve('company');
  expect(await isPending(till, again, 80_006)).toBe(false);
});

test('the description is set and cleared, and a lost answer is proven by reading the account', async () => {
  const { serve, account, wallet, settling } = await startDesk();
  const session = await serve('company');
  expect(await account.setDescription(session, 'Kelionėms')).toMatchObject({
    ok: true,
    value: { outcome: { kind: 'done', provenBy: 'answer' }, description: 'Kelionėms' },
  });
  wallet.setFault({ kind: 'reset', when: 'after', on: 'set-description', times: 1 });
  expect(await account.setDescription(session, 'Knygoms')).toMatchObject({
    ok: true,
    value: { outcome: { kind: 'done', provenBy: 'read' }, description: 'Knygoms' },
  });
  expect(settling).toEqual([session]);
  expect(await account.setDescription(session, null)).toMatchObject({
    ok: true,
    value: { outcome: { kind: 'done' }, description: null },
  });
  expect(await account.lookUpDescription(session, 'Knygoms')).toMatchObject({
    value: { outcome: { kind: 'unknown' } },
  });
});

test('a description that is too long for the service is refused, and nothing changed', async () => {
  const { serve, account } = await startDesk();
  const session = await serve('company');
  expect(await account.setDescription(session, 'x'.repeat(300))).toMatchObject({
    ok: false,
    error: { code: 'description.too-long' },
  });
});
