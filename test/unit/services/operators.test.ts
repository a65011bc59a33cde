import { expect, test } from 'vitest';
import { listEntries } from '../../../electron/journal/maintenance.ts';
import { openPeople } from '../../../electron/people/people.ts';
import { createPeopleKeys } from '../../../electron/people/people-keys.ts';
import { createJournaledTill } from '../../../electron/services/journaled-till.ts';
import { createOperators } from '../../../electron/services/operators.ts';
import { permittedApi } from '../../../electron/services/permitted-api.ts';
import { createStationActor } from '../../../electron/services/station-actor.ts';
import { operations } from '../../../electron/wallet-api/operations.ts';
import type { WalletApi } from '../../../electron/wallet-api/wallet-api.ts';
import { usualRoles } from '../../../shared/domain/roles.ts';
import { ok } from '../../../shared/errors/result.ts';
import { journalBench, withDatabase } from '../journal/journal-bench.ts';

const [rasaPin, onaPin] = ['274916', '381650'];

async function station(people: 'two' | 'none' = 'two') {
  const bench = journalBench();
  const journal = bench.open();
  const list = openPeople({
    folder: bench.folder,
    keys: createPeopleKeys(Buffer.alloc(32, 1)),
    clock: () => 0,
    steady: () => ({ boot: '', ms: 0 }),
    cost: { N: 16 },
  });
  if (!list.ok) {
    throw new Error(list.error.code);
  }
  if (people === 'two') {
    await list.value.add({ name: 'Rasa P.', role: 'cashier', pin: rasaPin, card: '4242' });
    await list.value.add({ name: 'Ona V.', role: 'supervisor', pin: onaPin, card: null });
  }
  const actor = createStationActor();
  const chosen: string[] = [];
  const time = { ms: 0 };
  const operators = createOperators({
    people: list.value,
    table: { ...usualRoles, cashier: ['serve'] },
    journal,
    actor,
    clock: () => 1_000,
    monotonic: () => time.ms,
    onChanged: () => {},
    onChosen: (name) => chosen.push(name),
  });
  const asked: string[] = [];
  const bare = {
    call: async ({ name }: { name: string }) => {
      asked.push(name);
      return ok({});
    },
  } as unknown as WalletApi;
  const through = createJournaledTill({ journal, actor: actor.read, monotonic: () => time.ms });
  const api = permittedApi(through.api(bare), operators, actor);
  const entries = () => {
    journal.flush();
    return withDatabase(bench.file, (database) => listEntries(database, { last: 100, key: null }));
  };
  return { operators, api, asked, chosen, entries, time };
}

const relate = { walletId: 14471, issuer: 'paysera', number: '5487963154' } as const;

test('a station without operators has no lock and asks nobody', async () => {
  const { operators, api, asked } = await station('none');
  expect(operators.watchman).toEqual({ kind: 'none' });
  await api.call(operations['card.relate'], relate);
  expect(asked).toEqual(['card.relate']);
});

test('a locked station sends nothing, and a scan chooses an operator but unlocks nothing', async () => {
  const { operators, api, asked, chosen } = await station();
  expect(operators.watchman).toMatchObject({ kind: 'locked', because: 'start' });
  const answer = await api.call(operations['wallet.read'], { walletId: 14471 });
  expect(answer).toMatchObject({ error: { code: 'operator.locked' } });
  operators.noticeScan({ reader: 'hid-scanner', at: 0, content: { kind: 'text', text: '4242' } });
  operators.noticeScan({ reader: 'hid-scanner', at: 0, content: { kind: 'text', text: '5487963154' } });
  expect({ asked, chosen, kind: operators.watchman.kind }).toEqual({ asked: [], chosen: ['Rasa P.'], kind: 'locked' });
});

test('handing over keeps the shift and names each operator in the journal', async () => {
  const { operators, api, entries } = await station();
  await operators.unlock('Rasa P.', rasaPin);
  await api.call(operations['wallet.read'], { walletId: 14471 });
  operators.lock('key');
  await operators.unlock('Ona V.', onaPin);
  await api.call(operations['wallet.read'], { walletId: 14471 });
  expect(operators.shift).toEqual({ since: 1_000, by: 'Rasa P.' });
  expect(entries().map(({ operation, operator }) => `${operation} ${operator}`)).toEqual([
    'operator.unlock Rasa P.',
    'wallet.read Rasa P.',
    'operator.lock Rasa P.',
    'operator.unlock Ona V.',
    'wallet.read Ona V.',
  ]);
});

test('a supervisor allows one action on the spot, with both names in the journal, and no second one', async () => {
  const { operators, api, asked, entries } = await station();
  await operators.unlock('Rasa P.', rasaPin);
  const ask = () => api.call(operations['card.relate'], relate);
  expect(await ask()).toMatchObject({ error: { code: 'operator.not-permitted', details: { permission: 'change' } } });
  expect((await operators.allowOnce('change', 'Ona V.', onaPin)).ok).toBe(true);
  expect((await ask()).ok).toBe(true);
  expect((await ask()).ok).toBe(false);
  expect(asked).toEqual(['card.relate']);
  const related = entries().filter(({ operation }) => operation === 'card.relate');
  expect(related).toMatchObject([
    { kind: 'intent', operator: 'Rasa P.', approver: 'Ona V.' },
    { kind: 'outcome', operator: 'Rasa P.', approver: 'Ona V.' },
  ]);
});

test('what a supervisor allowed is over after a minute, and a cashier allows nothing', async () => {
  const { operators, api, time } = await station();
  await operators.unlock('Rasa P.', rasaPin);
  expect(await operators.allowOnce('change', 'Rasa P.', rasaPin)).toMatchObject({
    error: { code: 'operator.not-permitted' },
  });
  await operators.allowOnce('change', 'Ona V.', onaPin);
  time.ms += 60_001;
  expect((await api.call(operations['card.relate'], relate)).ok).toBe(false);
});

test('a wrong PIN is in the journal, and nothing of it', async () => {
  const { operators, entries } = await station();
  expect(await operators.unlock('Rasa P.', '999000')).toMatchObject({ error: { code: 'operator.pin-wrong' } });
  expect(entries()).toMatchObject([{ operation: 'operator.unlock', outcome: 'refused', error: 'operator.pin-wrong' }]);
  expect(JSON.stringify(entries())).not.toContain('999000');
});
