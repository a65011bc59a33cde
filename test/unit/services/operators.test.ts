import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lockAfterMs } from '../../../electron/services/operators.ts';
import { operations } from '../../../electron/wallet-api/operations.ts';
import { ona, onaPin, peopleBench, rasaPin } from '../people/people-bench.ts';
import { operatorsBench, relate, scanOf } from './operators-bench.ts';

test('a station without operators has no lock and asks nobody', async () => {
  const { operators, api, asked } = await operatorsBench('none');
  expect(operators.watchman).toEqual({ kind: 'none' });
  await api.call(operations['card.relate'], relate);
  expect(asked).toEqual(['card.relate']);
});

test('a locked station sends nothing, and a scan chooses an operator but unlocks nothing', async () => {
  const { operators, api, asked, chosen } = await operatorsBench();
  expect(operators.watchman).toMatchObject({ kind: 'locked', because: 'start' });
  const answer = await api.call(operations['wallet.read'], { walletId: 14471 });
  expect(answer).toMatchObject({ error: { code: 'operator.locked' } });
  operators.noticeScan(scanOf('4242'));
  operators.noticeScan(scanOf('5487963154'));
  expect({ asked, chosen, kind: operators.watchman.kind }).toEqual({ asked: [], chosen: ['Rasa P.'], kind: 'locked' });
});

test('handing over keeps the shift and names each operator in the journal', async () => {
  const { operators, api, entries, bench } = await operatorsBench();
  await operators.unlock('Rasa P.', rasaPin);
  await api.call(operations['wallet.read'], { walletId: 14471 });
  operators.lock('key');
  await operators.unlock('Ona V.', onaPin);
  await api.call(operations['wallet.read'], { walletId: 14471 });
  expect(operators.shift).toEqual({ since: bench.nowMs, by: 'Rasa P.' });
  expect(entries().map(({ operation, operator }) => `${operation} ${operator}`)).toEqual([
    'operator.unlock Rasa P.',
    'wallet.read Rasa P.',
    'operator.lock Rasa P.',
    'operator.unlock Ona V.',
    'wallet.read Ona V.',
  ]);
});

const notPermitted = { error: { code: 'operator.not-permitted', details: { permission: 'change' } } };

test('a supervisor allows one action on the spot, with both names in the journal, and no second one', async () => {
  const { operators, page, asked, entries } = await operatorsBench();
  await operators.unlock('Rasa P.', rasaPin);
  expect(await page('card/relate')).toMatchObject(notPermitted);
  expect((await operators.allowOnce('change', 'Ona V.', onaPin)).ok).toBe(true);
  expect((await page('card/relate')).ok).toBe(true);
  expect(await page('card/relate')).toMatchObject(notPermitted);
  expect(asked).toEqual(['card.relate']);
  const related = entries().filter(({ operation }) => operation === 'card.relate');
  expect(related).toMatchObject([
    { kind: 'intent', operator: 'Rasa P.', approver: 'Ona V.' },
    { kind: 'outcome', operator: 'Rasa P.', approver: 'Ona V.' },
  ]);
});

test('the code of the card that a supervisor let relate needs no second word, for that customer and that operator', async () => {
  const { operators, page } = await operatorsBench();
  await operators.unlock('Rasa P.', rasaPin);
  await operators.allowOnce('change', 'Ona V.', onaPin);
  expect((await page('card/relate', 'one')).ok).toBe(true);
  expect((await page('card/confirm', 'one')).ok).toBe(true);
  expect(await page('account/set-description', 'one')).toMatchObject(notPermitted);
  expect(await page('card/confirm', 'two')).toMatchObject(notPermitted);
  operators.lock('key');
  await operators.unlock('Rasa P.', rasaPin);
  expect(await page('card/confirm', 'one')).toMatchObject(notPermitted);
});

test('what goes on with a supervisor’s word goes on for five minutes, and not for the rest of the shift', async () => {
  const { operators, page, time } = await operatorsBench();
  await operators.unlock('Rasa P.', rasaPin);
  await operators.allowOnce('lists', 'Ona V.', onaPin);
  expect((await page('account/read-statements')).ok).toBe(true);
  time.ms += 5 * 60_000 - 1;
  expect((await page('account/read-statements')).ok).toBe(true);
  time.ms += 1;
  expect(await page('account/read-statements')).toMatchObject({ error: { code: 'operator.not-permitted' } });
});

test('what a supervisor allowed is for its own kind: another one wants its own word', async () => {
  const { operators, page } = await operatorsBench();
  await operators.unlock('Rasa P.', rasaPin);
  await operators.allowOnce('lists', 'Ona V.', onaPin);
  expect(await page('card/relate')).toMatchObject(notPermitted);
  const query = { text: null, from: 100, to: null };
  const lists = { error: { code: 'operator.not-permitted', details: { permission: 'lists' } } };
  expect((await page('account/read-statements', 'one', { query })).ok).toBe(true);
  const nextPage = { query: { ...query, to: 900 }, offset: 20 };
  expect((await page('account/read-statements', 'one', nextPage)).ok).toBe(true);
  expect(await page('account/read-statements', 'one', { query: { ...query, text: 'rent' } })).toMatchObject(lists);
  expect(await page('account/read-statements', 'one', { query: { ...query, from: 0 } })).toMatchObject(lists);
  expect(await page('account/read-statements', 'two', { query })).toMatchObject(lists);
});

test('nothing else that runs meanwhile carries the name of whoever allowed one action', async () => {
  const { operators, page, api, scope, entries } = await operatorsBench();
  await operators.unlock('Rasa P.', rasaPin);
  await operators.allowOnce('change', 'Ona V.', onaPin);
  const allowed = page('card/relate');
  const scan = scope.outside(() => api.call(operations['wallet.find'], { issuer: 'paysera', number: '1' } as never));
  await Promise.all([allowed, scan]);
  const found = entries().filter(({ operation }) => operation === 'wallet.find');
  expect(found).toMatchObject([{ operator: 'Rasa P.', approver: null }]);
});

