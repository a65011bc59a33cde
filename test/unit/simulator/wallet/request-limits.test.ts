import { describe, expect, it } from 'vitest';
import { createRequestLimiter, publishedLimits } from '../../../../simulator/wallet/request-limits.ts';
import { ask, get, outcomeOf, start } from './exchange.ts';

describe('the published limits', () => {
  it('are not counted unless they were asked for', async () => {
    const simulator = await start();
    const outcomes = new Set<string>();
    for (let i = 0; i < 70; i += 1) outcomes.add(outcomeOf(await get(simulator, '/wallet/14471')));
    expect([...outcomes]).toEqual(['200']);
  });

  it('stop the sixty-first request of a minute, but not of another token', async () => {
    const simulator = await start({ limits: publishedLimits });
    for (let i = 0; i < 60; i += 1) await get(simulator, '/wallet/14471');
    const token = { clientId: 'example-token-30003', macKey: 'example-token-key-30003' };
    const stopped = await get(simulator, '/wallet/14471');
    const other = await ask(simulator, 'GET /wallet/me', undefined, token);
    simulator.moveClock(60);
    const later = await get(simulator, '/wallet/14471');
    expect([stopped, other, later].map(outcomeOf)).toEqual(['429 rate_limit_exceeded', '200', '200']);
  });

  it('do not count GET /server nor what is not authenticated', async () => {
    const simulator = await start({ limits: { perMinutePerToken: 1 } });
    await ask(simulator, 'GET /wallet/14471', undefined, { macKey: 'wrong' });
    await ask(simulator, 'GET /server');
    expect(outcomeOf(await get(simulator, '/wallet/14471'))).toBe('200');
  });

  it('stop the thousand-and-first request of an hour, whatever tokens they came with', () => {
    const limiter = createRequestLimiter({ perHourPerAccount: 1000 });
    const admitted = Array.from({ length: 1001 }, (_, i) => limiter.admit(`token-${i % 30}`, i));
    expect(admitted.filter(Boolean)).toHaveLength(1000);
    expect([limiter.admit('token-1', 3599), limiter.admit('token-1', 3600)]).toEqual([false, true]);
  });

  it('do not count what they refused', () => {
    const limiter = createRequestLimiter({ perMinutePerToken: 1 });
    expect([0, 30, 59, 60].map((now) => limiter.admit('a', now))).toEqual([true, false, false, true]);
  });
});
