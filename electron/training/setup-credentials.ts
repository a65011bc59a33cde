import path from 'node:path';
import type { SetupAddress, SetupCredentials } from '../../shared/contract/training-setup.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { fitCertificate } from '../credentials/client-certificate.ts';
import { keepSecret } from '../credentials/keep-secret.ts';
import { openSecretStore } from '../credentials/open-secret-store.ts';
import { type Credentials, withKey } from '../credentials/read-credentials.ts';
import type { SecretName, SecretStore } from '../credentials/secret-store.ts';
import type { Keyring } from '../credentials/secrets-in-keyring.ts';
import { loadSettings } from '../settings/load-settings.ts';
import { readTrustedCertificates } from '../settings/read-trusted-certificates.ts';
import { type LoadSettingsOptions, settingsFileName } from '../settings/setting-layers.ts';
import type { Settings } from '../settings/settings.ts';
import type { GivenTexts } from '../station-secrets/given-texts.ts';

/** What was given, read and understood: nothing of it is written yet. */
export interface Planned {
  /** As `settings.json` will hold it. */
  readonly file: Readonly<Record<string, unknown>>;
  readonly settings: Settings;
  readonly credentials: Credentials;
  readonly trusted: readonly string[] | undefined;
  /** Null for what systemd gives. */
  readonly secret: { readonly name: SecretName; readonly text: string } | null;
  /** Public, in PEM. */
  readonly certificate: string | null;
  readonly authority: string | null;
}

export interface PlanOptions {
  readonly options: LoadSettingsOptions;
  readonly dataDir: string;
  readonly keyring: Keyring | null;
  readonly texts: GivenTexts;
}

/** Files of a live station, in its data folder. */
const files = {
  'mac-key': 'mac-key',
  'client-certificate-key': 'client.key',
  certificate: 'client.pem',
  authority: 'authority.pem',
} as const;

/** Reads and checks all that was given, as a start would. Errors: `credentials.*`, `settings.*`. */
export function planCredentials(given: SetupCredentials, address: SetupAddress, how: PlanOptions): Result<Planned> {
  const { texts, dataDir } = how;
  const authority = address.authority === null ? ok(null) : texts.read('authority', address.authority);
  const certificate = given.kind === 'mac' ? ok(null) : texts.read('certificate', given.cert);
  if (!authority.ok || !certificate.ok) {
    return authority.ok ? (certificate as Result<never>) : authority;
  }
  const file = addressSettings(given, address);
  const settings = plannedSettings(file, how);
  if (!settings.ok) {
    return settings;
  }
  const name = given.kind === 'mac' ? 'mac-key' : 'client-certificate-key';
  const key = readKey(given, name, how, openStore(settings.value, how));
  if (!key.ok) {
    return key;
  }
  const credentials =
    given.kind === 'mac'
      ? withKey(given.clientId, key.value, 'mac-key')
      : fitCertificate(certificate.value ?? '', key.value, 'certificate-key', Date.now());
  const authorityFile = path.join(dataDir, files.authority);
  const trusted = readTrustedCertificates(settings.value, (asked) =>
    asked === authorityFile ? (authority.value ?? '') : how.options.readFile(asked),
  );
  if (!credentials.ok || !trusted.ok) {
    return credentials.ok ? (trusted as Result<never>) : credentials;
  }
  return ok({
    file,
    settings: settings.value,
    credentials: credentials.value,
    trusted: trusted.value,
    secret: given.store === 'systemd' ? null : { name, text: key.value },
    certificate: certificate.value,
    authority: authority.value,
  });
}

/**
 * Writes what was planned, the secret first: settings that name what is not there would be a station that does not start.
 * Errors: `credentials.not-kept`, `credentials.keyring-unavailable`.
 */
export function keepCredentials(planned: Planned, how: PlanOptions): Result<null> {
  const { secret, certificate, authority } = planned;
  const at = (name: keyof typeof files) => path.join(how.dataDir, files[name]);
  const steps = [
    () => (secret === null ? ok(null) : openStore(planned.settings, how).keep(secret.name, secret.text)),
    () => (certificate === null ? ok(null) : keepSecret(at('certificate'), certificate)),
    () => (authority === null ? ok(null) : keepSecret(at('authority'), authority)),
  ];
  for (const step of steps) {
    const done = step();
    if (!done.ok) {
      return done;
    }
  }
  return ok(null);
}

function openStore(settings: Settings, { options, keyring }: PlanOptions): SecretStore {
  return openSecretStore({ settings, env: options.env, keyring });
}

function readKey(
  given: SetupCredentials,
  name: SecretName,
  { texts }: PlanOptions,
  store: SecretStore,
): Result<string> {
  if (given.store === 'systemd') {
    const key = store.read(name);
    const missing = { reason: 'not there', problems: [`${store.placeOf(name)}: not there`] };
    return key.ok && key.value === null ? err(appError('credentials.missing', missing)) : (key as Result<string>);
  }
  const text = given.kind === 'mac' ? given.macKey : given.key;
  return text === null
    ? err(appError('credentials.missing'))
    : texts.read(given.kind === 'mac' ? 'mac-key' : 'certificate-key', text);
}

/** What decides whom the till talks to, as `settings.json` holds it. */
function addressSettings(
  given: SetupCredentials,
  { apiUrl, authority, proxy }: SetupAddress,
): Readonly<Record<string, unknown>> {
  const isFile = given.store === 'file';
  return {
    mode: 'live',
    secretStore: given.store,
    ...(given.kind === 'mac'
      ? { clientId: given.clientId, ...(isFile ? { macKeyFile: files['mac-key'] } : {}) }
      : {
          clientCertFile: files.certificate,
          ...(isFile ? { clientCertKeyFile: files['client-certificate-key'] } : {}),
        }),
    ...(apiUrl === null ? {} : { apiUrl }),
    ...(authority === null ? {} : { caCertFile: files.authority }),
    ...(proxy === null ? {} : { proxy }),
  };
}

/** The settings as they would be: what is wrong with an address is said as it would be at a start. */
function plannedSettings(planned: object, { options, dataDir }: PlanOptions): Result<Settings> {
  const file = path.join(dataDir, settingsFileName);
  const text = JSON.stringify(planned);
  const readFile = (name: string) => (name === file ? text : options.readFile(name));
  return loadSettings({ ...options, env: { ...options.env, TILL_MODE: 'live' }, dataDir, readFile });
}