test('what a supervisor allowed is over after a minute, and a cashier allows nothing', async () => {
  const { operators, page, time } = await operatorsBench();
  await operators.unlock('Rasa P.', rasaPin);
  expect(await operators.allowOnce('change', 'Rasa P.', rasaPin)).toMatchObject({
    error: { code: 'operator.not-permitted' },
  });
  await operators.allowOnce('change', 'Ona V.', onaPin);
  time.ms += 60_001;
  expect(await page('card/relate')).toMatchObject(notPermitted);
});

test('wrong PINs of a supervisor who is asked count as they do for unlocking, and the desk stays as it was', async () => {
  const { operators, page } = await operatorsBench();
  await operators.unlock('Rasa P.', rasaPin);
  for (const left of [4, 3, 2, 1]) {
    const wrong = await operators.allowOnce('change', 'Ona V.', '555000');
    expect(wrong).toMatchObject({ error: { code: 'operator.pin-wrong', details: { left } } });
  }
  await operators.allowOnce('change', 'Ona V.', '555000');
  expect(await operators.allowOnce('change', 'Ona V.', onaPin)).toMatchObject({ error: { code: 'operator.wait' } });
  expect(operators.watchman).toMatchObject({ kind: 'unlocked', operator: { name: 'Rasa P.' } });
  expect(await page('card/relate')).toMatchObject(notPermitted);
  operators.lock('key');
  expect(await operators.unlock('Ona V.', onaPin)).toMatchObject({ error: { code: 'operator.wait' } });
});

test("a supervisor's card chooses while one is asked for, and any other scan stays a customer's", async () => {
  const { operators, chosen } = await operatorsBench();
  await operators.unlock('Rasa P.', rasaPin);
  expect(operators.takeCard(scanOf('7777'))).toBe(false);
  operators.awaitSupervisor(true);
  expect(operators.takeCard(scanOf('5487963154'))).toBe(false);
  expect(operators.takeCard(scanOf('7777'))).toBe(true);
  expect(chosen).toEqual(['Ona V.']);
  await operators.allowOnce('change', 'Ona V.', onaPin);
  expect(operators.takeCard(scanOf('7777'))).toBe(false);
});

test('whoever calls a supervisor off leaves no word behind, not even one that was being proven', async () => {
  const { operators, page } = await operatorsBench();
  await operators.unlock('Rasa P.', rasaPin);
  operators.awaitSupervisor(true);
  const proving = operators.allowOnce('change', 'Ona V.', onaPin);
  operators.awaitSupervisor(false);
  expect(await proving).toMatchObject({ error: { code: 'operator.not-permitted' } });
  expect(await page('card/relate')).toMatchObject(notPermitted);
  operators.awaitSupervisor(true);
  expect((await operators.allowOnce('change', 'Ona V.', onaPin)).ok).toBe(true);
  operators.awaitSupervisor(false);
  expect(await page('card/relate')).toMatchObject(notPermitted);
});

test('an unlocked station that nobody touches for a quarter of an hour locks itself', async () => {
  const { operators, time, entries, changes } = await operatorsBench();
  await operators.unlock('Rasa P.', rasaPin);
  time.ms += lockAfterMs - 1;
  operators.look();
  expect(operators.watchman.kind).toBe('unlocked');
  operators.touch();
  time.ms += lockAfterMs - 1;
  operators.look();
  expect(operators.watchman.kind).toBe('unlocked');
  const before = changes.count;
  time.ms += 1;
  operators.look();
  expect(operators.watchman).toMatchObject({ kind: 'locked', because: 'idle', last: { name: 'Rasa P.' } });
  expect(changes.count).toBe(before + 1);
  expect(entries().at(-1)).toMatchObject({ operation: 'operator.lock-idle', operator: 'Rasa P.' });
});

test('a role that is changed counts at once, and whoever was taken off the list is out', async () => {
  const { operators, list, page } = await operatorsBench();
  await operators.unlock('Rasa P.', rasaPin);
  await list.change('Rasa P.', { role: 'supervisor' });
  operators.refresh();
  expect((await page('card/relate')).ok).toBe(true);
  await list.change('Rasa P.', { isDisabled: true });
  operators.refresh();
  expect(operators.watchman.kind).toBe('locked');
});

test('a wrong PIN is in the journal, and nothing of it', async () => {
  const { operators, entries } = await operatorsBench();
  expect(await operators.unlock('Rasa P.', '999000')).toMatchObject({ error: { code: 'operator.pin-wrong' } });
  expect(entries()).toMatchObject([{ operation: 'operator.unlock', outcome: 'refused', error: 'operator.pin-wrong' }]);
  expect(JSON.stringify(entries())).not.toContain('999000');
});

test('a list that a command begins locks the running station, and one that was put back is noticed', async () => {
  const { operators, list, bench, changes } = await operatorsBench('none');
  await peopleBench(bench.folder).open().add(ona);
  operators.look();
  expect(operators.watchman).toMatchObject({ kind: 'locked', because: 'start' });
  expect(changes.count).toBe(1);
  operators.look();
  expect(changes.count).toBe(1);

  list.close();
  const file = path.join(bench.folder, 'people.sqlite');
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
  const { operators, entries, bench, list } = await operatorsBench();
  list.close();
  rmSync(path.join(bench.folder, 'people.sqlite'));
  operators.look();
  expect(operators.watchman.kind).toBe('locked');
  expect(entries()).toMatchObject([{ operation: 'operator.list-lost', error: 'operator.not-kept' }]);
});
