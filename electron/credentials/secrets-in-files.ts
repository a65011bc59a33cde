import { rmSync } from 'node:fs';
import path from 'node:path';
import { err, ok } from '../../shared/errors/result.ts';
import { credentialsError, type FileAccess, readGuarded, reasonOfSystem } from './guarded-file.ts';
import { keepSecret } from './keep-secret.ts';
import type { SecretName, SecretStore } from './secret-store.ts';

export interface SecretFiles {
  readonly dataDir: string;
  readonly macKeyFile: string | null;
  readonly clientCertKeyFile: string | null;
}

const variables = {
  'mac-key': 'TILL_MAC_KEY_FILE',
  'client-certificate-key': 'TILL_CLIENT_CERT_KEY',
  'access-token': 'access-token.json',
} as const satisfies Readonly<Record<SecretName, string>>;

/** Secrets in files of mode 0600 where the settings say, or in the data folder under their own names. */
export function createFileSecrets(files: SecretFiles, access: FileAccess = {}): SecretStore {
  const placeOf = (name: SecretName): string => variables[name];
  const fileOf = (name: SecretName): string => {
    switch (name) {
      case 'mac-key':
        return files.macKeyFile ?? path.join(files.dataDir, name);
      case 'client-certificate-key':
        return files.clientCertKeyFile ?? path.join(files.dataDir, name);
      case 'access-token':
        return path.join(files.dataDir, 'access-token.json');
    }
  };
  return {
    kind: 'file',
    placeOf,
    read: (name) => readGuarded(fileOf(name), placeOf(name), access),
    keep: (name, secret) => keepSecret(fileOf(name), secret),
    forget(name) {
      const there = readGuarded(fileOf(name), placeOf(name), access);
      try {
        rmSync(fileOf(name), { force: true });
        return ok(there.ok || there.error.details?.reason !== 'ENOENT');
      } catch (fault) {
        return err(credentialsError('credentials.not-kept', placeOf(name), reasonOfSystem(fault)));
      }
    },
  };
}
