import { X509Certificate } from 'node:crypto';
import { getCACertificates } from 'node:tls';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import type { Settings } from './settings.ts';

/**
 * The authorities to trust: Node's own and the one in `caCertFile`; undefined, for Node's own, without such a file.
 * Errors: `settings.invalid`.
 */
export function readTrustedCertificates(
  settings: Pick<Settings, 'caCertFile'>,
  readFile: (file: string) => string,
): Result<readonly string[] | undefined> {
  const { caCertFile } = settings;
  if (caCertFile === null) {
    return ok(undefined);
  }
  let pem: string;
  try {
    pem = readFile(caCertFile);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const problems = [`TILL_CA_CERT leads to a file that cannot be read (${reason}); allowed: a PEM file`];
    return err(appError('settings.invalid', { problems }));
  }
  const certificates = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (certificates.length === 0 || !certificates.every(isCertificate)) {
    return err(
      appError('settings.invalid', { problems: ['TILL_CA_CERT leads to no certificate; allowed: a PEM file'] }),
    );
  }
  return ok([...getCACertificates('default'), ...certificates]);
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.byteLength > 0;
  } catch {
    return false;
  }
}
