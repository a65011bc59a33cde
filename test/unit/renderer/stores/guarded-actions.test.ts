import { expect, test } from 'vitest';
import { guardActions, offerRefusedScans } from '../../../../renderer/stores/guarded-actions.ts';
import { ScanId } from '../../../../shared/domain/ids.ts';
import type { Permission } from '../../../../shared/domain/roles.ts';
import { failure, openScene, ticket } from './fake-till.ts';

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

test('a description, a card and a search that nobody allows stay as they were typed, and nothing is refused on the screen', async () => {
  const { store, till, asked } = await guardedDesk([]);
  store.getState().openDescription();
  store.getState().writeDescription('For the car');
  const describing = store.getState();
  await describing.saveDescription();
  await describing.clearDescription();
  expect(store.getState()).toBe(describing);

  store.getState().openCard();
  await store.getState().chooseCardPurpose('new');
  const presenting = store.getState();
  await presenting.submitCard('5487963154');
  expect(store.getState()).toBe(presenting);

  store.getState().writeFind('37060000001');
  store.getState().chooseFindKind('phone');
  const finding = store.getState();
  await finding.submitFind();
  expect(store.getState()).toBe(finding);

  store.getState().writeAmount('10');
  const amount = store.getState();
  await amount.ask();
  expect(store.getState()).toBe(amount);

  expect(asked).toEqual(['change', 'change', 'change', 'serve', 'serve']);
  expect(till.names.filter((name) => name !== 'card/await-card' && name !== 'card/stop-awaiting')).toEqual([]);
});

test('what is typed wrongly is said at once, and nobody is asked for it', async () => {
  const { store, asked } = await guardedDesk([]);
  store.getState().openCard();
  await store.getState().chooseCardPurpose('new');
  await store.getState().submitCard('no card');
  expect(store.getState().card).toMatchObject({ kind: 'presenting', isMalformed: true });
  store.getState().openDescription();
  await store.getState().saveDescription(); // nothing is written
  expect(asked).toEqual([]);
});

/** A scan that main refused to a role without `serve`. */
async function refusedScan(canAsk: boolean) {
  const { store, till } = await openScene();
  const asked: Permission[] = [];
  let answer: (isAllowed: boolean) => void = () => undefined;
  offerRefusedScans(store, till, {
    ask: (permission) => {
      asked.push(permission);
      return new Promise((resolve) => {
        answer = resolve;
      });
    },
    canAsk: () => canAsk,
  });
  till.emit('customer/scan-received', ticket('a'));
  till.emit('customer/identify-failed', { scan: ScanId.parse('a'), error: failure('operator.not-permitted') });
  const settle = async (isAllowed: boolean) => {
    answer(isAllowed);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { store, till, asked, settle };
}

test('a scan that the role does not allow is offered to a supervisor, and is looked for when they allow it', async () => {
  const { till, asked, settle } = await refusedScan(true);
  expect(asked).toEqual(['serve']);
  await settle(true);
  expect(till.said.at(-1)).toEqual({ name: 'customer/retry-identify', input: { scan: 'a' } });
});

test('a scan that nobody allowed, or nobody could allow, says that a supervisor is wanted', async () => {
  const calledOff = await refusedScan(true);
  await calledOff.settle(false);
  const nobody = await refusedScan(false);
  expect(nobody.asked).toEqual([]);
  for (const { store, till } of [calledOff, nobody]) {
    expect(store.getState().customer).toMatchObject({ kind: 'failed', error: { code: 'operator.not-permitted' } });
    expect(till.names).not.toContain('customer/retry-identify');
  }
});

test('a supervisor’s word for a scan is not used for the next customer', async () => {
  const { till, settle } = await refusedScan(true);
  till.emit('customer/scan-received', ticket('b'));
  till.emit('customer/identify-failed', { scan: ScanId.parse('b'), error: failure('wallet.not-found') });
  await settle(true);
  expect(till.names).not.toContain('customer/retry-identify');
});
