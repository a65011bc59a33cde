import type { Credentials } from '../credentials/read-credentials.ts';
import { createSentRequestsFolder } from '../credentials/sent-requests.ts';
import type { TokenFile } from '../credentials/token-file.ts';
import { createWrongGuessFile } from '../credentials/wrong-guess-file.ts';
import type { Settings } from '../settings/settings.ts';
import { createAttemptGuard } from '../wallet-api/attempt-guard.ts';
import { createWalletApi } from '../wallet-api/client.ts';
import type { OperationName } from '../wallet-api/operations.ts';
import { createRequestBudget } from '../wallet-api/request-budget.ts';
import type { WalletApi } from '../wallet-api/wallet-api.ts';

export interface OpenClientOptions {
  readonly settings: Settings;
  /** Product and version. */
  readonly userAgent: string;
  /** Authorities to trust, in PEM; undefined for the system's. */
  readonly trusted: readonly string[] | undefined;
  readonly tokens: TokenFile;
}

/** Makes this station's way to the API for whatever credentials: address, limits and counted guesses stay the same. */
export function createClientMaker(options: OpenClientOptions): (credentials: Credentials) => WalletApi {
  const { settings, userAgent, trusted, tokens } = options;
  const budget = createRequestBudget({
    nowMs: () => performance.now(),
    shared: createSentRequestsFolder(settings.dataDir),
  });
  const attempts = createAttemptGuard(Date.now, createWrongGuessFile(settings.dataDir));
  return (credentials) =>
    createWalletApi({
      baseUrl: settings.apiUrl,
      credentials,
      userAgent,
      ca: trusted,
      proxyUrl: settings.proxyUrl,
      tokens,
      budget,
      attempts,
      operations: settings.operations as readonly OperationName[] | null,
    });
}
