import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { mountDisk, whyNoDisk } from './own-disk.ts';
import { openStationIn } from './station-in-trouble.ts';

const reason = whyNoDisk();
test.skipIf(reason !== null)(
  `a disk that becomes read-only is a state: customers are looked up, nothing is changed, and it ends by itself${reason === null ? '' : ` (${reason})`}`,
  async () => {
    const disk = mountDisk();
    const { wallet, log, journal, lookUp, change, sentence } = await openStationIn(disk.folder);
    expect(await change('before')).toMatchObject({ ok: true });
    journal.flush();

    // What holds a file open for writing keeps a disk writable: a failing disk does not ask either.
    journal.close();
    disk.makeReadOnly();
    const sent = wallet.requests.length;
    expect(await change('while read-only')).toMatchObject({
      error: { code: 'journal.not-writable', details: { reason: 'read-only', sent: false } },
    });
    expect(wallet.requests).toHaveLength(sent);
    expect(await lookUp()).toMatchObject({ ok: true, value: { id: 14471 } });
    log.error({ count: 1 }, 'fault');
    const said = await Promise.all((['en', 'lt', 'ru'] as const).map(sentence));
    expect(new Set(said.map(([chip]) => chip?.note)).size).toBe(3);
    expect(said[0]?.[0]?.note).toBe('Journal: the disk is read-only');
    expect(said.every(([chip]) => chip?.next)).toBe(true);

    disk.makeWritable();
    expect(await change('after')).toMatchObject({ ok: true });
    expect(journal.state).toMatchObject({ kind: 'writing', setAside: null });
    log.info({ count: 2 }, 'ended');
    expect(readFileSync(path.join(disk.folder, 'logs', 'till.log'), 'utf8')).toContain('"msg":"lines lost"');
  },
);
