import { nobody } from '../../electron/journal/entry.ts';
import { createCardRelation } from '../../electron/services/card-relation.ts';
import { createJournaledTill } from '../../electron/services/journaled-till.ts';
import type { WalletApi } from '../../electron/wallet-api/wallet-api.ts';
import { SessionId, WalletId } from '../../shared/domain/ids.ts';
import { defaultReaderRules } from '../../shared/domain/reader-rules.ts';
import { openJournalIn } from './journal-on-disk.ts';
import { unhurriedClient } from './unhurried-client.ts';

/** Where in relating the process is killed. */
export type KillMoment = 'before-it-is-sent' | 'before-it-is-answered' | 'after-it-is-answered';

export interface CardKillTask {
  readonly folder: string;
  readonly api: { readonly url: string; readonly clientId: string; readonly macKey: string };
  readonly moment: KillMoment;
}

export const session = SessionId.parse('session-1');
export const typedCard = { kind: 'typed', issuer: 'paysera', number: '5487963154' } as const;

/** The relation of cards over a journal on the disk, for one customer who is always served. */
export function openTill({ folder, api }: Pick<CardKillTask, 'folder' | 'api'>, wire = (way: WalletApi) => way) {
  const journal = openJournalIn(folder);
  const direct = unhurriedClient(api);
  const written = createJournaledTill({ journal, actor: () => nobody, monotonic: () => performance.now() });
  const journaled = written.api(wire(direct));
  const cards = createCardRelation({
    api: journaled,
    servedIn: () => ({ wallet: { id: WalletId.parse(14471), owner: 221 }, signal: new AbortController().signal }),
    rulesOf: () => defaultReaderRules,
    emit: () => {},
  });
  return {
    cards,
    journal,
    direct,
    api: journaled,
    async close() {
      await direct.close();
      journal.close();
    },
  };
}
