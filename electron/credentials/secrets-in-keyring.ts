import { rmSync } from 'node:fs';
import path from 'node:path';
import { type AppError, appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { credentialsError, type FileAccess, forgetFile, noneIfMissing, readGuarded } from './guarded-file.ts';
import { keepSecret } from './keep-secret.ts';
import type { SecretName, SecretStore } from './secret-store.ts';

/** The part of Electron's `safeStorage` that is used, with its names. Asked only once the app is ready. */
export interface Keyring {
  isEncryptionAvailable(): boolean;
  /** On Linux only: `basic_text` is no keyring but a key that everybody knows. */
  getSelectedStorageBackend(): string;
  encryptString(text: string): Uint8Array;
  decryptString(sealed: Buffer): string;
}

export interface KeyringOptions extends FileAccess {
  /** Null where nothing opens a keyring: the command line. */
  readonly keyring: Keyring | null;
  readonly platform: NodeJS.Platform;
  /** The station's folder; what is sealed lies below it. */
  readonly folder: string;
}

const folderName = 'secrets';
/** What Chromium writes in front of a text that it sealed with the key that everybody knows (Linux). */
const plainTextMark = Buffer.from('v10');

/** Why the system's keyring cannot keep a secret here; null when it can. */
export function whyNoKeyring({ keyring, platform }: Pick<KeyringOptions, 'keyring' | 'platform'>): string | null {
  if (keyring === null) {
    return 'only the running till opens it';
  }
  if (!keyring.isEncryptionAvailable()) {
    return 'this system has none';
  }
  const backend = platform === 'linux' ? keyring.getSelectedStorageBackend() : '';
  return backend === 'basic_text' || backend === 'unknown' ? 'this system has none that protects anything' : null;
}

/** Secrets sealed with the system's keyring, each in a file that alone is of no use to anybody. */
export function createKeyringSecrets(options: KeyringOptions): SecretStore {
  const { keyring, platform, folder } = options;
  const placeOf = (name: SecretName): string => `${folderName}/${name}.sealed`;
  const fileOf = (name: SecretName): string => path.join(folder, placeOf(name));

  function withKeyring<T>(use: (opened: Keyring) => Result<T>): Result<T> {
    const trouble = whyNoKeyring(options);
    return keyring === null || trouble !== null ? err(unavailable(trouble ?? '')) : use(keyring);
  }

  function seal(opened: Keyring, name: SecretName, secret: string): Result<null> {
    const sealed = Buffer.from(opened.encryptString(secret));
    return isPlainText(sealed, platform)
      ? err(unavailable('this system has none that protects anything'))
      : keepSecret(fileOf(name), sealed.toString('base64'));
  }

  /** Sealed first and removed then: a crash between does it once more. */
  function takeWhatWasLeft(opened: Keyring, name: SecretName): Result<null> {
    const file = leftFile(folder, name);
    const left = noneIfMissing(readGuarded(file, leftPlace(name), options));
    if (!left.ok || left.value === null) {
      return left as Result<null>;
    }
    const kept = seal(opened, name, left.value.trim());
    if (kept.ok) {
      rmSync(file, { force: true });
    }
    return kept;
  }

  return {
    kind: 'keyring',
    placeOf,

    read: (name) =>
      withKeyring((opened) => {
        const left = takeWhatWasLeft(opened, name);
        if (!left.ok) {
          return left;
        }
        const text = noneIfMissing(readGuarded(fileOf(name), placeOf(name), options));
        return text.ok && text.value !== null
          ? unseal(opened, Buffer.from(text.value, 'base64'), placeOf(name), platform)
          : text;
      }),

    keep: (name, secret) => withKeyring((opened) => seal(opened, name, secret)),

    forget: (name) => forgetFile(fileOf(name), placeOf(name), options),
  };
}

/** Where a secret waits, in clear, for the till that starts next. */
export const leftPlace = (name: SecretName): string => `${folderName}/${name}.given`;
const leftFile = (folder: string, name: SecretName): string => path.join(folder, leftPlace(name));

/**
 * Leaves a secret, in a file of mode 0600, for the till that starts next: it alone opens the keyring, seals it there and
 * removes the file. Errors: `credentials.not-kept`.
 */
export function leaveForKeyring(folder: string, name: SecretName, secret: string): Result<null> {
  return keepSecret(leftFile(folder, name), secret);
}

function unseal(keyring: Keyring, sealed: Buffer, place: string, platform: NodeJS.Platform): Result<string> {
  if (isPlainText(sealed, platform)) {
    return err(credentialsError('credentials.unreadable', place, 'sealed without a keyring; give the secret again'));
  }
  try {
    return ok(keyring.decryptString(sealed));
  } catch {
    // Another keyring, or another user's: the fault's own text says nothing that helps, and may quote.
    return err(credentialsError('credentials.unreadable', place, 'this keyring does not open it'));
  }
}

const isPlainText = (sealed: Buffer, platform: NodeJS.Platform): boolean =>
  platform === 'linux' && sealed.subarray(0, plainTextMark.length).equals(plainTextMark);

function unavailable(reason: string): AppError {
  return appError('credentials.keyring-unavailable', {
    reason,
    problems: [`TILL_SECRET_STORE is keyring: ${reason}; allowed here: file, systemd`],
  });
}
