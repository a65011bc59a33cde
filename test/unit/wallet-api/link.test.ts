import { expect, test } from 'vitest';
import { createLink } from '../../../electron/wallet-api/link.ts';
import type { LinkState } from '../../../electron/wallet-api/wallet-api.ts';
import { appError } from '../../../shared/errors/app-error.ts';

test('before any traffic nothing is known', () => {
  expect(createLink().state).toEqual({ kind: 'unchecked' });
});

test('the last traffic counts, good or bad', () => {
  const link = createLink();
  link.failed(appError('api.timed-out', { timeoutMs: 10 }));
  expect(link.state).toEqual({ kind: 'broken', code: 'api.timed-out' });
  link.reached(12, -500);
  expect(link.state).toEqual({ kind: 'reached', latencyMs: 12, clockOffsetMs: -500 });
});

test('a listener that was added twice hears twice, and each addition ends by itself', () => {
  const link = createLink();
  const heard: LinkState['kind'][] = [];
  const listener = (state: LinkState) => heard.push(state.kind);
  const stopFirst = link.onChanged(listener);
  const stopSecond = link.onChanged(listener);
  link.reached(1, null);
  stopFirst();
  link.failed(appError('api.no-network'));
  stopSecond();
  link.reached(1, null);
  expect(heard).toEqual(['reached', 'reached', 'broken']);
});

test('a listener may stop listening while it is told', () => {
  const link = createLink();
  const heard: string[] = [];
  const stop = link.onChanged(() => {
    heard.push('first');
    stop();
  });
  link.onChanged(() => heard.push('second'));
  link.reached(1, null);
  expect(heard).toEqual(['first', 'second']);
});
