import type { Result } from '../shared/errors/result.ts';
import { startApp } from './app.ts';
import type { Credentials } from './credentials/read-credentials.ts';
import { createStationReaders } from './devices/reader/station-readers.ts';
import { createWedgeReader } from './devices/reader/wedge-over-preload.ts';
import { printerModelIds } from './devices/receipt-printer/models.ts';
import { createEspeakVoice } from './devices/voice/espeak-over-process.ts';
import { speechProgram } from './devices/voice/speech-program.ts';
import { secretsInUse } from './diagnosis/known-secrets.ts';
import { findMark } from './diagnosis/marks.ts';
import { outcomeOf } from './journal/entry.ts';
import type { Log } from './log/log.ts';
import { createSettingsKeeper } from './settings/keep-settings.ts';
import { loadSettings } from './settings/load-settings.ts';
import { placeText } from './settings/printer-place.ts';
import type { LoadSettingsOptions } from './settings/setting-layers.ts';
import { productionApiUrl, type Settings, testServerMark } from './settings/settings.ts';
import { whyNotStarted } from './settings/why-not-started.ts';
import { createRealSeat } from './station-devices.ts';
import type { StationJournal } from './station-journal.ts';
import { createCommandAnswers } from './station-secrets/answer-commands.ts';
import { createGivenTexts } from './station-secrets/given-texts.ts';
import { createKeyDesk } from './station-secrets/key-desk.ts';
import type { StationClient } from './station-secrets/open-client.ts';
import { createStationSecrets } from './station-secrets/station-secrets.ts';
import { serveTill } from './till-socket/serve-till.ts';
import { operationNames } from './wallet-api/operations.ts';
import { fileDialog } from './windows/choose-file.ts';

// The live wiring: real API, real devices. Nothing of the simulator is reachable from here.

export interface LiveSecrets {
  readonly client: StationClient;
  readonly credentials: Credentials;
  readonly isFromEnvironment: boolean;
  readonly station: StationJournal;
}

export async function startLive(
  settings: Settings,
  given: LiveSecrets,
  log: Log,
  settingsOptions: LoadSettingsOptions,
): Promise<void> {
  const { credentials, isFromEnvironment, station } = given;
  const { tokens, open } = given.client;
  const testServer = settings.apiUrl !== productionApiUrl;
  const clock = Date.now;
  const secrets = createStationSecrets({
    settings,
    secrets: given.client.secrets,
    credentials,
    isFromEnvironment,
    open,
    clock,
  });
  const { api } = secrets;
  const knownSecrets = () => secretsInUse(secrets.signedWith, given.client.secrets);
  const onReplaced = (result: Result<unknown>): void => noteReplaced(station, result);
  // Nobody at the screen waits for it.
  const commands = serveTill({
    dataDir: settings.dataDir,
    answer: createCommandAnswers({
      ...{ secrets, tokens, clock, onReplaced },
      holdsSecret: (text) => findMark(text, { secrets: knownSecrets(), names: [] }) === 'secret',
    }),
  });
  void commands.then((served) => (served === null ? log.warn({}, 'no socket for the command line') : null));
  const { printer: place, printerModel, printerPaper, printerFont } = settings;
  const seat = createRealSeat(
    place === null ? null : { place: placeText(place), model: printerModel, paper: printerPaper, font: printerFont },
    station.printer,
  );
  const wedge = createWedgeReader(Date.now);
  const readers = [wedge, ...createStationReaders(settings, Date.now)];
  await startApp({
    settings,
    readSettings: () => loadSettings(settingsOptions),
    whyNotStarted: (wanted) => whyNotStarted(wanted, settingsOptions),
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
    knownSecrets,
    preload: settings.face === 'kiosk' ? 'preload-kiosk.cjs' : 'preload.cjs',
    close: async () => {
      await Promise.all([
        commands.then((served) => served?.close()),
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
