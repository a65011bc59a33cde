import type { Result } from '../../shared/errors/result.ts';

// The port of a station's secrets. What stands behind it is a setting (`secretStore`); the values are in no setting.

/** What is kept secret: the client's own key, its certificate's key, a user's access token. */
export type SecretName = 'mac-key' | 'client-certificate-key' | 'access-token';

/** `keyring`: the system's, through the window's host. `systemd`: given to the service. `file`: mode 0600. */
export type SecretStoreKind = 'file' | 'keyring' | 'systemd';

export interface SecretStore {
  readonly kind: SecretStoreKind;
  /** What errors call the place of a secret: a variable, or a file's name. */
  placeOf(name: SecretName): string;
  /**
   * Null when there is none. Errors: `credentials.unreadable`, `credentials.exposed`, `credentials.keyring-unavailable`;
   * never the content.
   */
  read(name: SecretName): Result<string | null>;
  /**
   * Succeeds when the secret is on the disk, whole, in the place of the old one.
   * Errors: `credentials.not-kept`, `credentials.read-only`, `credentials.keyring-unavailable`.
   */
  keep(name: SecretName, secret: string): Result<null>;
  /** Whether there was one. Errors: those of `keep`. */
  forget(name: SecretName): Result<boolean>;
}
