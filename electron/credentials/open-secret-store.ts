import type { FileAccess } from './guarded-file.ts';
import type { SecretStore, SecretStoreKind } from './secret-store.ts';
import { createFileSecrets, createFolderSecrets, type SecretFiles } from './secrets-in-files.ts';
import { createKeyringSecrets, type Keyring } from './secrets-in-keyring.ts';
import { createSystemdSecrets } from './secrets-in-systemd.ts';
import { createTokenFile, type TokenFile } from './token-file.ts';

export interface OpenSecretStoreOptions extends FileAccess {
  readonly settings: SecretFiles & { readonly secretStore: SecretStoreKind };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Null where nothing opens a keyring: the command line. */
  readonly keyring: Keyring | null;
  readonly platform?: NodeJS.Platform;
}

/** Opens the store that the settings name. Nothing is read, and no other store is ever tried in its place. */
export function openSecretStore(options: OpenSecretStoreOptions): SecretStore {
  const { settings, env, keyring, platform = process.platform } = options;
  switch (settings.secretStore) {
    case 'file':
      return createFileSecrets(settings, options);
    case 'keyring':
      return createKeyringSecrets({ ...options, keyring, platform, folder: settings.dataDir });
    case 'systemd':
      return createSystemdSecrets({ ...options, directory: env.CREDENTIALS_DIRECTORY || null });
  }
}

/** Where the access token is: it renews itself, so that a store which only reads cannot hold it; then a file does. */
export function openTokenFile(secrets: SecretStore, dataDir: string, access: FileAccess = {}): TokenFile {
  return createTokenFile(secrets.kind === 'systemd' ? createFolderSecrets(dataDir, access) : secrets);
}
