import { setTimeout as waitFor } from 'node:timers/promises';
import { ok, type Result } from '../../shared/errors/result.ts';
import { readCredentials } from '../credentials/read-credentials.ts';
import { printerSetup } from '../devices/receipt-printer/models.ts';
import { openPrinter } from '../devices/receipt-printer/open-printer.ts';
import { productionApiUrl, type Settings, testServerMark } from '../settings/settings.ts';
import type { StationJournal } from '../station-journal.ts';
import { createApiOfRunningTill } from '../station-secrets/api-of-running-till.ts';
import { openStationClient } from '../station-secrets/open-client.ts';
import { askTill } from '../till-socket/ask-till.ts';
import type { WalletApi } from '../wallet-api/wallet-api.ts';
import type { Till } from './till.ts';

type Environment = Record<string, string | undefined>;

/**
 * What only the running till opens, it is asked for: then it signs and sends, and the secret stays with it. A keyring is
 * the window's; what systemd gives is the unit's, and a command that runs outside of it has none.
 */
export function needsRunningTill({ secretStore }: Settings, env: Environment): boolean {
  const isOutOfReach = { file: false, keyring: true, systemd: !env.CREDENTIALS_DIRECTORY }[secretStore];
  return isOutOfReach && !env.TILL_MAC_KEY;
}

/**
 * Opens a till on the API and the printer that the settings name; the API is not contacted yet.
 * Takes `TILL_MAC_KEY` out of `env`. Errors: `credentials.*`, `settings.unreadable`, `settings.invalid`.
 */
export async function openLiveTill(
  settings: Settings,
  userAgent: string,
  env: Environment,
  station: StationJournal,
): Promise<Result<Till>> {
  const api = needsRunningTill(settings, env)
    ? await openThroughRunningTill(settings)
    : openHere(settings, userAgent, env);
  if (!api.ok) {
    return api;
  }
  const printer = settings.printer === null ? null : openPrinter(settings.printer, printerSetup(settings));
  return ok({
    settings,
    api: station.api(api.value),
    printer: printer === null ? null : station.printer(printer),
    journal: station.journal,
    receiptMark: settings.apiUrl === productionApiUrl ? null : testServerMark,
    wait: waitFor,
    async close() {
      await Promise.all([api.value.close(), printer?.close()]);
      station.journal.close();
    },
  });
}

async function openThroughRunningTill({ dataDir, operations }: Settings): Promise<Result<WalletApi>> {
  const till = await askTill({ dataDir });
  return till.ok ? ok(createApiOfRunningTill(till.value, operations)) : till;
}

function openHere(settings: Settings, userAgent: string, env: Environment): Result<WalletApi> {
  const client = openStationClient({ settings, env, keyring: null, userAgent });
  if (!client.ok) {
    return client;
  }
  const { secrets, open } = client.value;
  const credentials = readCredentials({ settings, secrets, env });
  return credentials.ok ? ok(open(credentials.value)) : credentials;
}
