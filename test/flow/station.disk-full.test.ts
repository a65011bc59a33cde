import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { mountDisk, whyNoDisk } from './own-disk.ts';
import { openStationIn } from './station-in-trouble.ts';

const reason = whyNoDisk();
test.skipIf(reason !== null)(
  `a disk that becomes full is a state: customers are looked up, nothing is changed, and it ends by itself${reason === null ? '' : ` (${reason})`}`,
  async () => {
    const disk = mountDisk();
    const { wallet, log, journal, lookUp, change, sentence } = await openStationIn(disk.folder);
    expect(await change('before')).toMatchObject({ ok: true });
    log.info({ count: 1 }, 'started');

    disk.fill();
    const sent = wallet.requests.length;
    expect(await change('while full')).toMatchObject({
      error: { code: 'journal.not-writable', details: { reason: 'disk-full', sent: false } },
    });
    expect(wallet.requests).toHaveLength(sent);
    expect(journal.state).toMatchObject({ kind: 'failing', reason: 'disk-full' });
    expect(await lookUp()).toMatchObject({ ok: true, value: { id: 14471 } });
    for (let line = 0; line < 200; line += 1) {
      log.error({ count: line }, 'fault');
    }
    const said = await Promise.all((['en', 'lt', 'ru'] as const).map(sentence));
    expect(said.map(([chip]) => chip?.note)).toEqual([
      'Journal: the disk is full',
      'Žurnalas: diskas pilnas',
      'Журнал: диск полон',
    ]);
    expect(said.every(([chip]) => chip?.next)).toBe(true);

    disk.free();
    expect(await change('after')).toMatchObject({ ok: true });
    expect(journal.state).toMatchObject({ kind: 'writing', setAside: null });
    expect(await sentence('en')).toEqual([]);
    log.info({ count: 2 }, 'ended');
    const lines = readFileSync(path.join(disk.folder, 'logs', 'till.log'), 'utf8');
    expect(lines).toMatch(/"count":\d+,"msg":"lines lost"/);
    expect(lines.trim().split('\n').at(-1)).toContain('"msg":"ended"');
  },
);

test.skipIf(reason !== null)('a station that starts on a full disk looks customers up, too', async () => {
  const disk = mountDisk('256k');
  disk.fill();
  const { journal, lookUp, change } = await openStationIn(disk.folder);
  expect(journal.state).toMatchObject({ kind: 'failing' });
  expect(await lookUp()).toMatchObject({ ok: true });
  expect(await change('never')).toMatchObject({ error: { code: 'journal.not-writable' } });
});
