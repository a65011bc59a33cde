import path from 'node:path';
import { type FileAccess, forgetFile, noneIfMissing, readGuarded } from './guarded-file.ts';
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

/** What a file of the data folder is called that holds one. */
export const ownFileNames = {
  'mac-key': 'mac-key',
  'client-certificate-key': 'client-certificate-key',
  'access-token': 'access-token.json',
} as const satisfies Readonly<Record<SecretName, string>>;

/** Secrets in files of mode 0600 where the settings say, or in the data folder under their own names. */
export function createFileSecrets(files: SecretFiles, access: FileAccess = {}): SecretStore {
  const named: Readonly<Record<SecretName, string | null>> = {
    'mac-key': files.macKeyFile,
    'client-certificate-key': files.clientCertKeyFile,
    'access-token': null,
  };
  const placeOf = (name: SecretName): string => variables[name];
  const fileOf = (name: SecretName): string => named[name] ?? path.join(files.dataDir, ownFileNames[name]);
  return {
    kind: 'file',
    placeOf,
    read(name) {
      const text = readGuarded(fileOf(name), placeOf(name), access);
      // A file that the settings name must be there.
      return named[name] === null ? noneIfMissing(text) : text;
    },
    keep: (name, secret) => keepSecret(fileOf(name), secret),
    forget: (name) => forgetFile(fileOf(name), placeOf(name), access),
  };
}

/** Secrets in the data folder alone. */
export function createFolderSecrets(dataDir: string, access: FileAccess = {}): SecretStore {
  return createFileSecrets({ dataDir, macKeyFile: null, clientCertKeyFile: null }, access);
}
