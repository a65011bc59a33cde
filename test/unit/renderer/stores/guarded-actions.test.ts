import { expect, test } from 'vitest';
import { guardActions } from '../../../../renderer/stores/guarded-actions.ts';
import type { Permission } from '../../../../shared/domain/roles.ts';
import { openScene } from './fake-till.ts';

/** A desk with a customer, at which a supervisor answers as the test says. */
async function guardedDesk(may: readonly Permission[] | null, canAsk = true) {
  const { store, till, serve } = await openScene();
  const asked: Permission[] = [];
  const answer = { isAllowed: false };
  guardActions(store, till, {
    ask: async (permission) => {
      asked.push(permission);
      return answer.isAllowed;
    },
    canAsk: () => canAsk,
    may: () => may,
  });
  serve('a');
  return { store, till, asked, answer };
}

test('an action that nobody allows never begins: the desk stands as it did', async () => {
  const { store, till, asked } = await guardedDesk(['serve']);
  const before = store.getState();
  await store.getState().printReceipt();
  await store.getState().openStatements();
  await store.getState().openPayments();
  expect(asked).toEqual(['print', 'lists', 'lists']);
  expect(store.getState()).toBe(before);
  expect(till.names).toEqual([]);
});

test('an action that a supervisor allows goes on, and no unused word is left behind', async () => {
  const { store, till, answer } = await guardedDesk(['serve']);
  answer.isAllowed = true;
  const printed = store.getState().printReceipt();
  await Promise.resolve();
  await Promise.resolve();
  await till.answer('customer/print-receipt', { printedAt: 5 });
  await printed;
  expect(store.getState().print.kind).toBe('printed');
  expect(till.names).toEqual(['customer/print-receipt', 'operators/await-supervisor']);
});

test('nobody is asked for what the role allows, at a station without a lock, or for what would do nothing', async () => {
  const allowed = await guardedDesk(['serve', 'print']);
  void allowed.store.getState().printReceipt();
  const open = await guardedDesk(null);
  void open.store.getState().printReceipt();
  for (const { till, asked } of [allowed, open]) {
    expect(asked).toEqual([]);
    expect(till.names).toEqual(['customer/print-receipt']);
  }
  const nothing = await guardedDesk([]);
  await nothing.store.getState().cancelPayment();
  await nothing.store.getState().printStatements([]);
  expect(nothing.asked).toEqual([]);
});

test('where nobody could allow it, the action begins and main’s refusal is shown', async () => {
  const { store, till, asked } = await guardedDesk(['serve'], false);
  const printed = store.getState().printReceipt();
  await till.refuse('customer/print-receipt', 'operator.not-permitted', { permission: 'print', sent: false });
  await printed;
  expect(asked).toEqual([]);
  expect(store.getState().print).toMatchObject({ kind: 'failed', error: { code: 'operator.not-permitted' } });
});
