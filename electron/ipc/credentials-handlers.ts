import type { credentialsCalls, GivenKey } from '../../shared/contract/credentials.ts';
import type { GivenTextName } from '../../shared/domain/given-text.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import type { Handlers } from './register-calls.ts';

interface Keys {
  readonly view: {
    readonly by: 'mac' | 'certificate';
    readonly store: 'file' | 'keyring' | 'systemd';
    readonly fixed: 'systemd' | 'environment' | null;
  };
  readonly canChoose: boolean;
  choose(what: GivenTextName): Promise<string | null>;
  replace(given: GivenKey): Promise<Result<{ readonly latencyMs: number }>>;
}

/** What the station's key can be asked; null at a station that has none of its own. */
export function createCredentialsHandlers(keys: Keys | null): Handlers<typeof credentialsCalls> {
  const none = err(appError('settings.mode-conflict'));
  return {
    'credentials/read': () =>
      ok(keys === null ? { kind: 'none' } : { kind: 'kept', ...keys.view, canChoose: keys.canChoose }),
    'credentials/choose-file': async ({ what }) => (keys === null ? none : ok({ name: await keys.choose(what) })),
    'credentials/replace': ({ given }) => (keys === null ? none : keys.replace(given)),
  };
}
