import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { type Credentials, readCredentials } from '../credentials/read-credentials.ts';
import type { SecretStore } from '../credentials/secret-store.ts';
import { testCredentials } from '../services/station-setup.ts';
import type { Settings } from '../settings/settings.ts';
import { createReplaceableApi } from '../wallet-api/replaceable-api.ts';
import type { WalletApi } from '../wallet-api/wallet-api.ts';
import { errorOfTest, type GivenSecret, replaceSecret } from './replace-secret.ts';

/** What may be told of the station's secrets: never one of them. */
export interface SecretsView {
  readonly by: 'mac' | 'certificate';
  readonly store: SecretStore['kind'];
  /** Null where a new key may be given here; else why not. */
  readonly fixed: 'systemd' | 'environment' | null;
}

/** The secrets of a running live station, and its way to the API, which changes with them. */
export interface StationSecrets {
  readonly api: WalletApi;
  readonly view: SecretsView;
  /** Every one that signed since the start, for whoever looks for secrets in what leaves the station. */
  readonly signedWith: readonly Credentials[];
  /** Tries a new key, keeps it, and signs with it from the next request on. Errors: those of `replaceSecret`. */
  replace(given: GivenSecret): Promise<Result<{ readonly latencyMs: number }>>;
  /** Reads the store again, for what a deployment or systemd changed in it. Errors: as above; the old one holds. */
  reload(): Promise<Result<{ readonly latencyMs: number }>>;
}

export interface StationSecretsOptions {
  readonly settings: Settings;
  readonly secrets: SecretStore;
  readonly credentials: Credentials;
  /** The key came in `TILL_MAC_KEY`: the next start would find the old one there. */
  readonly isFromEnvironment: boolean;
  readonly open: (credentials: Credentials) => WalletApi;
  readonly clock: () => number;
}

export function createStationSecrets(options: StationSecretsOptions): StationSecrets {
  const { settings, secrets, credentials, isFromEnvironment, open } = options;
  const api = createReplaceableApi(open(credentials));
  const given = isFromEnvironment ? 'environment' : null;
  const fixed = secrets.kind === 'systemd' ? 'systemd' : given;
  const signedWith: Credentials[] = [credentials];
  let isBusy = false;

  function use(next: Credentials, way: WalletApi): void {
    signedWith.push(next);
    api.replace(way);
  }

  async function alone<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    if (isBusy) {
      return err(appError('credentials.not-kept', { reason: 'another key is being tried' }));
    }
    isBusy = true;
    try {
      return await work();
    } finally {
      isBusy = false;
    }
  }

  return {
    api,
    signedWith,
    view: { by: 'cert' in credentials ? 'certificate' : 'mac', store: secrets.kind, fixed },

    replace: (secret) =>
      alone(async () => {
        if (fixed === 'environment') {
          const reason = 'TILL_MAC_KEY gives it';
          return err(appError('credentials.read-only', { reason, problems: [`TILL_MAC_KEY: ${reason}`] }));
        }
        const replaced = await replaceSecret(secret, options);
        if (!replaced.ok) {
          return replaced;
        }
        use(replaced.value.credentials, replaced.value.api);
        return ok({ latencyMs: replaced.value.latencyMs });
      }),

    reload: () =>
      alone(async () => {
        const read = readCredentials({ settings, secrets, env: {}, clock: options.clock });
        if (!read.ok) {
          return read;
        }
        const next = open(read.value);
        const outcome = await testCredentials(next);
        if (outcome.kind !== 'accepted') {
          await next.close();
          return err(errorOfTest(outcome));
        }
        use(read.value, next);
        return ok({ latencyMs: outcome.latencyMs });
      }),
  };
}
