import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import type { People } from '../../../electron/people/people.ts';
import { isGoodPin } from '../../../electron/people/pin.ts';
import { waitAfterWrong } from '../../../electron/people/waiting.ts';
import { peopleBench, rasaPin, stationOfTwo, withRasa } from './people-bench.ts';

const pin = rasaPin;

async function guessWrong(people: People, times: number) {
  let last: Awaited<ReturnType<People['prove']>> | null = null;
  for (let time = 0; time < times; time += 1) {
    last = await people.prove('Rasa P.', '111222');
  }
  return last;
}

describe('the list of operators', () => {
  test('proves an operator by the PIN, and chooses by a card without proving anything', async () => {
    const { people } = await withRasa();
    expect(await people.prove('Rasa P.', pin)).toEqual({ ok: true, value: { name: 'Rasa P.', role: 'cashier' } });
    expect(people.chosenBy('4242111122223333')).toEqual({ name: 'Rasa P.', role: 'cashier' });
    expect(people.chosenBy('4242111122223334')).toBeNull();
    expect(await people.prove('Ona V.', pin)).toMatchObject({ error: { code: 'operator.unknown' } });
  });

  test('keeps no PIN and no card, and is of no use without the pepper outside it', async () => {
    const { folder, people } = await withRasa();
    people.close();
    const files = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'latin1'));
    expect(files.some((content) => content.includes('Rasa P.'))).toBe(true);
    expect(files.some((content) => content.includes(pin) || content.includes('4242111122223333'))).toBe(false);
    rmSync(path.join(folder, 'people.anchor')); // which says that it is another key
    expect(await peopleBench(folder).open(2).prove('Rasa P.', pin)).toMatchObject({
      error: { code: 'operator.pin-wrong' },
    });
  });

  test('gives two operators with one PIN different hashes', async () => {
    const { folder, people } = await withRasa();
    await people.add({ name: 'Ona V.', role: 'supervisor', pin, card: null });
    const database = new DatabaseSync(path.join(folder, 'people.sqlite'));
    const rows = database.prepare('SELECT hex(pin) AS pin, hex(salt) AS salt FROM operator').all();
    database.close();
    expect(new Set(rows.map((row) => row.pin)).size).toBe(2);
    expect(new Set(rows.map((row) => row.salt)).size).toBe(2);
  });

  test.each(['12345', '1234567890123', '111111', '123456', '987654', '27491a', ''])('takes no PIN like %s', (bad) => {
    expect(isGoodPin(bad)).toBe(false);
  });

  test('takes a name once and a card once, and forgets who is removed', async () => {
    const people = (await stationOfTwo()).open();
    const again = await people.add({ name: 'Rasa P.', role: 'technician', pin, card: null });
    expect(again).toMatchObject({ error: { code: 'operator.name-taken' } });
    const another = await people.add({ name: 'Jonas K.', role: 'technician', pin, card: '4242111122223333' });
    expect(another).toMatchObject({ error: { code: 'operator.card-taken' } });
    expect(people.remove('Rasa P.').ok).toBe(true);
    expect(people.list()).toEqual({ ok: true, value: [{ name: 'Ona V.', role: 'supervisor' }] });
    expect(people.remove('Rasa P.')).toMatchObject({ error: { code: 'operator.unknown' } });
  });

  test('keeps the last supervisor and the last operator, whatever is asked', async () => {
    const people = (await stationOfTwo()).open();
    const lastOne = { error: { code: 'operator.last-one' } };
    expect(people.remove('Ona V.')).toMatchObject(lastOne);
    expect(await people.change('Ona V.', { role: 'cashier' })).toMatchObject(lastOne);
    expect(await people.change('Ona V.', { isDisabled: true })).toMatchObject(lastOne);
    expect(people.list()).toMatchObject({ value: [{ name: 'Ona V.', role: 'supervisor' }, { name: 'Rasa P.' }] });
    const { people: alone } = await withRasa();
    expect(alone.remove('Rasa P.')).toMatchObject(lastOne);
  });

  test('gives a role, a PIN and a card anew, and lets nobody in who was disabled', async () => {
    const people = (await stationOfTwo()).open();
    expect((await people.change('Rasa P.', { role: 'technician', pin: '905173', card: null })).ok).toBe(true);
    expect(await people.prove('Rasa P.', pin)).toMatchObject({ error: { code: 'operator.pin-wrong' } });
    expect(await people.prove('Rasa P.', '905173')).toMatchObject({ value: { role: 'technician' } });
    expect(people.chosenBy('4242111122223333')).toBeNull();
    await people.change('Rasa P.', { isDisabled: true, card: '7777' });
    expect(await people.prove('Rasa P.', '905173')).toMatchObject({ error: { code: 'operator.unknown' } });
    expect(people.chosenBy('7777')).toBeNull();
    expect(people.list()).toMatchObject({ value: [{ name: 'Ona V.' }] });
    expect(people.listAll()).toMatchObject({
      value: [
        { name: 'Ona V.', isDisabled: false },
        { name: 'Rasa P.', isDisabled: true, hasCard: true },
      ],
    });
    await people.change('Rasa P.', { isDisabled: false });
    expect((await people.prove('Rasa P.', '905173')).ok).toBe(true);
    expect(await people.change('Nobody', { role: 'cashier' })).toMatchObject({ error: { code: 'operator.unknown' } });
    expect(await people.change('Rasa P.', { pin: '111111' })).toMatchObject({
      error: { code: 'operator.pin-too-short' },
    });
  });

  test('ends a wait with a new PIN, as a supervisor gives one to somebody who forgot it', async () => {
    const people = (await stationOfTwo()).open();
    await guessWrong(people, 5);
    expect(people.listAll()).toMatchObject({ value: [{ waitMs: 0 }, { name: 'Rasa P.', waitMs: 5_000 }] });
    await people.change('Rasa P.', { pin: '905173' });
    expect((await people.prove('Rasa P.', '905173')).ok).toBe(true);
  });
});

