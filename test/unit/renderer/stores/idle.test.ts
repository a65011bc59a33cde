import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noFlows } from '../../../../renderer/stores/flows.ts';
import { watchIdle } from '../../../../renderer/stores/idle.ts';
import { failure, openScene, ticket } from './fake-till.ts';

const timers = {
  setTimeout: (action: () => void, delayMs: number) => setTimeout(action, delayMs),
  clearTimeout: (timer: unknown) => clearTimeout(timer as ReturnType<typeof setTimeout>),
};

describe('a desk that nobody touches', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('hides the customer after the station’s time', async () => {
    const { store, till, serve } = await openScene();
    watchIdle(store, timers);
    serve('a');
    vi.advanceTimersByTime(59_999);
    expect(store.getState().customer.kind).toBe('identified');
    vi.advanceTimersByTime(1);
    expect(store.getState()).toMatchObject(noFlows);
    expect(till.said).toEqual([{ name: 'customer/finish', input: { reason: 'idle' } }]);
  });

  it('begins anew with every touch and every scan', async () => {
    const { store, till, serve } = await openScene();
    const watch = watchIdle(store, timers);
    serve('a');
    vi.advanceTimersByTime(50_000);
    watch.touch();
    vi.advanceTimersByTime(50_000);
    const error = failure('scan.product-barcode');
    till.emit('customer/scan-rejected', { ticket: ticket('p'), error, keepsCustomer: true });
    vi.advanceTimersByTime(50_000);
    expect(store.getState().customer.kind).toBe('identified');
    vi.advanceTimersByTime(10_000);
    expect(store.getState().customer.kind).toBe('waiting');
  });

  it('does not begin anew when an answer comes late', async () => {
    const { store, till, serve } = await openScene();
    watchIdle(store, timers);
    serve('a');
    store.getState().writeAmount('12');
    void store.getState().ask();
    vi.advanceTimersByTime(59_000);
    await till.answer('customer/check-sufficient-amount', { isSufficient: true, answeredAt: 5 });
    vi.advanceTimersByTime(1_000);
    expect(store.getState().customer.kind).toBe('waiting');
  });

  it('waits for a print under way, whose outcome somebody must see', async () => {
    const { store, till, serve } = await openScene();
    watchIdle(store, timers);
    serve('a');
    const printed = store.getState().printReceipt();
    vi.advanceTimersByTime(60_000);
    expect(store.getState().print.kind).toBe('printing');
    await till.answer('customer/print-receipt', { printedAt: 7 });
    await printed;
    vi.advanceTimersByTime(60_000);
    expect(store.getState().customer.kind).toBe('waiting');
  });

  it('hides a number that was typed and not sent', async () => {
    const { store } = await openScene();
    watchIdle(store, timers);
    store.getState().writeFind('370612');
    vi.advanceTimersByTime(60_000);
    expect(store.getState().find.text).toBe('');
  });

  it('has nothing to do while nobody is there', async () => {
    const { store, till } = await openScene();
    watchIdle(store, timers).touch();
    vi.advanceTimersByTime(600_000);
    expect(till.said).toEqual([]);
  });
});
