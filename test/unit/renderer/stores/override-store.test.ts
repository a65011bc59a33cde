import { expect, test } from 'vitest';
import { createOverrideStore, withOverride } from '../../../../renderer/stores/override-store.ts';
import type { OperatorsView } from '../../../../shared/contract/operators.ts';
import { SessionId } from '../../../../shared/domain/ids.ts';
import { FakeTill, ticket } from './fake-till.ts';

const view: OperatorsView = {
  list: { kind: 'kept' },
  people: [
    { name: 'Rasa P.', role: 'cashier', allows: [] },
    { name: 'Ona V.', role: 'supervisor', allows: ['print', 'reports'] },
    { name: 'Jonas K.', role: 'supervisor', allows: ['print'] },
  ],
  watchman: { kind: 'unlocked', operator: { name: 'Rasa P.', role: 'cashier' } },
  may: ['serve'],
  shift: { since: 0, by: 'Rasa P.' },
  lockAfterMs: 900_000,
};

const receipt = { session: SessionId.parse('a'), locale: 'lt', width: 42 } as const;

/** Rasa wants a receipt, which her role does not allow. */
async function askForPrint(people = view.people) {
  const till = new FakeTill();
  const override = createOverrideStore(till, () => people);
  const answer = withOverride(till, override.getState()).call('customer/print-receipt', receipt);
  await till.refuse('customer/print-receipt', 'operator.not-permitted', { permission: 'print', sent: false });
  await Promise.resolve();
  return {
    till,
    override,
    answer,
    prints: () => till.names.filter((name) => name === 'customer/print-receipt').length,
  };
}

test('an action that the role does not allow asks whoever could allow it, and goes on with their PIN', async () => {
  const { till, override, answer, prints } = await askForPrint();
  expect(override.getState()).toMatchObject({ asked: 'print', chosen: null });
  expect(override.getState().people.map(({ name }) => name)).toEqual(['Ona V.', 'Jonas K.']);
  override.getState().choose('Ona V.');
  const allowed = override.getState().allow('381650');
  expect(JSON.stringify(override.getState())).not.toContain('381650');
  await till.answer('operators/allow-once', view);
  await allowed;
  expect(override.getState().asked).toBeNull();
  expect(prints()).toBe(2);
  await till.answer('customer/print-receipt', { printedAt: 5 });
  expect(await answer).toEqual({ ok: true, value: { printedAt: 5 } });
});

test('a wrong PIN is told, and another one may be tried', async () => {
  const { till, override, prints } = await askForPrint();
  override.getState().choose('Ona V.');
  const tried = override.getState().allow('111222');
  await till.refuse('operators/allow-once', 'operator.pin-wrong', { left: 4 });
  await tried;
  expect(override.getState()).toMatchObject({ asked: 'print', checking: false, error: { code: 'operator.pin-wrong' } });
  expect(prints()).toBe(1);
});

test('called off, it is not done, and no card chooses a supervisor any more', async () => {
  const { till, override, answer, prints } = await askForPrint();
  override.getState().cancel();
  expect(await answer).toMatchObject({ ok: false, error: { code: 'operator.not-permitted' } });
  expect(till.said.at(-1)).toEqual({ name: 'operators/await-supervisor', input: { isAwaited: false } });
  expect(prints()).toBe(1);
});

test('the next customer’s scan wins: what was to be allowed for the one before is not done', async () => {
  const { till, override, answer, prints } = await askForPrint();
  override.getState().choose('Ona V.');
  const tried = override.getState().allow('381650');
  till.emit('customer/scan-received', ticket('next'));
  expect(await answer).toMatchObject({ ok: false });
  await till.answer('operators/allow-once', view);
  await tried;
  expect(prints()).toBe(1);
});

test('a station that is locked asks nobody any more', async () => {
  const { till, override, answer } = await askForPrint();
  const watchman = { kind: 'locked', at: 1, because: 'idle', last: null } as const;
  till.emit('operators/changed', { ...view, watchman });
  expect(await answer).toMatchObject({ ok: false });
  expect(override.getState().asked).toBeNull();
});

test('a supervisor’s card chooses them; anybody else’s does not', async () => {
  const { till, override } = await askForPrint();
  till.emit('operators/chosen', { name: 'Rasa P.' });
  expect(override.getState().chosen).toBeNull();
  till.emit('operators/chosen', { name: 'Jonas K.' });
  expect(override.getState().chosen).toBe('Jonas K.');
});

test('where nobody could allow it, the refusal stands', async () => {
  const { answer, override } = await askForPrint([]);
  expect(await answer).toMatchObject({ ok: false, error: { code: 'operator.not-permitted' } });
  expect(override.getState().asked).toBeNull();
});

test('what fails for another reason is nobody’s to allow', async () => {
  const till = new FakeTill();
  const override = createOverrideStore(till, () => view.people);
  const answer = withOverride(till, override.getState()).call('customer/print-receipt', receipt);
  await till.refuse('customer/print-receipt', 'printer.paper-out');
  expect(await answer).toMatchObject({ ok: false, error: { code: 'printer.paper-out' } });
  expect(override.getState().asked).toBeNull();
});
