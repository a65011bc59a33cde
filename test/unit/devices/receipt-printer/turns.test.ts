import { expect, it } from 'vitest';
import { createTurns } from '../../../../electron/devices/receipt-printer/turns.ts';
import { createManualTimers } from '../../../port/manual-timers.ts';

function deferred(): { readonly promise: Promise<void>; resolve(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { promise, resolve };
}

it('work runs one at a time and in the order of asking', async () => {
  const turns = createTurns(createManualTimers());
  const order: string[] = [];
  const gate = deferred();
  const first = turns.take(
    1_000,
    async () => {
      order.push('first begins');
      await gate.promise;
      order.push('first ends');
    },
    () => {},
  );
  const second = turns.take(
    1_000,
    async () => void order.push('second'),
    () => {},
  );
  gate.resolve();
  await Promise.all([first, second]);
  expect(order).toEqual(['first begins', 'first ends', 'second']);
});

it('whoever waited too long leaves without working, and the next still waits for the one at work', async () => {
  const timers = createManualTimers();
  const turns = createTurns(timers);
  const order: string[] = [];
  const gate = deferred();
  const first = turns.take(
    9_000,
    () => gate.promise.then(() => void order.push('first')),
    () => {},
  );
  const second = turns.take(
    1_000,
    async () => 'worked',
    () => 'late',
  );
  const third = turns.take(
    9_000,
    async () => void order.push('third'),
    () => {},
  );
  timers.pass(1_000);
  expect(await second).toBe('late');
  expect(order).toEqual([]);
  gate.resolve();
  await Promise.all([first, third, turns.idle]);
  expect(order).toEqual(['first', 'third']);
});

it('work that throws gives its turn on', async () => {
  const turns = createTurns(createManualTimers());
  const failing = turns.take(
    1_000,
    () => Promise.reject(new Error('a bug')),
    () => {},
  );
  const next = turns.take(
    1_000,
    async () => 'worked',
    () => 'late',
  );
  await expect(failing).rejects.toThrow('a bug');
  expect(await next).toBe('worked');
});
