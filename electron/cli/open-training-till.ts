import { setTimeout as waitFor } from 'node:timers/promises';
import { startPrinterSimulator } from '../../simulator/printer/server.ts';
import { startWalletSimulator } from '../../simulator/wallet/server.ts';
import { createEscposOverTcp } from '../devices/receipt-printer/escpos-over-tcp.ts';
import { printableLine, printerSetup } from '../devices/receipt-printer/models.ts';
import type { Settings } from '../settings/settings.ts';
import type { StationJournal } from '../station-journal.ts';
import { trainingMark } from '../training/mark.ts';
import { createWalletApi } from '../wallet-api/client.ts';
import type { OperationName } from '../wallet-api/operations.ts';
import type { Till } from './till.ts';

/** Brings up a till on a simulated API and a simulated printer of its own; both end with it. */
export async function openTrainingTill(settings: Settings, userAgent: string, station: StationJournal): Promise<Till> {
  const setup = printerSetup(settings);
  const { pages, dialect } = setup.model;
  const { columns } = printableLine(setup.model, setup);
  const [wallet, paper] = await Promise.all([
    startWalletSimulator(),
    startPrinterSimulator({ columns, pages, dialect }),
  ]);
  const credentials = { clientId: wallet.clientId, macKey: wallet.macKey };
  const api = createWalletApi({
    baseUrl: wallet.url,
    credentials,
    userAgent,
    operations: settings.operations as readonly OperationName[] | null,
  });
  const printer = createEscposOverTcp({ ...setup, host: paper.host, port: paper.port });
  return {
    settings,
    api: station.api(api),
    printer: station.printer(printer),
    journal: station.journal,
    receiptMark: trainingMark,
    wait: waitFor,
    async close() {
      await Promise.all([api.close(), printer.close()]);
      await Promise.all([wallet.close(), paper.close()]);
      station.journal.close();
    },
  };
}
