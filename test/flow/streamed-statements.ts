import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { listStatements } from '../../electron/services/account-lists.ts';
import { startWalletSimulator } from '../../simulator/wallet/server.ts';
import { unhurriedClient } from './unhurried-client.ts';

/** The sample wallet with ten thousand statements. */
export const richWallet = 30009;
export const richStatements = 10_000;

export interface StreamReport {
  readonly rows: number;
  readonly distinctIds: number;
  readonly pages: number;
  /** Pages that were still in memory after a collection, at the worst moment. */
  readonly mostPagesKept: number;
}

// A collection takes longer than reading a page.
const pagesBetweenCollections = 5;

/** Streams ten thousand statements and looks now and then which earlier pages are still in memory. */
export async function streamStatements(options: { readonly keepPages?: boolean } = {}): Promise<StreamReport> {
  const collect = garbageCollector();
  const simulator = await startWalletSimulator();
  const api = unhurriedClient(simulator);
  const pages: WeakRef<object>[] = [];
  const kept: object[] = [];
  const ids = new Set<number>();
  let rows = 0;
  let mostPagesKept = 0;
  try {
    for await (const page of listStatements(api, richWallet, { from: 0 }, { clock: Date.now })) {
      if (!page.ok) {
        throw new Error(page.error.code);
      }
      rows += page.value.rows.length;
      for (const { id } of page.value.rows) {
        ids.add(id);
      }
      pages.push(new WeakRef(page.value.rows));
      if (options.keepPages) {
        kept.push(page.value.rows);
      }
      if (pages.length % pagesBetweenCollections !== 0) {
        continue;
      }
      // What a weak reference was just made of lives until the turn of the event loop is over.
      await nextTurn();
      collect();
      mostPagesKept = Math.max(mostPagesKept, pages.filter((weak) => weak.deref() !== undefined).length);
    }
  } finally {
    await api.close();
    await simulator.close();
  }
  return { rows, distinctIds: ids.size, pages: pages.length, mostPagesKept };
}

function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
