import { app } from 'electron';
import { startApp } from './app.ts';
import type { Credentials } from './credentials/read-credentials.ts';
import { createSentRequestsFolder } from './credentials/sent-requests.ts';
import { createTokenFile } from './credentials/token-file.ts';
import { createWrongGuessFile } from './credentials/wrong-guess-file.ts';
import { createStationReaders } from './devices/reader/station-readers.ts';
import { createWedgeReader } from './devices/reader/wedge-over-preload.ts';
import { findPrinters } from './devices/receipt-printer/find-printers.ts';
import { printerModelIds, printerSetup } from './devices/receipt-printer/models.ts';
import { openPrinter } from './devices/receipt-printer/open-printer.ts';
import { createPrinterSeat } from './devices/receipt-printer/printer-seat.ts';
import type { Log } from './log/log.ts';
import { createSettingsKeeper } from './settings/keep-settings.ts';
import { PrinterPlaceText, placeText } from './settings/printer-place.ts';
import { productionApiUrl, type Settings, testServerMark } from './settings/settings.ts';
import type { StationJournal } from './station-journal.ts';
import { createAttemptGuard } from './wallet-api/attempt-guard.ts';
import { createWalletApi } from './wallet-api/client.ts';
import { type OperationName, operationNames } from './wallet-api/operations.ts';
import { createRequestBudget } from './wallet-api/request-budget.ts';

// The live wiring: real API, real devices. Nothing of the simulator is reachable from here.

export interface LiveSecrets {
  readonly credentials: Credentials;
  /** Authorities to trust, in PEM; undefined for the system's. */
  readonly trusted: readonly string[] | undefined;
  readonly station: StationJournal;
}

export async function startLive(
  settings: Settings,
  { credentials, trusted, station }: LiveSecrets,
  log: Log,
): Promise<void> {
  const testServer = settings.apiUrl !== productionApiUrl;
  const api = createWalletApi({
    baseUrl: settings.apiUrl,
    credentials,
    userAgent: `WalletTill/${app.getVersion()}`,
    ca: trusted,
    proxyUrl: settings.proxyUrl,
    tokens: createTokenFile(settings.dataDir),
    budget: createRequestBudget({
      nowMs: () => performance.now(),
      shared: createSentRequestsFolder(settings.dataDir),
    }),
    attempts: createAttemptGuard(Date.now, createWrongGuessFile(settings.dataDir)),
    operations: settings.operations as readonly OperationName[] | null,
  });
  const { printer: place, printerModel, printerPaper, printerFont } = settings;
  const seat = createPrinterSeat({
    choice:
      place === null ? null : { place: placeText(place), model: printerModel, paper: printerPaper, font: printerFont },
    open: ({ place: text, model, paper, font }) =>
      station.printer(
        openPrinter(
          PrinterPlaceText.parse(text),
          printerSetup({ printerModel: model, printerPaper: paper, printerFont: font }),
        ),
      ),
    mayUse: (text) => PrinterPlaceText.safeParse(text).success,
    find: () => findPrinters(),
  });
  const wedge = createWedgeReader(Date.now);
  const readers = [wedge, ...createStationReaders(settings, Date.now)];
  await startApp({
    settings,
    log,
    api: station.api(api),
    seat,
    station,
    saveSettings: createSettingsKeeper(settings, { printerModels: printerModelIds, operations: operationNames }),
    readers,
    wedge,
    receiptMark: testServer ? testServerMark : null,
    testServer,
    preload: settings.face === 'kiosk' ? 'preload-kiosk.cjs' : 'preload.cjs',
    close: async () => {
      await Promise.all([api.close(), seat.printer.close(), ...readers.map((reader) => reader.close())]);
    },
  });
}
