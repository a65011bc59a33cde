import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openJournal } from '../../electron/journal/journal.ts';
import { createJournalKeys } from '../../electron/journal/keys.ts';
import { listEntries } from '../../electron/journal/maintenance.ts';
import { journalFiles } from '../../electron/journal/open-journal-file.ts';
import { readJournalFile } from '../../electron/journal/read-journal-file.ts';
import { verifyJournal } from '../../electron/journal/verify-journal.ts';
import { createJournaledTill } from '../../electron/services/journaled-till.ts';
import { createStationActor } from '../../electron/services/station-actor.ts';
import { createWalletApi } from '../../electron/wallet-api/client.ts';
import { readServer } from '../../electron/wallet-api/endpoints/read-server.ts';
import { readWallet } from '../../electron/wallet-api/endpoints/read-wallet.ts';
import { setDescription } from '../../electron/wallet-api/endpoints/set-description.ts';
import { linkChip } from '../../renderer/cashier/chip-words.ts';
import { startTexts, textsOf } from '../../renderer/ui/i18n/i18n.ts';
import { startWalletSimulator } from '../../simulator/wallet/server.ts';

const hour = 3_600_000;

/** A station whose clock is the test's: the journal, the signatures and the strip all go by it. */
async function station() {
  const folder = mkdtempSync(path.join(tmpdir(), 'till-clock-'));
  const wallet = await startWalletSimulator();
  const keys = createJournalKeys(new Uint8Array(32).fill(7));
  let aheadMs = 0;
  const clock = () => Date.now() + aheadMs;
  const opened = openJournal({
    folder,
    readKeys: () => keys,
    run: '0a0b0c0d',
    clock,
    monotonic: () => performance.now(),
    schedule: () => () => {},
  });
  if (!opened.ok) {
    throw new Error(opened.error.code);
  }
  const journal = opened.value;
  const bare = createWalletApi({
    baseUrl: wallet.url,
    credentials: { clientId: wallet.clientId, macKey: wallet.macKey },
    userAgent: 'WalletTill/test',
    clock,
  });
  const { read: actor } = createStationActor();
  const { api } = createJournaledTill({ journal, actor, monotonic: () => performance.now() });
  onTestFinished(async () => {
    journal.close();
    await bare.close();
    await wallet.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    journal,
    api: api(bare),
    link: () => bare.link,
    setClock: (ms: number) => {
      aheadMs = ms;
    },
    look() {
      journal.flush();
      const entries = readJournalFile(folder, (database) => listEntries(database, { last: 100, key: null }));
      const verdict = readJournalFile(folder, (database) =>
        verifyJournal(database, keys, journalFiles({ folder }).anchor),
      );
      return { entries: entries.ok ? (entries.value ?? []) : [], verdict: verdict.ok ? verdict.value : null };
    },
  };
}

test('a clock stepped forth and back while the till runs: customers are served, changes done, the chain holds and tells of it', async () => {
  const { api, setClock, look } = await station();
  const serve = async (step: string) => {
    expect(await api.call(readWallet, { walletId: 14471 }), step).toMatchObject({ ok: true, value: { id: 14471 } });
    expect(await api.call(setDescription, { walletId: 14471, description: step }), step).toMatchObject({ ok: true });
  };
  await serve('right');
  setClock(26 * hour);
  await serve('forth');
  setClock(-3 * hour);
  await serve('back');
  setClock(0);
  await serve('right again');
  const { entries, verdict } = look();
  expect(verdict).toMatchObject({ misfit: null });
  expect(entries.map(({ operation }) => operation).filter((name) => name.startsWith('clock.'))).toEqual([
    'clock.set-forward',
    'clock.set-back',
    'clock.set-forward',
  ]);
  expect(
    entries.filter(({ operation, outcome }) => operation === 'description.set' && outcome === 'done'),
  ).toHaveLength(4);
});

test('the strip says by how much the clock is off, with what to do, and stops when it is right again', async () => {
  const { api, link, setClock } = await station();
  const texts = textsOf((await startTexts('en')).t, 'en');
  const chip = async () => {
    await api.call(readServer, {});
    const now = link();
    return linkChip(now.kind === 'reached' ? now : { kind: 'unchecked' }, texts);
  };
  expect((await chip()).state).toBe('ok');
  setClock(-2 * hour);
  expect(await chip()).toMatchObject({ state: 'care', note: expect.stringMatching(/7.?200 s slow/) });
  setClock(2 * hour);
  expect(await chip()).toMatchObject({
    state: 'care',
    note: expect.stringMatching(/7.?200 s fast/),
    next: expect.any(String),
  });
  setClock(0);
  expect((await chip()).state).toBe('ok');
});
