import { describe, expect, it } from 'vitest';
import { connectDesk, createDeskStore } from '../../../../renderer/stores/desk-store.ts';
import { createGather, gatherMs } from '../../../../renderer/stores/gather.ts';
import { ScanId, SessionId } from '../../../../shared/domain/ids.ts';
import { balance, FakeTill, failure, ticket, wallet } from './fake-till.ts';

/** Timers that a test runs out by hand. */
function handTimers() {
  const armed = new Map<number, { action: () => void; delayMs: number }>();
  let last = 0;
  return {
    armed,
    timers: {
      setTimeout: (action: () => void, delayMs: number) => {
        last += 1;
        armed.set(last, { action, delayMs });
        return last;
      },
      clearTimeout: (timer: unknown) => void armed.delete(timer as number),
    },
    runOut() {
      const [[timer, { action }] = [0, { action: () => {} }]] = armed;
      armed.delete(timer);
      action();
    },
  };
}

/** A desk that gathers, with the kinds of customer that would be drawn: what is set within one task is drawn once. */
function openDesk() {
  const hand = handTimers();
  const till = new FakeTill();
  const store = createDeskStore({ till, now: () => 12_000 });
  const gather = createGather(hand.timers);
  connectDesk(store, till, { gather });
  const shown = () => {
    const { customer } = store.getState();
    return customer.kind === 'identified' ? `${customer.session} ${customer.balance.kind}` : customer.kind;
  };
  const scan = (name: string) => till.emit('customer/scan-received', ticket(name));
  const identify = (name: string) =>
    till.emit('customer/identified', { scan: ScanId.parse(name), session: SessionId.parse(name), wallet });
  const read = (name: string) =>
    till.emit('customer/balance-read', { session: SessionId.parse(name), balance: balance() });
  return { ...hand, till, store, gather, shown, scan, identify, read };
}

describe('the steps of a scan', () => {
  it('are shown at once with the balance, where that comes within the moment', () => {
    const desk = openDesk();
    desk.scan('a');
    desk.identify('a');
    expect(desk.shown()).toBe('waiting');
    desk.read('a');
    expect(desk.shown()).toBe('a read');
    expect(desk.armed.size).toBe(0);
  });

  it('are shown one by one by a slower service, none later than the moment', () => {
    const desk = openDesk();
    desk.scan('a');
    expect([...desk.armed.values()].map(({ delayMs }) => delayMs)).toEqual([gatherMs]);
    desk.runOut();
    expect(desk.shown()).toBe('identifying');
    desk.identify('a');
    desk.runOut();
    expect(desk.shown()).toBe('a loading');
    desk.read('a');
    expect(desk.shown()).toBe('a read');
  });

  it('wait no longer for a second step than for the first', () => {
    const desk = openDesk();
    desk.scan('a');
    desk.identify('a');
    expect(desk.armed.size).toBe(1);
    desk.runOut();
    expect(desk.shown()).toBe('a loading');
  });

  it('are taken in their order, so that the latest scan wins', () => {
    const desk = openDesk();
    desk.scan('a');
    desk.identify('a');
    desk.scan('b');
    desk.read('a');
    expect(desk.shown()).toBe('identifying');
    desk.identify('b');
    desk.read('b');
    expect(desk.shown()).toBe('b read');
  });

  it('come before a failure and before the parting', () => {
    const desk = openDesk();
    desk.scan('a');
    desk.till.emit('customer/identify-failed', { scan: ScanId.parse('a'), error: failure('wallet.not-found') });
    expect(desk.shown()).toBe('failed');
    desk.scan('b');
    desk.till.emit('customer/closed', { reason: 'done' });
    expect(desk.shown()).toBe('waiting');
    expect(desk.armed.size).toBe(0);
  });

  it('are shown before a hand does anything, which is then for who came and for nobody before', () => {
    const desk = openDesk();
    desk.scan('a');
    desk.identify('a');
    desk.read('a');
    desk.scan('b');
    expect(desk.shown()).toBe('a read');
    desk.gather.flush();
    expect(desk.shown()).toBe('identifying');
    desk.gather.flush();
    expect(desk.shown()).toBe('identifying');
  });
});
