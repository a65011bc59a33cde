import { expect, test } from 'vitest';
import { watchPresence } from '../../../../renderer/stores/kiosk-presence.ts';
import { OneTimer, openKioskScene } from './fake-kiosk.ts';
import { balance } from './fake-till.ts';

async function watched() {
  const scene = await openKioskScene();
  const timers = new OneTimer();
  const watch = watchPresence({ store: scene.store, timers, now: () => 12_000 });
  return { ...scene, timers, watch };
}

test('a kiosk that nobody touched waits for ever', async () => {
  const { timers, watch } = await watched();
  watch.touch();
  expect(timers.due).toBeNull();
});

test('twenty seconds without a touch cover the data and ask; thirty without an answer end the session', async () => {
  const { store, timers, serve, main } = await watched();
  serve('a');
  expect(timers.due?.delayMs).toBe(20_000);
  timers.fire();
  expect(store.getState().presence).toEqual({ kind: 'asked', until: 42_000 });
  expect(timers.due?.delayMs).toBe(30_000);
  timers.fire();
  expect(store.getState()).toMatchObject({ served: { kind: 'nobody', screen: 'attract' }, presence: { kind: 'here' } });
  expect(main.said.at(-1)).toEqual({ name: 'customer/finish', input: { reason: 'idle' } });
  expect(timers.due).toBeNull();
});

test('a touch begins the twenty seconds anew, and an answer that arrives does not', async () => {
  const { store, timers, watch, serve, main } = await watched();
  serve('a');
  const first = timers.due;
  watch.touch();
  const second = timers.due;
  expect(second).not.toBe(first);
  store.getState().openAmount();
  store.getState().typeAmount('5');
  void store.getState().askEnough();
  await main.answer('customer/check-sufficient-amount', { isSufficient: true, answeredAt: 1 });
  expect(timers.due).toBe(second);
});

test('one action answers the question, as often as it comes', async () => {
  const { store, timers, serve } = await watched();
  serve('a');
  for (let round = 0; round < 12; round += 1) {
    timers.fire();
    expect(store.getState().presence.kind).toBe('asked');
    store.getState().confirmPresence();
    expect(store.getState().served.kind).toBe('served');
    expect(timers.due?.delayMs).toBe(20_000);
  }
});

test('a touch beside the answers is none', async () => {
  const { timers, watch, serve } = await watched();
  serve('a');
  timers.fire();
  const asked = timers.due;
  watch.touch();
  expect(timers.due).toBe(asked);
});

test('paper that is on its way is waited for', async () => {
  const { store, timers, serve } = await watched();
  serve('a');
  void store.getState().printReceipt();
  timers.fire();
  expect(store.getState().presence.kind).toBe('here');
  expect(timers.due?.delayMs).toBe(20_000);
});

test('nobody who listens is asked while a voice still speaks', async () => {
  const { timers, watch, serve } = await watched();
  serve('a');
  watch.speaking(true);
  expect(timers.due).toBeNull();
  watch.speaking(false);
  expect(timers.due?.delayMs).toBe(20_000);
});

test('choices without a card go back as well', async () => {
  const { store, timers } = await watched();
  store.getState().chooseSize(4);
  timers.fire();
  timers.fire();
  expect(store.getState().access.size).toBe(1);
  expect(timers.due).toBeNull();
});

test('the goodbye ends by itself, and at once for the next card', async () => {
  const { store, timers, serve, main } = await watched();
  serve('a');
  store.getState().finish('done');
  expect(timers.due?.delayMs).toBe(8_000);
  timers.fire();
  expect(store.getState().served).toEqual({ kind: 'nobody', screen: 'attract' });
  serve('b');
  store.getState().finish('done');
  serve('c');
  expect(timers.due?.delayMs).toBe(20_000);
  expect(main.pending.filter(({ name }) => name !== 'customer/finish')).toEqual([]);
  expect(store.getState().served).toMatchObject({ balance: { view: balance() } });
});

test('the reader wakes when its rest is over', async () => {
  const { store, timers, main } = await watched();
  main.emit('kiosk/reader-rested', { restMs: 60_000 });
  expect(timers.due?.delayMs).toBe(60_000);
  timers.fire();
  expect(store.getState().restsUntil).toBeNull();
});
