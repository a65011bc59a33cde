import { z } from 'zod';
import { type AppError, appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { fitCertificate } from '../credentials/client-certificate.ts';
import { credentialsError, readOpen } from '../credentials/guarded-file.ts';
import { keepSecret } from '../credentials/keep-secret.ts';
import { type Credentials, withKey } from '../credentials/read-credentials.ts';
import type { SecretStore } from '../credentials/secret-store.ts';
import { type CredentialsTest, testCredentials } from '../services/station-setup.ts';
import type { Settings } from '../settings/settings.ts';
import type { WalletApi } from '../wallet-api/wallet-api.ts';

/** A new key for the client that the station already is; a certificate comes with its key, both in PEM. */
export const GivenSecret = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mac'), macKey: z.string().max(1024) }),
  z.strictObject({ kind: z.literal('certificate'), cert: z.string().max(65_536), key: z.string().max(65_536) }),
]);
export type GivenSecret = z.infer<typeof GivenSecret>;

export interface SecretPlaces {
  readonly settings: Settings;
  readonly secrets: SecretStore;
  readonly clock: () => number;
}

export interface ReplaceSecretOptions extends SecretPlaces {
  readonly open: (credentials: Credentials) => WalletApi;
}

/** Tried and kept; the client that was tried goes on with it, or is closed by whoever wants none. */
export interface ReplacedSecret {
  readonly api: WalletApi;
  readonly credentials: Credentials;
  readonly latencyMs: number;
}

/**
 * Tries a new key against the service and puts it in the place of the old one, which is kept until the new one works.
 * Errors: `credentials.*`; what the service said of it (`api.*`, `wallet.access-revoked`), and then the old one holds.
 */
export async function replaceSecret(
  given: GivenSecret,
  options: ReplaceSecretOptions,
): Promise<Result<ReplacedSecret>> {
  const { secrets } = options;
  if (secrets.kind === 'systemd') {
    const kept = secrets.keep('mac-key', '');
    return kept.ok ? err(appError('credentials.read-only')) : kept;
  }
  const credentials = credentialsOf(given, options);
  return credentials.ok ? tryAndKeep(credentials.value, given, options) : credentials;
}

async function tryAndKeep(
  credentials: Credentials,
  given: GivenSecret,
  options: ReplaceSecretOptions,
): Promise<Result<ReplacedSecret>> {
  const api = options.open(credentials);
  const outcome = await testCredentials(api);
  const kept = outcome.kind === 'accepted' ? keep(given, options) : err(errorOfTest(outcome));
  if (kept.ok && outcome.kind === 'accepted') {
    return ok({ api, credentials, latencyMs: outcome.latencyMs });
  }
  await api.close();
  return kept as Result<never>;
}

/** What a test of credentials that failed is for whoever reads codes. */
export function errorOfTest(outcome: Exclude<CredentialsTest, { kind: 'accepted' }>): AppError {
  return outcome.kind === 'clock-off' ? appError('api.clock-wrong', { offsetSeconds: outcome.seconds }) : outcome.error;
}

/** Errors: `credentials.*`; `settings.invalid` for a key of the other kind. */
function credentialsOf(given: GivenSecret, { settings, secrets, clock }: SecretPlaces): Result<Credentials> {
  const { clientId } = settings;
  if (given.kind === 'mac') {
    return clientId === null
      ? otherKind('this station shows a client certificate; allowed: a new certificate with its key')
      : withKey(clientId, given.macKey, secrets.placeOf('mac-key'));
  }
  return clientId === null
    ? fitCertificate(given.cert, given.key, secrets.placeOf('client-certificate-key'), clock())
    : otherKind('this station signs with a MAC key; allowed: a new MAC key');
}

const otherKind = (problem: string): Result<never> => err(appError('settings.invalid', { problems: [problem] }));

function keep(given: GivenSecret, options: SecretPlaces): Result<null> {
  return given.kind === 'mac'
    ? options.secrets.keep('mac-key', given.macKey.replace(/\r?\n$/, ''))
    : keepCertificate(given, options);
}

/**
 * Two files, and a crash may come between: the new key stands beside the old one until the new certificate is there, so
 * that whichever certificate a start finds, its key is found, too.
 */
function keepCertificate(
  { cert, key }: Extract<GivenSecret, { kind: 'certificate' }>,
  { settings, secrets }: SecretPlaces,
): Result<null> {
  const { clientCertFile } = settings;
  if (clientCertFile === null) {
    return err(credentialsError('credentials.missing', 'TILL_CLIENT_CERT', 'not set'));
  }
  const name = 'client-certificate-key';
  const old = secrets.read(name);
  const steps = [
    () => secrets.keep(name, [key.trim(), old.ok ? (old.value ?? '').trim() : ''].join('\n').trim()),
    () => keepSecret(clientCertFile, cert.trim()),
    () => secrets.keep(name, key.trim()),
  ];
  for (const step of steps) {
    const done = step();
    if (!done.ok) {
      return done;
    }
  }
  // What a start would read is what was tried.
  const written = readOpen(clientCertFile, 'TILL_CLIENT_CERT', {});
  return written.ok ? ok(null) : written;
}
