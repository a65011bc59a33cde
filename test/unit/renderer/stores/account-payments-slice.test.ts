import { describe, expect, it } from 'vitest';
import type { PaymentRow } from '../../../../renderer/stores/account-flows.ts';
import { runCommand } from '../../../../renderer/stores/desk-commands.ts';
import { keyState } from '../../../../renderer/stores/desk-keys.ts';
import { noFlows } from '../../../../renderer/stores/flows.ts';
import { SessionId } from '../../../../shared/domain/ids.ts';
import { openScene, type Scene } from './fake-till.ts';

const incoming: PaymentRow = {
  id: 7,
  direction: 'in',
  amount: '150.00',
  currency: 'EUR',
  type: 'password',
  details: null,
  party: { name: 'J••• Ž•••', account: null },
  reference: null,
  transferId: null,
  at: null,
  validUntil: null,
  cancelable: true,
};
const outgoing: PaymentRow = { ...incoming, id: 8, direction: 'out', type: 'beneficiary' };
const fixed: PaymentRow = { ...outgoing, id: 9, cancelable: false };
const page = { rows: [incoming, outgoing, fixed], total: 3, next: null };

async function openList(): Promise<Scene> {
  const scene = await openScene();
  scene.serve('a');
  const opening = scene.store.getState().openPayments();
  await scene.till.answer('account/read-payments', page);
  await opening;
  scene.till.said.length = 0;
  return scene;
}

const changeOf = ({ store }: Scene) => store.getState().payments.change;

describe('cancelling a pending payment', () => {
  it('asks for the customer’s consent first, and sends nothing before', async () => {
    const scene = await openList();
    scene.store.getState().selectPayment(8);
    runCommand(scene.store.getState(), 'remove');
    expect(changeOf(scene)).toEqual({ kind: 'consenting', payment: outgoing });
    runCommand(scene.store.getState(), 'next');
    expect(scene.till.said).toEqual([]);
    runCommand(scene.store.getState(), 'second-choice');
    expect(changeOf(scene)).toEqual({ kind: 'none' });
    expect(scene.till.said).toEqual([]);
  });

  it('is sent once with the consent, and what it may have changed is read anew', async () => {
    const scene = await openList();
    scene.store.getState().selectPayment(8);
    scene.store.getState().askToCancel();
    runCommand(scene.store.getState(), 'first-choice');
    runCommand(scene.store.getState(), 'first-choice');
    await scene.till.answer('account/cancel-payment', { kind: 'done', provenBy: 'answer' });
    expect(changeOf(scene)).toMatchObject({ kind: 'settled', outcome: { kind: 'done' } });
    expect(scene.till.names).toEqual(['account/cancel-payment', 'account/read-payments', 'customer/read-balance']);
  });

  it('is not offered where the service says that it cannot be', async () => {
    const scene = await openList();
    scene.store.getState().selectPayment(9);
    scene.store.getState().askToCancel();
    expect(changeOf(scene)).toEqual({ kind: 'none' });
  });

  it('says "checking" while a lost answer is looked up, and leaves the unknown to the operator', async () => {
    const scene = await openList();
    scene.store.getState().selectPayment(8);
    scene.store.getState().askToCancel();
    const cancelling = scene.store.getState().cancelPayment();
    expect(changeOf(scene).kind).toBe('sending');
    scene.till.emit('account/settling', { session: SessionId.parse('a') });
    expect(changeOf(scene).kind).toBe('checking');
    await scene.till.answer('account/cancel-payment', { kind: 'unknown', cause: 'api.outcome-unknown' });
    await cancelling;
    expect(changeOf(scene)).toMatchObject({ kind: 'settled', outcome: { kind: 'unknown' } });
    runCommand(scene.store.getState(), 'first-choice');
    expect(changeOf(scene).kind).toBe('checking');
    await scene.till.answer('account/look-up-payment', { kind: 'not-settled' });
    expect(changeOf(scene)).toMatchObject({ kind: 'settled', outcome: { kind: 'not-settled' } });
    expect(scene.till.names.filter((name) => name === 'account/cancel-payment')).toHaveLength(1);
  });

  it('keeps the desk with the customer until it is known what came of it', async () => {
    const scene = await openList();
    scene.store.getState().selectPayment(8);
    scene.store.getState().askToCancel();
    void scene.store.getState().cancelPayment();
    expect(keyState(scene.store.getState(), 'finish').off).toBe('settling');
    scene.store.getState().selectPayment(7);
    expect(scene.store.getState().payments.selected).toBe(8);
  });

  it('is told of another customer’s lost answer by nobody', async () => {
    const scene = await openList();
    scene.store.getState().selectPayment(8);
    scene.store.getState().askToCancel();
    void scene.store.getState().cancelPayment();
    scene.till.emit('account/settling', { session: SessionId.parse('b') });
    expect(changeOf(scene).kind).toBe('sending');
  });
});

describe('accepting an incoming payment', () => {
  it('passes the password on and keeps it in no state', async () => {
    const scene = await openList();
    const states: string[] = [];
    scene.store.subscribe((state) => states.push(JSON.stringify(state)));
    const accepting = scene.store.getState().acceptPayment('žalias vilkas');
    expect(scene.till.said[0]).toMatchObject({ name: 'account/accept-payment', input: { password: 'žalias vilkas' } });
    await scene.till.answer('account/accept-payment', { kind: 'done', provenBy: 'answer' });
    await scene.till.answer('account/read-payments', { rows: [], total: 0, next: null });
    await scene.till.refuse('customer/read-balance', 'api.timed-out');
    await accepting;
    expect(states.length).toBeGreaterThan(2);
    expect(states.filter((state) => state.includes('vilkas'))).toEqual([]);
  });

  it('shows a wrong password as refused, and the payment can be tried again', async () => {
    const scene = await openList();
    const accepting = scene.store.getState().acceptPayment('x');
    await scene.till.refuse('account/accept-payment', 'api.invalid-parameters');
    await accepting;
    expect(changeOf(scene)).toMatchObject({ kind: 'refused', action: 'accept' });
    scene.store.getState().leavePaymentChange();
    expect(changeOf(scene)).toEqual({ kind: 'none' });
  });

  it('is not asked for a payment that no password ends', async () => {
    const scene = await openList();
    scene.store.getState().selectPayment(8);
    await scene.store.getState().acceptPayment('x');
    expect(scene.till.said).toEqual([]);
  });
});

it('an answer that comes after the next scan changes nothing', async () => {
  const scene = await openList();
  scene.store.getState().selectPayment(8);
  scene.store.getState().askToCancel();
  const cancelling = scene.store.getState().cancelPayment();
  scene.serve('b');
  await scene.till.answer('account/cancel-payment', { kind: 'done', provenBy: 'answer' });
  await cancelling;
  expect(scene.store.getState().payments).toBe(noFlows.payments);
});

it('one direction is asked for alone, since each has a permission of its own', async () => {
  const scene = await openList();
  const filtering = scene.store.getState().filterPayments('out');
  await scene.till.refuse('account/read-payments', 'wallet.access-revoked');
  await filtering;
  expect(scene.till.said).toMatchObject([{ input: { direction: 'out' } }]);
  expect(scene.store.getState().payments.list).toMatchObject({ kind: 'failed' });
});
