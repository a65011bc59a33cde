import { expect, test } from './fixtures.ts';
import { runMarks } from './marks.ts';

// A sample; `npm run proof` has a thousand visits, and breaks every guard in turn.

test('nothing that is a customer’s or a secret is left of visits, commands, faults and kills', async () => {
  test.setTimeout(300_000);
  const { violations, seen } = await runMarks({ visits: 12, seed: 20261124 });
  expect(violations).toEqual([]);
  expect(seen).toMatchObject({ 'starts at the desk': 1, 'starts at the kiosk': 1, kills: 2, bundles: 1 });
});

test('a till that writes down what it asks would be noticed', async () => {
  test.setTimeout(120_000);
  const { violations } = await runMarks({ visits: 4, seed: 20261124, breaking: 'log-requests' });
  expect(violations.length).toBeGreaterThan(0);
});
