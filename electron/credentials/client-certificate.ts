import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { credentialsError, type FileAccess, readGuarded, readOpen } from './guarded-file.ts';

/** PEM texts. The certificate may be followed by those that link it to its authority. */
export interface ClientCertificate {
  readonly cert: string;
  readonly key: string;
}

const certVariable = 'TILL_CLIENT_CERT';
const keyVariable = 'TILL_CLIENT_CERT_KEY';

/**
 * Reads a client certificate and its private key, and holds them against each other and the time (milliseconds since the
 * epoch), so that a station says at its start what a handshake would only hint at.
 * Errors: `credentials.unreadable`, `credentials.exposed` (the key's file), `credentials.expired`.
 */
export function readClientCertificate(
  files: { readonly certFile: string; readonly keyFile: string },
  nowMs: number,
  access: FileAccess,
): Result<ClientCertificate> {
  const cert = readOpen(files.certFile, certVariable, access);
  if (!cert.ok) {
    return cert;
  }
  const key = readGuarded(files.keyFile, keyVariable, access);
  if (!key.ok) {
    return key;
  }
  const certificate = parseCertificate(cert.value);
  if (!certificate.ok) {
    return certificate;
  }
  const privateKey = parseKey(key.value);
  if (!privateKey.ok) {
    return privateKey;
  }
  if (!certificate.value.checkPrivateKey(privateKey.value)) {
    return err(credentialsError('credentials.unreadable', keyVariable, 'not the key of the certificate'));
  }
  const untimely = whyUntimely(certificate.value, nowMs);
  return untimely === null
    ? ok({ cert: cert.value, key: key.value })
    : err(credentialsError('credentials.expired', certVariable, untimely));
}

function parseCertificate(pem: string): Result<X509Certificate> {
  try {
    return ok(new X509Certificate(pem));
  } catch {
    return err(credentialsError('credentials.unreadable', certVariable, 'not a certificate in PEM'));
  }
}

function parseKey(pem: string): Result<KeyObject> {
  if (/ENCRYPTED/.test(pem)) {
    const reason = 'locked by a passphrase; allowed: a key without one in a file with mode 0600';
    return err(credentialsError('credentials.unreadable', keyVariable, reason));
  }
  try {
    return ok(createPrivateKey(pem));
  } catch {
    return err(credentialsError('credentials.unreadable', keyVariable, 'not a private key in PEM'));
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
