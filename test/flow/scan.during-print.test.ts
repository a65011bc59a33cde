import { expect, test } from 'vitest';
import { startDesk } from './desk-harness.ts';

test('a scan while bytes go to the printer waits, and acts when the print has settled', async () => {
  const { serve, desk, scan, next, paper, events } = await startDesk();
  const looked = () => events.filter(({ kind }) => kind === 'scan-received').length;
  const session = await serve('main');
  const printing = desk.printReceipt(session, { locale: 'en', width: 42 });
  let lookedDuringPrint = -1;
  const stop = paper.onPaperChanged(() => {
    stop();
    scan('company');
    lookedDuringPrint = looked();
  });
  expect(await printing).toMatchObject({ ok: true });
  expect(lookedDuringPrint).toBe(1);
  await next('identified');
  expect(looked()).toBe(2);
  // The first customer's receipt is whole.
  expect(paper.paper.lines.some(({ kind }) => kind === 'cut')).toBe(true);
});

test('a scan during a print that comes to nothing acts, too', async () => {
  const { serve, desk, scan, next, paper } = await startDesk({ printTimeoutMs: 2_000 });
  const session = await serve('main');
  await paper.setCondition('mute-after-data', true);
  const printing = desk.printReceipt(session, { locale: 'en', width: 42 });
  const stop = paper.onPaperChanged(() => {
    stop();
    scan('company');
  });
  expect(await printing).toMatchObject({ ok: false, error: { code: 'print.outcome-unknown' } });
  expect((await next('identified')).wallet.account?.number).not.toBe('EVP0010001000101');
});
