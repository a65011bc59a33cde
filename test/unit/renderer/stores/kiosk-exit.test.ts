import { expect, it } from 'vitest';
import { createExitGesture, isExitKey } from '../../../../renderer/kiosk/exit-gesture.ts';
import { watchPresence } from '../../../../renderer/stores/kiosk-presence.ts';
import { OneTimer, openKioskScene } from './fake-kiosk.ts';

async function opened(people = ['Tomas T.']) {
  const scene = await openKioskScene();
  scene.serve('a');
  void scene.store.getState().openExit();
  await scene.main.answer('kiosk/begin-exit', { people });
  return scene;
}

const type = ({ store }: Awaited<ReturnType<typeof opened>>, text: string) => {
  for (const sign of text) store.getState().typePin(sign);
};

it('forgets the customer at once, and asks the only technician for the PIN', async () => {
  const { store } = await opened();
  expect(store.getState().served).toEqual({ kind: 'nobody', screen: 'attract' });
  expect(store.getState().exit).toMatchObject({ kind: 'pin', name: 'Tomas T.', signs: 0 });
});

it('lets one of several choose, and says where there is none', async () => {
  const several = await opened(['Ona V.', 'Tomas T.']);
  expect(several.store.getState().exit.kind).toBe('choosing');
  several.store.getState().chooseTechnician('Ona V.');
  expect(several.store.getState().exit).toMatchObject({ kind: 'pin', name: 'Ona V.' });
  expect((await opened([])).store.getState().exit).toEqual({ kind: 'choosing', people: [] });
});

it('has the PIN in no state, sends it once, and forgets it', async () => {
  const scene = await opened();
  const { store, main } = scene;
  type(scene, '9x05173');
  expect(store.getState().exit).toMatchObject({ signs: 6 });
  expect(JSON.stringify(store.getState())).not.toContain('905173');
  void store.getState().submitPin();
  void store.getState().submitPin();
  expect(main.said.filter(({ name }) => name === 'kiosk/prove-exit')).toEqual([
    { name: 'kiosk/prove-exit', input: { name: 'Tomas T.', pin: '905173' } },
  ]);
  await main.refuse('kiosk/prove-exit', 'operator.pin-wrong');
  expect(store.getState().exit).toMatchObject({ kind: 'pin', signs: 0, error: { code: 'operator.pin-wrong' } });
});

it('leaves only once it was proven', async () => {
  const scene = await opened();
  const { store, main } = scene;
  void store.getState().leaveKiosk();
  expect(main.said.some(({ name }) => name === 'kiosk/leave')).toBe(false);
  type(scene, '905173');
  void store.getState().submitPin();
  await main.answer('kiosk/prove-exit', {});
  void store.getState().leaveKiosk();
  expect(main.said.at(-1)?.name).toBe('kiosk/leave');
});

it('closes by itself after a minute that nobody touched it, and takes cards again', async () => {
  const scene = await openKioskScene();
  const timers = new OneTimer();
  const watch = watchPresence({ store: scene.store, timers, now: () => 0 });
  void scene.store.getState().openExit();
  await scene.main.answer('kiosk/begin-exit', { people: ['Tomas T.'] });
  watch.touch();
  expect(timers.due?.delayMs).toBe(60_000);
  timers.fire();
  expect(scene.store.getState().exit.kind).toBe('closed');
  expect(scene.main.said.at(-1)?.name).toBe('kiosk/cancel-exit');
});

it('drops who answers after it was closed', async () => {
  const scene = await openKioskScene();
  void scene.store.getState().openExit();
  scene.store.getState().closeExit();
  await scene.main.answer('kiosk/begin-exit', { people: ['Tomas T.'] });
  expect(scene.store.getState().exit.kind).toBe('closed');
});

it('opens by six touches within four seconds, and not by any that come slower', () => {
  let now = 0;
  const touch = createExitGesture(() => now);
  const slowly = Array.from({ length: 12 }, () => {
    now += 1_000;
    return touch();
  });
  expect(slowly).not.toContain(true);
  now += 10_000;
  expect(Array.from({ length: 6 }, () => touch())).toEqual([false, false, false, false, false, true]);
  expect(touch()).toBe(false);
});

it('opens by Ctrl+Alt+End, pressed once', () => {
  const key = { key: 'End', ctrlKey: true, altKey: true, repeat: false };
  expect(isExitKey(key)).toBe(true);
  expect(isExitKey({ ...key, repeat: true })).toBe(false);
  expect(isExitKey({ ...key, altKey: false })).toBe(false);
});
