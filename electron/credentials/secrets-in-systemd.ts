import path from 'node:path';
import { appError } from '../../shared/errors/app-error.ts';
import { err, type Result } from '../../shared/errors/result.ts';
import { credentialsError, type FileAccess, noneIfMissing, readGivenBySystem } from './guarded-file.ts';
import type { SecretName, SecretStore } from './secret-store.ts';

export interface SystemdOptions extends FileAccess {
  /** `$CREDENTIALS_DIRECTORY`, which systemd makes for one run of a unit; null where nobody set it. */
  readonly directory: string | null;
}

/** Secrets that systemd gives to the service under their names (`LoadCredential=`). They are read and never written. */
export function createSystemdSecrets(options: SystemdOptions): SecretStore {
  const { directory } = options;
  const placeOf = (name: SecretName): string => `$CREDENTIALS_DIRECTORY/${name}`;
  const readOnly = (name: SecretName): Result<never> => {
    const reason = `systemd gives it; change it in the unit, then systemctl restart`;
    return err(appError('credentials.read-only', { reason, problems: [`${placeOf(name)}: ${reason}`] }));
  };
  return {
    kind: 'systemd',
    placeOf,
    read(name) {
      if (directory === null) {
        const reason = 'not set; allowed: a unit with LoadCredential= or LoadCredentialEncrypted=';
        return err(credentialsError('credentials.unreadable', '$CREDENTIALS_DIRECTORY', reason));
      }
      return noneIfMissing(readGivenBySystem(path.join(directory, name), placeOf(name), options));
    },
    keep: readOnly,
    forget: readOnly,
  };
}