describe('wrong PINs', () => {
  test('slow down from the fifth and lock for half an hour from the tenth', () => {
    const waits = Array.from({ length: 11 }, (_, index) => waitAfterWrong(index + 1) / 1_000);
    expect(waits).toEqual([0, 0, 0, 0, 5, 10, 20, 40, 80, 1_800, 1_800]);
  });

  test('say how many tries are left, and then how long to wait, even for the right one', async () => {
    const { people, steady } = await withRasa();
    expect(await guessWrong(people, 1)).toMatchObject({ error: { code: 'operator.pin-wrong', details: { left: 4 } } });
    await guessWrong(people, 4);
    const wait = await people.prove('Rasa P.', pin);
    expect(wait).toMatchObject({ error: { code: 'operator.wait', details: { waitMs: 5_000, ours: true } } });
    steady.ms += 5_001;
    expect((await people.prove('Rasa P.', pin)).ok).toBe(true);
    expect(await guessWrong(people, 1)).toMatchObject({ error: { details: { left: 4 } } });
  });

  test('are not forgiven by a restart of the till, a clock that is set, or a restart of the machine', async () => {
    const { folder, people, steady } = await withRasa();
    for (let time = 0; time < 10; time += 1) {
      await guessWrong(people, 1);
      steady.ms += waitAfterWrong(time + 1) < 1_800_000 ? 90_000 : 0;
    }
    people.close();
    const again = peopleBench(folder);
    Object.assign(again.steady, steady, { ms: steady.ms + 60_000 });
    const restarted = again.open();
    again.clock.ms = Date.UTC(2020, 0, 1);
    expect(await restarted.prove('Rasa P.', pin)).toMatchObject({ error: { details: { waitMs: 1_740_000 } } });
    again.clock.ms = Date.UTC(2030, 0, 1);
    expect(await restarted.prove('Rasa P.', pin)).toMatchObject({ error: { details: { waitMs: 1_740_000 } } });
    Object.assign(again.steady, { boot: 'second', ms: 5_000 });
    expect(await restarted.prove('Rasa P.', pin)).toMatchObject({ error: { details: { waitMs: 1_740_000 } } });
    again.steady.ms += 1_740_001;
    expect((await restarted.prove('Rasa P.', pin)).ok).toBe(true);
  });

  test('are counted on the disk before they are looked at: a kill in between makes none free', async () => {
    const { folder, people } = await withRasa();
    const underWay = people.prove('Rasa P.', pin);
    const database = new DatabaseSync(path.join(folder, 'people.sqlite'));
    expect(database.prepare('SELECT wrong FROM operator').get()?.wrong).toBe(1);
    expect((await underWay).ok).toBe(true);
    expect(database.prepare('SELECT wrong FROM operator').get()?.wrong).toBe(0);
    database.close();
  });
});

test('a list that is closed leaves nothing beside it: no log in which an old PIN stood', async () => {
  const { people, folder } = await withRasa();
  await people.change('Rasa P.', { role: 'supervisor', pin: '640127' });
  const logs = () => readdirSync(folder).filter((name) => /-(wal|shm)$/.test(name));
  expect(logs()).not.toEqual([]);
  people.close();
  expect(logs()).toEqual([]);
});
