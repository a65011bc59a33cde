import type { Keyring } from '../../../electron/credentials/secrets-in-keyring.ts';

/** The native boundary of `safeStorage`: seals by turning every byte round, as `backend` would mark it. */
export function fakeKeyring(backend = 'gnome_libsecret', isAvailable = true): Keyring {
  const mark = backend === 'basic_text' ? 'v10' : 'v11';
  return {
    isEncryptionAvailable: () => isAvailable,
    getSelectedStorageBackend: () => backend,
    encryptString: (text) => Buffer.concat([Buffer.from(mark), Buffer.from(text).map((byte) => byte ^ 0xff)]),
    decryptString(sealed) {
      if (!sealed.subarray(0, 3).equals(Buffer.from(mark))) {
        throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.');
      }
      return Buffer.from(sealed.subarray(3).map((byte) => byte ^ 0xff)).toString('utf8');
    },
  };
}
