import { readFileSync } from 'node:fs';
import { setTimeout as waitFor } from 'node:timers/promises';
import { ok, type Result } from '../../shared/errors/result.ts';
import { readCredentials } from '../credentials/read-credentials.ts';
import { createSentRequestsFolder } from '../credentials/sent-requests.ts';
import { createTokenFile } from '../credentials/token-file.ts';
import { createWrongGuessFile } from '../credentials/wrong-guess-file.ts';
import { printerSetup } from '../devices/receipt-printer/models.ts';
import { openPrinter } from '../devices/receipt-printer/open-printer.ts';
import { readTrustedCertificates } from '../settings/read-trusted-certificates.ts';
import { productionApiUrl, type Settings, testServerMark } from '../settings/settings.ts';
import type { StationJournal } from '../station-journal.ts';
import { createAttemptGuard } from '../wallet-api/attempt-guard.ts';
import { createWalletApi } from '../wallet-api/client.ts';
import type { OperationName } from '../wallet-api/operations.ts';
import { createRequestBudget } from '../wallet-api/request-budget.ts';
import type { Till } from './till.ts';

/**
 * Opens a till on the API and the printer that the settings name; nothing is contacted yet.
 * Takes `TILL_MAC_KEY` out of `env`. Errors: `credentials.*`, `settings.unreadable`, `settings.invalid`.
 */
export function openLiveTill(
  settings: Settings,
  userAgent: string,
  env: Record<string, string | undefined>,
  station: StationJournal,
): Result<Till> {
  const credentials = readCredentials({ settings, env });
  if (!credentials.ok) {
    return credentials;
  }
  const ca = readTrustedCertificates(settings, (file) => readFileSync(file, 'utf8'));
  if (!ca.ok) {
    return ca;
  }
  const api = createWalletApi({
    baseUrl: settings.apiUrl,
    credentials: credentials.value,
    userAgent,
    ca: ca.value,
    proxyUrl: settings.proxyUrl,
    tokens: createTokenFile(settings.dataDir),
    budget: createRequestBudget({
      nowMs: () => performance.now(),
      shared: createSentRequestsFolder(settings.dataDir),
    }),
    attempts: createAttemptGuard(Date.now, createWrongGuessFile(settings.dataDir)),
    operations: settings.operations as readonly OperationName[] | null,
  });
  const printer = settings.printer === null ? null : openPrinter(settings.printer, printerSetup(settings));
  return ok({
    settings,
    api: station.api(api),
    printer: printer === null ? null : station.printer(printer),
    journal: station.journal,
    receiptMark: settings.apiUrl === productionApiUrl ? null : testServerMark,
    wait: waitFor,
    async close() {
      await Promise.all([api.close(), printer?.close()]);
      station.journal.close();
    },
  });
}
