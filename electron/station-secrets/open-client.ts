import { readFileSync } from 'node:fs';
import { ok, type Result } from '../../shared/errors/result.ts';
import { openSecretStore, openTokenFile } from '../credentials/open-secret-store.ts';
import type { Credentials } from '../credentials/read-credentials.ts';
import type { SecretStore } from '../credentials/secret-store.ts';
import type { Keyring } from '../credentials/secrets-in-keyring.ts';
import { createSentRequestsFolder } from '../credentials/sent-requests.ts';
import type { TokenFile } from '../credentials/token-file.ts';
import { createWrongGuessFile } from '../credentials/wrong-guess-file.ts';
import { readTrustedCertificates } from '../settings/read-trusted-certificates.ts';
import type { Settings } from '../settings/settings.ts';
import { createAttemptGuard } from '../wallet-api/attempt-guard.ts';
import { createWalletApi } from '../wallet-api/client.ts';
import type { OperationName } from '../wallet-api/operations.ts';
import { createRequestBudget } from '../wallet-api/request-budget.ts';
import type { WalletApi } from '../wallet-api/wallet-api.ts';

export interface OpenStationClientOptions {
  readonly settings: Settings;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Null where nothing opens a keyring: the command line. */
  readonly keyring: Keyring | null;
  readonly platform?: NodeJS.Platform;
  /** Product and version. */
  readonly userAgent: string;
}

/** What a live station calls the API with, but for its credentials, which may change. */
export interface StationClient {
  /** Where its secrets are; none was read yet. */
  readonly secrets: SecretStore;
  readonly tokens: TokenFile;
  /** Makes the way to the API: address, limits and counted guesses stay the same for all of them. */
  readonly open: (credentials: Credentials) => WalletApi;
}

/** Opens it as the settings say, for a window and for a command alike. Errors: `settings.*` for the authorities to trust. */
export function openStationClient(options: OpenStationClientOptions): Result<StationClient> {
  const { settings, userAgent } = options;
  const trusted = readTrustedCertificates(settings, (file) => readFileSync(file, 'utf8'));
  if (!trusted.ok) {
    return trusted;
  }
  const secrets = openSecretStore(options);
  const tokens = openTokenFile(secrets, settings.dataDir);
  const budget = createRequestBudget({
    nowMs: () => performance.now(),
    shared: createSentRequestsFolder(settings.dataDir),
  });
  const attempts = createAttemptGuard(Date.now, createWrongGuessFile(settings.dataDir));
  const open = (credentials: Credentials): WalletApi =>
    createWalletApi({
      baseUrl: settings.apiUrl,
      credentials,
      userAgent,
      ca: trusted.value,
      proxyUrl: settings.proxyUrl,
      tokens,
      budget,
      attempts,
      operations: settings.operations as readonly OperationName[] | null,
    });
  return ok({ secrets, tokens, open });
}
