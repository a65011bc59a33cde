import { expect, test } from 'vitest';
import type { Reading } from '../../shared/domain/reading.ts';
import { startDesk } from './desk-harness.ts';

test('two readers at once are two scans: both are told in their order, and the later one is served', async () => {
  const { router, wallet, next, events } = await startDesk();
  const [first, second] = ['main', 'company'].map((id) => wallet.samples.find((sample) => sample.id === id));
  const at = Date.now();
  const read = (reader: Reading['reader'], sample: typeof first): Reading => {
    if (sample === undefined) {
      throw new Error('no such sample');
    }
    return { reader, at, content: { kind: 'card', issuer: sample.issuer, number: sample.number } };
  };
  router.take(read('stripe-reader', first));
  router.take(read('hid-scanner', second));
  const identified = await next('identified');
  const received = events.filter((event) => event.kind === 'scan-received').map(({ ticket }) => ticket.from);
  expect(received).toEqual(['stripe-reader', 'hid-scanner']);
  expect(identified.ticket.from).toBe('hid-scanner');
  expect(events.filter((event) => event.kind === 'identified')).toHaveLength(1);
});

test('one reader that reads the same card twice within a moment is one scan', async () => {
  const { scan, next, events } = await startDesk();
  scan('main');
  scan('main');
  await next('identified');
  expect(events.filter((event) => event.kind === 'scan-received')).toHaveLength(1);
});

test('a chip’s own number asks nothing of the service, and says what to do instead', async () => {
  const { router, wallet, next } = await startDesk();
  router.take({ reader: 'contactless-reader', at: Date.now(), content: { kind: 'uid', uid: '04a1b2c3' } });
  expect(await next('scan-rejected')).toMatchObject({ error: { code: 'scan.chip-number-only' } });
  expect(wallet.requests).toEqual([]);
});
