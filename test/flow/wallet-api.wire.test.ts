import { expect, test } from 'vitest';
import { proveTheWire } from './wire-proof.ts';
import { wireBreaks } from './wire-round-trip.ts';

// A sample; `npm run proof` runs many more.
const sample = { runs: 60, seed: 20261120 };

test('any identifier, list and body means on the wire what was meant, under a signature that fits it', async () => {
  expect(await proveTheWire(sample)).toEqual({ runs: 180, violations: [] });
});

test.each(wireBreaks)('would be noticed: %s', async (breaking) => {
  expect((await proveTheWire({ ...sample, breaking })).violations.length).toBeGreaterThan(0);
});
