import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { app, dialog } from 'electron';
import { type AppError, appError, exitStatusOf } from '../shared/errors/app-error.ts';
import { errorTable } from '../shared/errors/error-table.ts';
import { readCredentials } from './credentials/read-credentials.ts';
import { type PrinterModelId, printerModels } from './devices/receipt-printer/models.ts';
import { createLog, describeFault } from './log.ts';
import { loadSettings } from './settings/load-settings.ts';
import { readTrustedCertificates } from './settings/read-trusted-certificates.ts';
import type { Settings } from './settings/settings.ts';
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

/** A width that the station's printer cannot print is found at start, not at the first customer. */
function checkReceiptWidth({ receiptWidth, printerModel }: Settings): AppError | null {
  const { columns, name } = printerModels[printerModel as PrinterModelId];
  const problem = `TILL_RECEIPT_WIDTH (receiptWidth) is not allowed; allowed: 8 to ${columns}, the columns of ${name}`;
  return receiptWidth !== null && receiptWidth > columns ? appError('settings.invalid', { problems: [problem] }) : null;
}

/** Each mode is another wiring, loaded alone: the live one holds nothing of the simulator. */
async function start(settings: Settings): Promise<void> {
  const tooWide = checkReceiptWidth(settings);
  if (tooWide !== null) {
    refuseToStart(tooWide);
    return;
  }
  if (settings.mode === 'training') {
    const { startTraining } = await import('./training.ts');
    await startTraining(settings, log);
    return;
  }
  const credentials = readCredentials({ settings, env: process.env });
  if (!credentials.ok) {
    refuseToStart(credentials.error);
    return;
  }
  const trusted = readTrustedCertificates(settings, readText);
  if (!trusted.ok) {
    refuseToStart(trusted.error);
    return;
  }
  const { startLive } = await import('./live.ts');
  await startLive(settings, { credentials: credentials.value, trusted: trusted.value }, log);
}

const settings = loadSettings({
  env: process.env,
  platform: process.platform,
  homeDir: homedir(),
  readFile: readText,
  knownPrinterModels: Object.keys(printerModels),
  knownOperations: operationNames,
});
app.enableSandbox();
registerAppScheme();
hardenEveryPage();
if (settings.ok) {
  const { mode, dataDir } = settings.value;
  // What is learnt with must not lie among what is real.
  app.setPath('userData', mode === 'training' ? path.join(dataDir, 'training') : dataDir);
}
if (!app.requestSingleInstanceLock()) {
  // The window that is there comes forward; two tills in one folder would share a reader and a printer.
  app.exit(0);
} else {
  // Not awaited at the top: Electron does not become ready before this module has been evaluated.
  void app
    .whenReady()
    .then(() => (settings.ok ? start(settings.value) : refuseToStart(settings.error)))
    .catch((fault: unknown) => {
      log.error({ fault: describeFault(fault) }, 'start failed');
      app.exit(1);
    });
}
