import { expect, test } from 'vitest';
import { createServerClock } from '../../../electron/wallet-api/server-clock.ts';

const noon = Date.UTC(2026, 10, 20, 12) / 1000;

test("until it is measured, the time stamp is this computer's, in whole seconds", () => {
  const clock = createServerClock(() => noon * 1000 + 999);
  expect(clock.offsetMs).toBeNull();
  expect(clock.timestamp()).toBe(String(noon));
});

test('a slow clock is corrected forwards, a fast one backwards', () => {
  for (const behindSeconds of [3600, -86_400]) {
    let nowMs = (noon - behindSeconds) * 1000;
    const clock = createServerClock(() => nowMs);
    const askedAtMs = nowMs;
    nowMs += 200;
    clock.observe(noon, askedAtMs);
    expect(clock.timestamp()).toBe(String(noon));
    expect(Math.abs((clock.offsetMs ?? 0) / 1000 - behindSeconds)).toBeLessThan(1);
  }
});

test('half of the way there and back is taken off the answer', () => {
  let nowMs = noon * 1000;
  const clock = createServerClock(() => nowMs);
  nowMs += 4000;
  clock.observe(noon + 2, noon * 1000);
  expect(clock.offsetMs).toBe(500);
});

test('a clock that was set right meanwhile is measured anew', () => {
  let nowMs = (noon - 3600) * 1000;
  const clock = createServerClock(() => nowMs);
  clock.observe(noon, nowMs);
  nowMs = noon * 1000;
  clock.observe(noon, nowMs);
  expect(clock.offsetMs).toBe(500);
});
