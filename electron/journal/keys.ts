import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';

/** What the journal does with the station's key, which lies outside the database. */
export interface JournalKeys {
  /** Says which key it is, and nothing of it. */
  readonly fingerprint: string;
  /** Keyed hash of an identifier, so that only who holds it finds it again. */
  maskOf(kind: string, text: string): string;
  sign(message: string): Uint8Array;
  isSigned(message: string, signature: Uint8Array): boolean;
  /** What looking an open change up needs, readable by this station only. */
  seal(text: string, about: string): Uint8Array;
  /** Null for what this key did not seal. */
  unseal(sealed: Uint8Array, about: string): string | null;
}

const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;
/** RFC 8410: what stands before the 32 bytes of an Ed25519 key in PKCS #8. */
const ed25519Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Makes the journal's keys from the station's one; each use has a key of its own (HKDF, RFC 5869). */
export function createJournalKeys(stationKey: Uint8Array): JournalKeys {
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', stationKey, '', `wallet-till ${use}`, keyBytes));
  const maskKey = derive('journal mask');
  const sealKey = derive('journal seal');
  const privateKey = createPrivateKey({
    key: Buffer.concat([ed25519Prefix, derive('journal checkpoint')]),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = createPublicKey(privateKey);
  return {
    fingerprint: fingerprintOf(publicKey),
    maskOf: (kind, text) => createHmac('sha256', maskKey).update(`${kind}\n${text}`).digest('hex').slice(0, 32),
    sign: (message) => sign(null, Buffer.from(message), privateKey),
    isSigned: (message, signature) => verify(null, Buffer.from(message), publicKey, signature),
    seal(text, about) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', sealKey, iv).setAAD(Buffer.from(about));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
    },
    unseal(sealed, about) {
      try {
        const bytes = Buffer.from(sealed);
        const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, ivBytes))
          .setAAD(Buffer.from(about))
          .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
        return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}

function fingerprintOf(publicKey: KeyObject): string {
  const der = publicKey.export({ format: 'der', type: 'spki' });
  return der.subarray(-keyBytes).toString('hex');
}
