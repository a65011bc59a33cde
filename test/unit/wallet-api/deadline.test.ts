import { expect, test, vi } from 'vitest';
import { startDeadline } from '../../../electron/wallet-api/deadline.ts';

test('when its time is up it says so, and how long that was', () => {
  vi.useFakeTimers();
  try {
    const deadline = startDeadline(5_000, undefined);
    vi.advanceTimersByTime(4_999);
    expect(deadline.signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(deadline.signal.reason).toEqual({
      code: 'api.timed-out',
      kind: 'unreachable',
      details: { timeoutMs: 5_000 },
    });
  } finally {
    vi.useRealTimers();
  }
});

test('a deadline that was cleared leaves no timer and no listener behind', () => {
  vi.useFakeTimers();
  try {
    const whoAsked = new AbortController();
    const deadline = startDeadline(5_000, whoAsked.signal);
    deadline.clear();
    expect(vi.getTimerCount()).toBe(0);
    whoAsked.abort();
    expect(deadline.signal.aborted).toBe(false);
  } finally {
    vi.useRealTimers();
  }
});

test('whoever asked can end it, even before it began', () => {
  for (const early of [true, false]) {
    const whoAsked = new AbortController();
    if (early) {
      whoAsked.abort();
    }
    const deadline = startDeadline(5_000, whoAsked.signal);
    whoAsked.abort();
    deadline.clear();
    expect(deadline.signal.reason).toMatchObject({ code: 'api.connection-lost', details: { abandoned: true } });
  }
});
