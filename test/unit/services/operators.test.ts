import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listEntries } from '../../../electron/journal/maintenance.ts';
import { createJournaledTill } from '../../../electron/services/journaled-till.ts';
import { createOperators } from '../../../electron/services/operators.ts';
import { permittedApi } from '../../../electron/services/permitted-api.ts';
import { createStationActor } from '../../../electron/services/station-actor.ts';
import { operations } from '../../../electron/wallet-api/operations.ts';
import type { WalletApi } from '../../../electron/wallet-api/wallet-api.ts';
import { usualRoles } from '../../../shared/domain/roles.ts';
import { ok } from '../../../shared/errors/result.ts';
import { journalBench, withDatabase } from '../journal/journal-bench.ts';
import { ona, onaPin, peopleBench, rasa, rasaPin } from '../people/people-bench.ts';

async function station(people: 'two' | 'none' = 'two') {
  const bench = journalBench();
  const journal = bench.open();
  const list = peopleBench(bench.folder).open();
  if (people === 'two') {
    await list.add({ ...rasa, card: '4242' });
    await list.add(ona);
  }
  const actor = createStationActor();
  const chosen: string[] = [];
  const changes = { count: 0 };
  const time = { ms: 0 };
  const operators = createOperators({
    people: list,
    table: { ...usualRoles, cashier: ['serve'] },
    journal,
    actor,
    clock: () => 1_000,
    monotonic: () => time.ms,
    onChanged: () => {
      changes.count += 1;
    },
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
  return { operators, api, asked, chosen, entries, time, list, folder: bench.folder, changes };
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

test('a list that a command begins locks the running station, and one that was put back is noticed', async () => {
  const { operators, list, folder, changes } = await station('none');
  await peopleBench(folder).open().add(ona);
  operators.look();
  expect(operators.watchman).toMatchObject({ kind: 'locked', because: 'start' });
  expect(changes.count).toBe(1);
  operators.look();
  expect(changes.count).toBe(1);

  list.close();
  const file = path.join(folder, 'people.sqlite');
  const kept = readFileSync(file);
  rmSync(file);
  operators.look();
  expect(operators.listState).toEqual({ kind: 'lost', reason: 'missing', setAside: null });
  expect(await operators.unlock('Ona V.', onaPin)).toMatchObject({ error: { code: 'operator.not-kept' } });
  writeFileSync(file, kept);
  operators.look();
  expect(operators.listState).toEqual({ kind: 'kept' });
  expect((await operators.unlock('Ona V.', onaPin)).ok).toBe(true);
});

test('a lost list leaves the station locked, and the journal says so', async () => {
  const { operators, entries, folder, list } = await station();
  list.close();
  rmSync(path.join(folder, 'people.sqlite'));
  operators.look();
  expect(operators.watchman.kind).toBe('locked');
  expect(entries()).toMatchObject([{ operation: 'operator.list-lost', error: 'operator.not-kept' }]);
});
