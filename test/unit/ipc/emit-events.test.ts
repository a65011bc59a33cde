import { expect, test } from 'vitest';
import { createEmit } from '../../../electron/ipc/emit-events.ts';
import { displayEvents } from '../../../shared/contract/display.ts';

function page() {
  const heard: unknown[] = [];
  return { heard, isDestroyed: () => false, send: (...told: unknown[]) => void heard.push(told) };
}

test('an event goes to the page it is for and to no other, whichever that is when it happens', () => {
  const first = page();
  const second = page();
  let shown: ReturnType<typeof page> | null = first;
  const emit = createEmit(displayEvents, () => shown);
  emit('display/view-changed', { kind: 'serving' });
  shown = null;
  emit('display/view-changed', { kind: 'goodbye' });
  shown = second;
  emit('display/view-changed', { kind: 'greeting' });
  expect(first.heard).toEqual([['display/view-changed', { kind: 'serving' }]]);
  expect(second.heard).toEqual([['display/view-changed', { kind: 'greeting' }]]);
});

test('a page that is gone is told nothing', () => {
  const gone = { ...page(), isDestroyed: () => true };
  createEmit(displayEvents, () => gone)('display/view-changed', { kind: 'serving' });
  expect(gone.heard).toEqual([]);
});

test.each([
  { kind: 'serving', name: 'Ona' },
  { kind: 'reading', by: 'card', masked: '•••• 3154' },
  { kind: 'answered', amount: { cents: 1, currency: 'EUR', atDisposal: '22.99' }, isSufficient: true },
  { kind: 'code', entry: 'e', sending: false, problem: null, code: 'ABCDEF' },
  { kind: 'code', entry: 'e', sending: false, problem: { kind: 'trouble', code: 'api.timed-out' } },
  { kind: 'balance', atDisposal: '22.99' },
])('a picture with anything more in it is a bug and never sent: %j', (view) => {
  const shown = page();
  const emit = createEmit(displayEvents, () => shown);
  expect(() => emit('display/view-changed', view as never)).toThrow();
  expect(shown.heard).toEqual([]);
});
