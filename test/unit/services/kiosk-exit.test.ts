import { expect, test } from 'vitest';
import { listEntries } from '../../../electron/journal/maintenance.ts';
import { createKioskExit } from '../../../electron/services/kiosk-exit.ts';
import { createStationActor } from '../../../electron/services/station-actor.ts';
import { journalBench, withDatabase } from '../journal/journal-bench.ts';
import { peopleBench, rasa, rasaPin } from '../people/people-bench.ts';

const tomasPin = '905173';

async function kiosk() {
  const bench = journalBench();
  const journal = bench.open();
  const list = peopleBench(bench.folder);
  const people = list.open();
  await people.add({ name: 'Ona V.', role: 'supervisor', pin: '381650', card: null });
  await people.add(rasa);
  await people.add({ name: 'Tomas T.', role: 'technician', pin: tomasPin, card: null });
  const done: string[] = [];
  const exit = createKioskExit({
    people,
    journal,
    actor: createStationActor(),
    endSession: () => done.push('session ended'),
    holdScans: () => {
      done.push('scans held');
      return () => done.push('scans act');
    },
    leave: () => done.push('left'),
  });
  const entries = () => {
    journal.flush();
    return withDatabase(bench.file, (database) => listEntries(database, { last: 20, key: null }));
  };
  return { exit, done, list, entries };
}

test('beginning ends the customer’s session, holds scans, and names the technicians only', async () => {
  const { exit, done } = await kiosk();
  expect(exit.begin()).toEqual(['Tomas T.']);
  expect(exit.begin()).toEqual(['Tomas T.']);
  expect(done).toEqual(['session ended', 'scans held']);
  exit.cancel();
  exit.cancel();
  expect(done).toEqual(['session ended', 'scans held', 'scans act']);
});

test('only who was proven leaves, and only as long as the way out stands open', async () => {
  const { exit, done } = await kiosk();
  expect(exit.leave()).toMatchObject({ error: { code: 'operator.locked' } });
  expect(await exit.prove('Tomas T.', tomasPin)).toMatchObject({ error: { code: 'operator.locked' } });
  exit.begin();
  expect(exit.leave()).toMatchObject({ error: { code: 'operator.locked' } });
  expect(await exit.prove('Tomas T.', tomasPin)).toEqual({ ok: true, value: null });
  exit.cancel();
  expect(exit.leave()).toMatchObject({ error: { code: 'operator.locked' } });
  exit.begin();
  await exit.prove('Tomas T.', tomasPin);
  expect(exit.leave()).toEqual({ ok: true, value: null });
  expect(done.at(-1)).toBe('left');
});

test('a PIN that is right when the way out was closed meanwhile opens nothing', async () => {
  const { exit } = await kiosk();
  exit.begin();
  const proving = exit.prove('Tomas T.', tomasPin);
  exit.cancel();
  expect(await proving).toMatchObject({ error: { code: 'operator.locked' } });
});

test('a cashier’s own PIN is not even tried here', async () => {
  const { exit } = await kiosk();
  exit.begin();
  for (let round = 0; round < 12; round += 1) {
    expect(await exit.prove(rasa.name, rasaPin)).toMatchObject({ error: { code: 'operator.not-permitted' } });
  }
});

test('wrong PINs are slowed down from the fifth and locked from the tenth, as at a desk, and the right one too', async () => {
  const { exit, list } = await kiosk();
  exit.begin();
  const wrong = () => exit.prove('Tomas T.', '111222');
  for (const left of [4, 3, 2, 1]) {
    expect(await wrong()).toMatchObject({ error: { code: 'operator.pin-wrong', details: { left, waitMs: 0 } } });
  }
  expect(await wrong()).toMatchObject({ error: { code: 'operator.pin-wrong', details: { waitMs: 5_000 } } });
  expect(await exit.prove('Tomas T.', tomasPin)).toMatchObject({ error: { code: 'operator.wait' } });
  for (let more = 0; more < 5; more += 1) {
    list.steady.ms += 30 * 60_000;
    await wrong();
  }
  exit.cancel();
  exit.begin();
  expect(await exit.prove('Tomas T.', tomasPin)).toMatchObject({
    error: { code: 'operator.wait', details: { waitMs: 30 * 60_000 } },
  });
});

test('who tried and who left stands in the journal, and no PIN', async () => {
  const { exit, entries } = await kiosk();
  exit.begin();
  await exit.prove('Tomas T.', '111222');
  await exit.prove('Tomas T.', tomasPin);
  exit.leave();
  const text = JSON.stringify(entries());
  expect(text.match(/kiosk\.exit/g)?.length).toBeGreaterThanOrEqual(2);
  expect(text).toContain('kiosk.leave');
  expect(text).toContain('operator.pin-wrong');
  expect(text).toContain('Tomas T.');
  expect(text).not.toMatch(/111222|905173/);
});
