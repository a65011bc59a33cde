import { rootCertificates } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { readTrustedCertificates } from '../../../electron/settings/read-trusted-certificates.ts';

const [sample = ''] = rootCertificates;

describe('the authorities to trust', () => {
  it("are Node's own when no file is named, and no file is read", () => {
    const readFile = () => {
      throw new Error('not to be called');
    };
    expect(readTrustedCertificates({ caCertFile: null }, readFile)).toEqual({ ok: true, value: undefined });
  });

  it("are Node's own and those of the file", () => {
    const result = readTrustedCertificates({ caCertFile: '/ca.pem' }, () => `# our proxy\n${sample}\n`);
    expect(result.ok && result.value?.at(-1)).toBe(sample);
    expect(result.ok && result.value && result.value.length > 50).toBe(true);
  });

  it.each(['', 'hello', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'])(
    'are refused when the file holds %j',
    (text) => {
      expect(readTrustedCertificates({ caCertFile: '/ca.pem' }, () => text)).toMatchObject({
        ok: false,
        error: { code: 'settings.invalid', details: { problems: [expect.stringContaining('TILL_CA_CERT')] } },
      });
    },
  );

  it('are refused when the file cannot be read', () => {
    const readFile = () => {
      throw Object.assign(new Error('no'), { code: 'ENOENT' });
    };
    const problems = ['TILL_CA_CERT leads to a file that cannot be read (ENOENT); allowed: a PEM file'];
    expect(readTrustedCertificates({ caCertFile: '/ca.pem' }, readFile)).toEqual({
      ok: false,
      error: { code: 'settings.invalid', kind: 'input', details: { problems } },
    });
  });
});
