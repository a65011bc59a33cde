import { err, ok, type Result } from '../../shared/errors/result.ts';
import { type ClientCertificate, readClientCertificate } from './client-certificate.ts';
import { credentialsError, type FileAccess } from './guarded-file.ts';
import type { SecretStore } from './secret-store.ts';
import { createFileSecrets } from './secrets-in-files.ts';

/** What signs the requests of a live station. */
export interface MacCredentials {
  readonly clientId: string;
  readonly macKey: string;
}

/** How a live station says who it is. Held in main's memory; never logged, never sent to a page or a child. */
export type Credentials = MacCredentials | ClientCertificate;

export interface ReadCredentialsOptions extends FileAccess {
  readonly settings: {
    readonly clientId: string | null;
    readonly macKeyFile: string | null;
    readonly clientCertFile: string | null;
    readonly clientCertKeyFile: string | null;
  };
  /** Where keys are; the files that the settings name when absent. */
  readonly secrets?: SecretStore;
  /** `process.env` itself: `TILL_MAC_KEY` is taken out of it. */
  readonly env: Record<string, string | undefined>;
  /** Milliseconds since the epoch, for the certificate's dates. */
  readonly clock?: () => number;
}

/** What a key may consist of; anything else is a wrong file, or a page of an error, saved under its name. */
const macKeyForm = /^[\x21-\x7e]{1,512}$/;

/**
 * Reads a client certificate and its key where the settings name them, else client id and MAC key: the key from
 * `TILL_MAC_KEY`, for scripts, or from the station's store. Takes `TILL_MAC_KEY` out of `env`, so that no child process
 * inherits it, whatever the outcome.
 * Errors: `credentials.missing`, `credentials.unreadable`, `credentials.exposed`, `credentials.expired`,
 * `credentials.keyring-unavailable`; they name the variable and the reason, never the content.
 */
export function readCredentials(options: ReadCredentialsOptions): Result<Credentials> {
  const { settings, env, clock = Date.now } = options;
  const keyInEnv = env.TILL_MAC_KEY;
  delete env.TILL_MAC_KEY;
  const secrets = options.secrets ?? createFileSecrets({ dataDir: '', ...settings }, options);
  const { clientCertFile, clientCertKeyFile } = settings;
  const isFiles = secrets.kind === 'file';
  if (clientCertFile !== null && (!isFiles || clientCertKeyFile !== null)) {
    const readKey = () => secrets.read('client-certificate-key');
    const keyPlace = secrets.placeOf('client-certificate-key');
    return readClientCertificate({ certFile: clientCertFile, readKey, keyPlace }, clock(), options);
  }
  if (clientCertFile !== null || clientCertKeyFile !== null) {
    const variable = clientCertFile === null ? 'TILL_CLIENT_CERT' : 'TILL_CLIENT_CERT_KEY';
    return err(credentialsError('credentials.missing', variable, 'not set'));
  }
  return readMac(settings, keyInEnv, secrets);
}

function readMac(
  { clientId, macKeyFile }: Pick<ReadCredentialsOptions['settings'], 'clientId' | 'macKeyFile'>,
  keyInEnv: string | undefined,
  secrets: SecretStore,
): Result<MacCredentials> {
  if (clientId === null) {
    return err(credentialsError('credentials.missing', 'TILL_CLIENT_ID', 'not set'));
  }
  if (keyInEnv) {
    return withKey(clientId, keyInEnv, 'TILL_MAC_KEY');
  }
  const place = secrets.placeOf('mac-key');
  if (secrets.kind === 'file' && macKeyFile === null) {
    return err(credentialsError('credentials.missing', place, 'not set'));
  }
  const text = secrets.read('mac-key');
  if (!text.ok) {
    return text;
  }
  return text.value === null
    ? err(credentialsError('credentials.missing', place, 'not there; give it with till secret set'))
    : withKey(clientId, text.value, place);
}

/** What signs, made of a client id and a key as it was given. Errors: `credentials.unreadable`. */
export function withKey(clientId: string, text: string, variable: string): Result<MacCredentials> {
  const macKey = text.replace(/\r?\n$/, '');
  if (macKey === '') {
    return err(credentialsError('credentials.unreadable', variable, 'empty'));
  }
  return macKeyForm.test(macKey)
    ? ok({ clientId, macKey })
    : err(credentialsError('credentials.unreadable', variable, 'not one line of printable signs without spaces'));
}
