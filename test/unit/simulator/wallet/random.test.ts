import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../simulator/wallet/random.ts';
import { ask, get, start } from './exchange.ts';

describe('seeded randomness', () => {
  it('comes again from the same seed and differs for another', () => {
    const draw = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 5 }, () => random.next());
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it('fills the range from 0 to below 1 evenly enough', () => {
    const random = createRandom(42);
    const tenths = Array<number>(10).fill(0);
    for (let i = 0; i < 10_000; i += 1) {
      const tenth = Math.floor(random.next() * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    expect(Math.min(...tenths)).toBeGreaterThan(900);
    expect(Math.max(...tenths)).toBeLessThan(1100);
  });

  it('gives the same codes and ids to the same story', async () => {
    const story = async (seed: number) => {
      const simulator = await start({ seed });
      for (const number of ['0001', '0002']) {
        await ask(simulator, 'PUT /wallet/14471/card', { issuer: 'paysera', number });
      }
      return simulator.listSentCodes();
    };
    expect(await story(3)).toEqual(await story(3));
    expect(await story(3)).not.toEqual(await story(4));
  });

  it('spreads latencies the same way again, within their bounds', async () => {
    const waitsOf = async (seed: number) => {
      const waits: number[] = [];
      const simulator = await start({ seed, wait: async (ms) => void waits.push(ms) });
      simulator.setFault({ kind: 'latency', ms: 100, spreadMs: 50 });
      for (let i = 0; i < 10; i += 1) await get(simulator, '/wallet/14471');
      return waits;
    };
    const waits = await waitsOf(5);
    expect(waits).toEqual(await waitsOf(5));
    expect(waits.every((ms) => ms >= 100 && ms <= 150)).toBe(true);
    expect(new Set(waits).size).toBeGreaterThan(3);
  });
});
