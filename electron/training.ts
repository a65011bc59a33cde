import { app, safeStorage } from 'electron';
import { startPrinterSimulator } from '../simulator/printer/server.ts';
import { createSimulatedCardReader, createSimulatedScanner } from '../simulator/readers.ts';
import { startWalletSimulator } from '../simulator/wallet/server.ts';
import { startApp } from './app.ts';
import { createStationReaders } from './devices/reader/station-readers.ts';
import { createWedgeReader } from './devices/reader/wedge-over-preload.ts';
import { createEscposOverTcp } from './devices/receipt-printer/escpos-over-tcp.ts';
import { printableLine, printerModelIds, printerSetup } from './devices/receipt-printer/models.ts';
import { createPrinterSeat } from './devices/receipt-printer/printer-seat.ts';
import { createEspeakVoice } from './devices/voice/espeak-over-process.ts';
import { speechProgram } from './devices/voice/speech-program.ts';
import type { Log } from './log/log.ts';
import { createSettingsKeeper } from './settings/keep-settings.ts';
import { loadSettings } from './settings/load-settings.ts';
import type { LoadSettingsOptions } from './settings/setting-layers.ts';
import type { Settings } from './settings/settings.ts';
import { whyNotStarted } from './settings/why-not-started.ts';
import { createRealSeat, setupOfChoice } from './station-devices.ts';
import { openStationPeople, type StationJournal } from './station-journal.ts';
import { createGivenTexts } from './station-secrets/given-texts.ts';
import { trainingMark } from './training/mark.ts';
import { createSetupDevices } from './training/setup-devices.ts';
import { createSetupRoom } from './training/setup-room.ts';
import { createTrainingRoom } from './training/training-room.ts';
import { createWalletApi } from './wallet-api/client.ts';
import { type OperationName, operationNames } from './wallet-api/operations.ts';
import { createRequestBudget } from './wallet-api/request-budget.ts';
import { fileDialog } from './windows/choose-file.ts';

// The training wiring: another API, another printer, other readers, all inside this process and on loopback.

export async function startTraining(
  settings: Settings,
  station: StationJournal,
  log: Log,
  settingsOptions: LoadSettingsOptions,
): Promise<void> {
  const setup = printerSetup(settings);
  const { pages, dialect } = setup.model;
  const { columns } = printableLine(setup.model, setup);
  const codeListeners = new Set<() => void>();
  const wallet = await startWalletSimulator({
    onCodeSent: () => {
      for (const listener of codeListeners) {
        listener();
      }
    },
  });
  const paper = await startPrinterSimulator({ columns, pages, dialect });
  const api = createWalletApi({
    baseUrl: wallet.url,
    credentials: { clientId: wallet.clientId, macKey: wallet.macKey },
    userAgent: `WalletTill/${app.getVersion()}`,
    operations: settings.operations as readonly OperationName[] | null,
    // The service is this station's own: a lesson that goes through everything at once is not held up.
    budget: createRequestBudget({ nowMs: () => performance.now(), perMinute: 1_000, perHour: 20_000 }),
  });
  // It is this station's own: what happens to it in the dock is seen on the strip at once.
  const simulated = `tcp://${paper.host}:${paper.port}`;
  const seat = createPrinterSeat({
    choice: {
      place: simulated,
      model: settings.printerModel,
      paper: settings.printerPaper,
      font: settings.printerFont,
    },
    open: (choice) =>
      station.printer(
        createEscposOverTcp({ ...setupOfChoice(choice), host: paper.host, port: paper.port, isShared: false }),
      ),
    mayUse: (place) => place === simulated,
    find: async () => [{ place: simulated, name: setup.model.name }],
  });
  // The simulated printer has another address at each start: only what it is gets kept.
  const keep = createSettingsKeeper(settings, { printerModels: printerModelIds, operations: operationNames });
  const cards = createSimulatedCardReader(Date.now);
  const scanner = createSimulatedScanner(Date.now);
  const wedge = createWedgeReader(Date.now);
  let closeSetup = async (): Promise<void> => {};
  await startApp({
    settings,
    readSettings: () => loadSettings(settingsOptions),
    whyNotStarted: (wanted) => whyNotStarted(wanted, settingsOptions),
    log,
    api: station.api(api),
    seat,
    station,
    saveSettings: ({ printer: _place, ...changes }) => keep(changes),
    readers: [wedge, scanner, cards],
    wedge,
    voice: createEspeakVoice(speechProgram('espeak-ng')),
    receiptMark: trainingMark,
    testServer: false,
    keys: null,
    preload: settings.face === 'kiosk' ? 'preload-kiosk-training.cjs' : 'preload-training.cjs',
    extend: (till) => {
      const setupDevices = createSetupDevices({
        till,
        settings,
        // For the wizard alone: the printers that the live station to come will have.
        seat: createRealSeat(null),
        openReaders: (station) => createStationReaders(station, Date.now),
        clock: Date.now,
      });
      closeSetup = setupDevices.close;
      createSetupRoom({
        till,
        settings,
        options: settingsOptions,
        userAgent: `WalletTill/${app.getVersion()}`,
        keyring: safeStorage,
        texts: createGivenTexts(fileDialog()),
        devices: setupDevices,
        openPeople: () => openStationPeople({ folder: settings.dataDir, env: settingsOptions.env }),
        restart() {
          app.relaunch();
          app.quit();
        },
      });
      createTrainingRoom({
        till,
        wallet,
        paper,
        cards,
        scanner,
        onCodeSent: (listener) => codeListeners.add(listener),
      });
    },
    close: async () => {
      await Promise.all([api.close(), seat.printer.close(), closeSetup()]);
      await Promise.all([wallet.close(), paper.close()]);
    },
  });
}
