import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isGoodPin, openPeople, type People } from '../../../electron/people/people.ts';
import { createPeopleKeys } from '../../../electron/people/people-keys.ts';
import { waitAfterWrong } from '../../../electron/people/waiting.ts';
import { testFolder } from '../journal/journal-bench.ts';

const pin = '274916';

function bench(folder = testFolder()) {
  const steady = { boot: 'first', ms: 1_000 };
  /** Sets the computer's clock: nothing may depend on it. */
  const clock = { ms: Date.UTC(2026, 10, 20) };
  const open = (key = 1): People => {
    const people = openPeople({
      folder,
      keys: createPeopleKeys(Buffer.alloc(32, key)),
      clock: () => clock.ms,
      steady: () => ({ ...steady }),
      cost: { N: 16 },
    });
    if (!people.ok) {
      throw new Error(people.error.code);
    }
    onTestFinished(() => people.value.close());
    return people.value;
  };
  return { folder, steady, open, clock };
}

async function withRasa(key?: number) {
  const one = bench();
  const people = one.open(key);
  await people.add({ name: 'Rasa P.', role: 'cashier', pin, card: '4242111122223333' });
  return { ...one, people };
}

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
    expect(await bench(folder).open(2).prove('Rasa P.', pin)).toMatchObject({ error: { code: 'operator.pin-wrong' } });
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

  test('takes a name once, and forgets who is removed', async () => {
    const { people } = await withRasa();
    const again = await people.add({ name: 'Rasa P.', role: 'technician', pin, card: null });
    expect(again).toMatchObject({ error: { code: 'operator.name-taken' } });
    expect(people.remove('Rasa P.').ok).toBe(true);
    expect(people.list()).toEqual({ ok: true, value: [] });
    expect(people.remove('Rasa P.')).toMatchObject({ error: { code: 'operator.unknown' } });
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
    const again = bench(folder);
    Object.assign(again.steady, steady, { ms: steady.ms + 60_000 });
    const restarted = again.open();
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
