import { type AttemptGuard, createAttemptGuard } from '../../electron/wallet-api/attempt-guard.ts';
import { createWalletApi, type WalletApiOptions } from '../../electron/wallet-api/client.ts';
import { createRequestBudget, type RequestBudget } from '../../electron/wallet-api/request-budget.ts';
import type { WalletApi } from '../../electron/wallet-api/wallet-api.ts';

interface Simulated {
  readonly url: string;
  readonly clientId: string;
  readonly macKey: string;
}

/** More than any test sends: the published limits have tests of their own. */
export function endlessBudget(): RequestBudget {
  return createRequestBudget({ nowMs: () => performance.now(), perMinute: 1e9, perHour: 1e9 });
}

/** An hour passes between two looks at its clock: each guess is another day's. */
export function forgetfulGuard(): AttemptGuard {
  let hours = 0;
  return createAttemptGuard(() => {
    hours += 1;
    return hours * 3_600_000;
  });
}

/** A client that neither the published limits nor earlier wrong codes hold back. */
export function unhurriedClient(api: Simulated, options: Partial<WalletApiOptions> = {}): WalletApi {
  return createWalletApi({
    baseUrl: api.url,
    credentials: { clientId: api.clientId, macKey: api.macKey },
    userAgent: 'WalletTill/test',
    budget: endlessBudget(),
    attempts: forgetfulGuard(),
    ...options,
  });
}
