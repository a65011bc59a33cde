import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { credentialsError, type FileAccess, readOpen } from './guarded-file.ts';

/** PEM texts. The certificate may be followed by those that link it to its authority. */
export interface ClientCertificate {
  readonly cert: string;
  readonly key: string;
}

const certVariable = 'TILL_CLIENT_CERT';

export interface CertificateSource {
  readonly certFile: string;
  /** Errors: those of the store that keeps it. */
  readonly readKey: () => Result<string | null>;
  /** What errors call the key's place. */
  readonly keyPlace: string;
}

/**
 * Reads a client certificate and its private key, and holds them against each other and the time (milliseconds since the
 * epoch), so that a station says at its start what a handshake would only hint at.
 * Errors: `credentials.missing`, `credentials.unreadable`, `credentials.exposed`, `credentials.expired`.
 */
export function readClientCertificate(
  { certFile, readKey, keyPlace }: CertificateSource,
  nowMs: number,
  access: FileAccess,
): Result<ClientCertificate> {
  const cert = readOpen(certFile, certVariable, access);
  if (!cert.ok) {
    return cert;
  }
  const key = readKey();
  if (!key.ok) {
    return key;
  }
  return key.value === null
    ? err(credentialsError('credentials.missing', keyPlace, 'not there'))
    : fitCertificate(cert.value, key.value, keyPlace, nowMs);
}

/**
 * Holds a certificate, its keys and the time against each other. While a certificate is being replaced its new key stands
 * beside the old one: whichever of them it is, is the key. Errors: `credentials.unreadable`, `credentials.expired`.
 */
export function fitCertificate(cert: string, keys: string, keyPlace: string, nowMs: number): Result<ClientCertificate> {
  const certificate = parseCertificate(cert);
  if (!certificate.ok) {
    return certificate;
  }
  let fits: string | null = null;
  const blocks = keys.match(/-----BEGIN [A-Z ]*PRIVATE KEY-----.+?-----END [A-Z ]*PRIVATE KEY-----/gs) ?? [];
  for (const pem of blocks.length > 1 ? blocks.map((block) => `${block}\n`) : [keys]) {
    const privateKey = parseKey(pem, keyPlace);
    if (!privateKey.ok) {
      return privateKey;
    }
    fits = certificate.value.checkPrivateKey(privateKey.value) ? pem : fits;
  }
  if (fits === null) {
    return err(credentialsError('credentials.unreadable', keyPlace, 'not the key of the certificate'));
  }
  const untimely = whyUntimely(certificate.value, nowMs);
  return untimely === null
    ? ok({ cert, key: fits })
    : err(credentialsError('credentials.expired', certVariable, untimely));
}

function parseCertificate(pem: string): Result<X509Certificate> {
  try {
    return ok(new X509Certificate(pem));
  } catch {
    return err(credentialsError('credentials.unreadable', certVariable, 'not a certificate in PEM'));
  }
}

function parseKey(pem: string, keyPlace: string): Result<KeyObject> {
  if (/ENCRYPTED/.test(pem)) {
    const reason = 'locked by a passphrase; allowed: a key without one in a file with mode 0600';
    return err(credentialsError('credentials.unreadable', keyPlace, reason));
  }
  try {
    return ok(createPrivateKey(pem));
  } catch {
    return err(credentialsError('credentials.unreadable', keyPlace, 'not a private key in PEM'));
  }
}

function whyUntimely(certificate: X509Certificate, nowMs: number): string | null {
  if (nowMs > certificate.validToDate.getTime()) {
    return `expired on ${dayOf(certificate.validToDate)}`;
  }
  return nowMs < certificate.validFromDate.getTime() ? `valid from ${dayOf(certificate.validFromDate)}` : null;
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
