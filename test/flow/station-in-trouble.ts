import { onTestFinished } from 'vitest';
import { createLog } from '../../electron/log/log.ts';
import { openStationJournal } from '../../electron/station-journal.ts';
import { createWalletApi } from '../../electron/wallet-api/client.ts';
import { readWallet } from '../../electron/wallet-api/endpoints/read-wallet.ts';
import { setDescription } from '../../electron/wallet-api/endpoints/set-description.ts';
import { journalChips } from '../../renderer/cashier/journal-chip.ts';
import { startTexts, textsOf } from '../../renderer/ui/i18n/i18n.ts';
import { startWalletSimulator } from '../../simulator/wallet/server.ts';

/** A station whose data lie in `folder`: its journal, its log, and the API through the journal as in every wiring. */
export async function openStationIn(folder: string) {
  const wallet = await startWalletSimulator();
  const opened = openStationJournal({ folder, env: {} });
  if (!opened.ok) {
    throw new Error(`the station does not open: ${opened.error.code}`);
  }
  const station = opened.value;
  const bare = createWalletApi({
    baseUrl: wallet.url,
    credentials: { clientId: wallet.clientId, macKey: wallet.macKey },
    userAgent: 'WalletTill/test',
  });
  const api = station.api(bare);
  const log = createLog({ writeAside: () => {} });
  log.keepIn(folder);
  onTestFinished(async () => {
    station.journal.close();
    await bare.close();
    await wallet.close();
  });
  return {
    wallet,
    log,
    journal: station.journal,
    lookUp: () => api.call(readWallet, { walletId: 14471 }),
    change: (description: string) => api.call(setDescription, { walletId: 14471, description }),
    /** What the strip says of the journal just now, in one language. */
    async sentence(locale: 'en' | 'lt' | 'ru') {
      const texts = textsOf((await startTexts(locale)).t, locale);
      return journalChips(station.journal.state, texts).map(({ note, next }) => ({ note, next }));
    },
  };
}
