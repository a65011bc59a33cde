import { app } from 'electron';
import type { Result } from '../shared/errors/result.ts';
import { startApp } from './app.ts';
import { openTokenFile } from './credentials/open-secret-store.ts';
import type { Credentials } from './credentials/read-credentials.ts';
import type { SecretStore } from './credentials/secret-store.ts';
import { createStationReaders } from './devices/reader/station-readers.ts';
import { createWedgeReader } from './devices/reader/wedge-over-preload.ts';
import { findPrinters } from './devices/receipt-printer/find-printers.ts';
import { printerModelIds, printerSetup } from './devices/receipt-printer/models.ts';
import { openPrinter } from './devices/receipt-printer/open-printer.ts';
import { createPrinterSeat } from './devices/receipt-printer/printer-seat.ts';
import { createEspeakVoice } from './devices/voice/espeak-over-process.ts';
import { speechProgram } from './devices/voice/speech-program.ts';
import { secretsInText } from './diagnosis/known-secrets.ts';
import { outcomeOf } from './journal/entry.ts';
import type { Log } from './log/log.ts';
import { createSettingsKeeper } from './settings/keep-settings.ts';
import { PrinterPlaceText, placeText } from './settings/printer-place.ts';
import { productionApiUrl, type Settings, testServerMark } from './settings/settings.ts';
import type { StationJournal } from './station-journal.ts';
import { createCommandAnswers } from './station-secrets/answer-commands.ts';
import { createGivenTexts } from './station-secrets/given-texts.ts';
import { createKeyDesk } from './station-secrets/key-desk.ts';
import { createClientMaker } from './station-secrets/open-client.ts';
import { createStationSecrets } from './station-secrets/station-secrets.ts';
import { serveTill } from './till-socket/serve-till.ts';
import { operationNames } from './wallet-api/operations.ts';
import { fileDialog } from './windows/choose-file.ts';

// The live wiring: real API, real devices. Nothing of the simulator is reachable from here.

const keptNames = ['mac-key', 'client-certificate-key', 'access-token'] as const;

export interface LiveSecrets {
  readonly credentials: Credentials;
  readonly isFromEnvironment: boolean;
  /** Where they are kept. */
  readonly secrets: SecretStore;
  /** Authorities to trust, in PEM; undefined for the system's. */
  readonly trusted: readonly string[] | undefined;
  readonly station: StationJournal;
}

export async function startLive(settings: Settings, given: LiveSecrets, log: Log): Promise<void> {
  const { credentials, isFromEnvironment, trusted, station } = given;
  const testServer = settings.apiUrl !== productionApiUrl;
  const tokens = openTokenFile(given.secrets, settings.dataDir);
  const open = createClientMaker({ settings, userAgent: `WalletTill/${app.getVersion()}`, trusted, tokens });
  const clock = Date.now;
  const secrets = createStationSecrets({
    settings,
    secrets: given.secrets,
    credentials,
    isFromEnvironment,
    open,
    clock,
  });
  const { api } = secrets;
  const onReplaced = (result: Result<unknown>): void => noteReplaced(station, result);
  const commands = await serveTill({
    dataDir: settings.dataDir,
    answer: createCommandAnswers({ secrets, tokens, clock, onReplaced }),
  });
  if (commands === null) {
    log.warn({}, 'no socket for the command line');
  }
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
    voice: createEspeakVoice(speechProgram('espeak-ng')),
    receiptMark: testServer ? testServerMark : null,
    testServer,
    keys: createKeyDesk(secrets, createGivenTexts(fileDialog()), onReplaced),
    // The key of the start, and what is kept now: another one may hold by then, and neither may leave the station.
    knownSecrets: () => [
      ...secretsInText('macKey' in credentials ? credentials.macKey : credentials.key),
      ...keptNames.flatMap((name) => {
        const kept = given.secrets.read(name);
        return kept.ok && kept.value !== null ? secretsInText(kept.value) : [];
      }),
    ],
    preload: settings.face === 'kiosk' ? 'preload-kiosk.cjs' : 'preload.cjs',
    close: async () => {
      await Promise.all([
        commands?.close(),
        api.close(),
        seat.printer.close(),
        ...readers.map((reader) => reader.close()),
      ]);
    },
  });
}

/** That a key was changed, or was tried and did not work; nothing of the key. */
function noteReplaced({ journal, actor }: StationJournal, result: Result<unknown>): void {
  journal.note(
    { ...actor.read(), operation: 'secret.replace', subject: null, wallet: null },
    outcomeOf(result.ok ? null : result.error.code),
  );
}
