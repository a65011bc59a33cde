import { expect, test } from 'vitest';
import { createDevices, type DevicesEvent } from '../../../electron/services/devices.ts';
import { createScanRouter } from '../../../electron/services/scan-router.ts';
import { createStaff } from '../../../electron/services/staff.ts';
import { createStationLock } from '../../../electron/services/station-lock.ts';
import { defaultReaderRules } from '../../../shared/domain/reader-rules.ts';
import type { Reading } from '../../../shared/domain/reading.ts';
import { defaultWedgeRules } from '../../../shared/domain/wedge.ts';
import { ok } from '../../../shared/errors/result.ts';
import { rasaPin } from '../people/people-bench.ts';
import { operatorsBench, scanOf } from './operators-bench.ts';

/** A station's readings from the reader to whoever acts, as the till ties them. */
async function lockBench() {
  const bench = await operatorsBench();
  const { operators, journal, actor, list: people, chosen } = bench;
  const shown: DevicesEvent['kind'][] = [];
  const acted: Reading[] = [];
  const cards: unknown[] = [];
  const recording: boolean[] = [];
  const devices = createDevices({
    seat: {} as never,
    scans: { wedge: defaultWedgeRules, rulesOf: () => defaultReaderRules, keep: () => ok({ holds: 'now' }) },
    savePrinter: () => ok(null),
    mark: null,
    emit: ({ kind }) => shown.push(kind),
    recordKeys: (on) => recording.push(on),
    clock: () => 0,
    schedule: () => () => undefined,
  });
  const staff = createStaff({ people, operators, journal, actor, onCardRead: (card) => cards.push(card) });
  const router = createScanRouter({
    act: (reading) => void (staff.take(reading) || acted.push(reading)),
    refuse: operators.noticeScan,
  });
  const lock = createStationLock({
    ...{ operators, router },
    display: { pause: () => undefined },
    onlookers: [devices],
    letGo() {
      devices.stop();
      staff.awaitCard(false);
    },
  });
  bench.onChanged = lock.hold;
  lock.hold();
  return { operators, devices, staff, lock, shown, acted, cards, recording, chosen };
}

const strokes = [{ code: 'Digit5', shift: false, ctrl: false, alt: false, meta: false, altGraph: false, gapMs: 5 }];

test('a page that listens hears nothing while the desk is locked, and does not go on when it is unlocked', async () => {
  const { operators, devices, lock, shown, acted, recording, chosen } = await lockBench();
  await operators.unlock('Rasa P.', rasaPin);
  devices.listen('learn', null);
  lock.take(scanOf('5487963154'));
  expect(shown.filter((kind) => kind === 'reading-shown')).toHaveLength(1);
  operators.lock('key');
  shown.length = 0;
  lock.take(scanOf('1111222233334444'));
  lock.takeStrokes(strokes);
  lock.take(scanOf('4242'));
  expect({ shown, acted, chosen }).toEqual({ shown: [], acted: [], chosen: ['Rasa P.'] });
  expect(recording).toEqual([true, false]);
  await operators.unlock('Rasa P.', rasaPin);
  lock.take(scanOf('5487963154'));
  expect({ shown, acted: acted.length }).toEqual({ shown: [], acted: 1 });
});

test('whoever looks first sees nothing of a locked desk either, though it never stopped', async () => {
  const { operators, lock, devices, shown } = await lockBench();
  devices.listen('show', null);
  shown.length = 0;
  lock.take(scanOf('5487963154'));
  lock.takeStrokes(strokes);
  expect({ shown, kind: operators.watchman.kind }).toEqual({ shown: [], kind: 'locked' });
});

test("a card that was waited for when the desk was locked is the next customer's when it opens", async () => {
  const { operators, lock, staff, cards, acted } = await lockBench();
  await operators.unlock('Rasa P.', rasaPin);
  staff.awaitCard(true);
  operators.lock('idle');
  await operators.unlock('Rasa P.', rasaPin);
  lock.take(scanOf('5487963154'));
  expect({ cards, acted: acted.length }).toEqual({ cards: [], acted: 1 });
});
