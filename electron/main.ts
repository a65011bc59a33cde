import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { app, dialog, safeStorage } from 'electron';
import { type AppError, appError, exitStatusOf } from '../shared/errors/app-error.ts';
import { errorTable } from '../shared/errors/error-table.ts';
import { err, ok, type Result } from '../shared/errors/result.ts';
import { readCredentials } from './credentials/read-credentials.ts';
import { lineOfSettings, printerModels } from './devices/receipt-printer/models.ts';
import { leaveRunningMark } from './diagnosis/running-mark.ts';
import { describeFault } from './log/describe-fault.ts';
import { createLog } from './log/log.ts';
import { loadSettings } from './settings/load-settings.ts';
import type { LoadSettingsOptions } from './settings/setting-layers.ts';
import type { Settings } from './settings/settings.ts';
import { whyNotStarted } from './settings/why-not-started.ts';
import { openStationJournal } from './station-journal.ts';
import { openStationClient } from './station-secrets/open-client.ts';
import { operationNames } from './wallet-api/operations.ts';
import { registerAppScheme } from './windows/app-protocol.ts';
import { hardenEveryPage } from './windows/harden-session.ts';

const log = createLog();
const readText = (file: string) => readFileSync(file, 'utf8');
process.on('uncaughtException', (fault) => log.error({ fault: describeFault(fault) }, 'uncaught'));
process.on('unhandledRejection', (fault) => log.error({ fault: describeFault(fault) }, 'unhandled'));

/** Says why the station does not start, in a box and on standard error, and ends with the kind's exit status. */
function refuseToStart(error: AppError): void {
  const problems = error.details?.problems;
  const lines = [errorTable[error.code].meaning, ...(Array.isArray(problems) ? problems : [])];
  log.error({ code: error.code }, 'not started');
  dialog.showErrorBox('Wallet Till does not start', `${lines.join('\n')}\n\n(${error.code})`);
  app.exit(exitStatusOf(error));
}

/** What is learnt with must not lie among what is real. */
function stationFolder({ mode, dataDir }: Settings): string {
  return mode === 'training' ? path.join(dataDir, 'training') : dataDir;
}

/** A folder that cannot be written to would show itself later, and as something else. Errors: `settings.invalid`. */
function withWritableFolder(settings: Settings): Result<Settings> {
  try {
    mkdirSync(stationFolder(settings), { recursive: true, mode: 0o700 });
    accessSync(stationFolder(settings), constants.W_OK | constants.X_OK);
    return ok(settings);
  } catch (fault) {
    const reason = (fault as NodeJS.ErrnoException).code ?? 'unusable';
    if (reason === 'EROFS' || reason === 'ENOSPC') {
      return ok(settings); // a state of the disk, which the strip shows; it may end while the till runs
    }
    const problem = `TILL_DATA_DIR: the folder cannot be written to (${reason}); allowed: a folder of the till's own user`;
    return err(appError('settings.invalid', { problems: [problem] }));
  }
}

/** Each mode is another wiring, loaded alone: the live one holds nothing of the simulator. */
async function start(settings: Settings): Promise<void> {
  const refusal = whyNotStarted(settings, settingsOptions);
  if (refusal !== null) {
    refuseToStart(refusal);
    return;
  }
  const station = openStationJournal({ folder: stationFolder(settings), env: process.env });
  if (!station.ok) {
    refuseToStart(station.error);
    return;
  }
  if (settings.mode === 'training') {
    const { startTraining } = await import('./training.ts');
    await startTraining(settings, station.value, log, settingsOptions);
    return;
  }
  const { env } = process;
  const client = openStationClient({
    settings,
    env,
    keyring: safeStorage,
    userAgent: `WalletTill/${app.getVersion()}`,
  });
  if (!client.ok) {
    refuseToStart(client.error);
    return;
  }
  const isFromEnvironment = Boolean(env.TILL_MAC_KEY);
  const credentials = readCredentials({ settings, secrets: client.value.secrets, env });
  if (!credentials.ok) {
    refuseToStart(credentials.error);
    return;
  }
  const { startLive } = await import('./live.ts');
  const given = { client: client.value, credentials: credentials.value, isFromEnvironment };
  await startLive(settings, { ...given, station: station.value }, log, settingsOptions);
}

const settingsOptions: LoadSettingsOptions = {
  env: process.env,
  platform: process.platform,
  homeDir: homedir(),
  readFile: readText,
  knownPrinterModels: Object.keys(printerModels),
  knownOperations: operationNames,
  lineOf: lineOfSettings,
};
const settings = loadSettings(settingsOptions);
const station = settings.ok ? withWritableFolder(settings.value) : settings;
app.enableSandbox();
if (settings.ok && settings.value.face === 'kiosk' && process.platform === 'linux') {
  // Chromium speaks on Linux through the system's voices, and only when it is told to.
  app.commandLine.appendSwitch('enable-speech-dispatcher');
}
registerAppScheme();
hardenEveryPage();
if (station.ok) {
  app.setPath('userData', stationFolder(station.value));
}
if (station.ok && !app.requestSingleInstanceLock()) {
  // Two tills in one folder would share a reader and a printer.
  log.info({}, 'already running: its window comes forward');
  app.exit(0);
} else {
  if (station.ok) {
    const { mode, face } = station.value;
    log.keepIn(stationFolder(station.value));
    app.once('quit', leaveRunningMark(stationFolder(station.value)));
    const host = process.versions.electron === undefined ? 'chromium-host' : 'electron';
    log.info({ version: app.getVersion(), mode, face, host }, 'started');
  }
  // Not awaited at the top: Electron does not become ready before this module has been evaluated.
  void app
    .whenReady()
    .then(() => (station.ok ? start(station.value) : refuseToStart(station.error)))
    .catch((fault: unknown) => {
      log.error({ fault: describeFault(fault) }, 'start failed');
      app.exit(1);
    });
}
