import { describe, expect, it } from 'vitest';
import { connectDesk, createDeskStore } from '../../../../renderer/stores/desk-store.ts';
import { FakeTill, noPaperStatus, readyStatus, station } from './fake-till.ts';

describe('the station', () => {
  it('speaks the station’s language until another is chosen', async () => {
    const till = new FakeTill();
    const store = createDeskStore({ till, now: () => 0 });
    const started = store.getState().start();
    await till.answer('station/read', station);
    await till.answer('station/read-status', readyStatus);
    await started;
    expect(store.getState()).toMatchObject({ station, status: readyStatus, locale: 'lt' });
    store.getState().chooseLocale('ru');
    expect(store.getState().locale).toBe('ru');
    expect(store.getState().theme).toBe('light');
    store.getState().chooseTheme('contrast');
    expect(store.getState().theme).toBe('contrast');
  });

  it('believes an event more than an answer that was under way', async () => {
    const till = new FakeTill();
    const store = createDeskStore({ till, now: () => 0 });
    connectDesk(store, till);
    const started = store.getState().start();
    await till.answer('station/read', station);
    till.emit('station/status-changed', noPaperStatus);
    await till.answer('station/read-status', readyStatus);
    await started;
    expect(store.getState().status).toEqual(noPaperStatus);
  });

  it('keeps the fault that stopped it from starting', async () => {
    const till = new FakeTill();
    const store = createDeskStore({ till, now: () => 0 });
    const started = store.getState().start();
    await till.refuse('station/read', 'app.fault');
    await started;
    expect(store.getState()).toMatchObject({ station: null, startError: { code: 'app.fault' } });
  });

  it('hears nothing more once it is disconnected', async () => {
    const till = new FakeTill();
    const store = createDeskStore({ till, now: () => 0 });
    connectDesk(store, till)();
    till.emit('station/status-changed', noPaperStatus);
    expect(store.getState().status).toBeNull();
  });
});
