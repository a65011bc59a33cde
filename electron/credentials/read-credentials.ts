import { err, ok, type Result } from '../../shared/errors/result.ts';
import { type ClientCertificate, readClientCertificate } from './client-certificate.ts';
import { credentialsError, type FileAccess, readGuarded } from './guarded-file.ts';

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
  /** `process.env` itself: `TILL_MAC_KEY` is taken out of it. */
  readonly env: Record<string, string | undefined>;
  /** Milliseconds since the epoch, for the certificate's dates. */
  readonly clock?: () => number;
}

/** What a key may consist of; anything else is a wrong file, or a page of an error, saved under its name. */
const macKeyForm = /^[\x21-\x7e]{1,512}$/;

/**
 * Reads a client certificate and its key where the settings name them, else client id and MAC key: the key from
 * `TILL_MAC_KEY`, for scripts, or from the file that the settings name. Takes `TILL_MAC_KEY` out of `env`, so that no
 * child process inherits it, whatever the outcome.
 * Errors: `credentials.missing`, `credentials.unreadable`, `credentials.exposed`, `credentials.expired`; they name the
 * variable and the reason, never the content.
 */
export function readCredentials(options: ReadCredentialsOptions): Result<Credentials> {
  const { settings, env, clock = Date.now } = options;
  const keyInEnv = env.TILL_MAC_KEY;
  delete env.TILL_MAC_KEY;
  const { clientCertFile, clientCertKeyFile } = settings;
  if (clientCertFile !== null && clientCertKeyFile !== null) {
    return readClientCertificate({ certFile: clientCertFile, keyFile: clientCertKeyFile }, clock(), options);
  }
  if (clientCertFile !== null || clientCertKeyFile !== null) {
    const variable = clientCertFile === null ? 'TILL_CLIENT_CERT' : 'TILL_CLIENT_CERT_KEY';
    return err(credentialsError('credentials.missing', variable, 'not set'));
  }
  return readMac(settings, keyInEnv, options);
}

const fileVariable = 'TILL_MAC_KEY_FILE';

function readMac(
  { clientId, macKeyFile }: Pick<ReadCredentialsOptions['settings'], 'clientId' | 'macKeyFile'>,
  keyInEnv: string | undefined,
  access: FileAccess,
): Result<MacCredentials> {
  if (clientId === null) {
    return err(credentialsError('credentials.missing', 'TILL_CLIENT_ID', 'not set'));
  }
  if (keyInEnv) {
    return withKey(clientId, keyInEnv, 'TILL_MAC_KEY');
  }
  if (macKeyFile === null) {
    return err(credentialsError('credentials.missing', fileVariable, 'not set'));
  }
  const text = readGuarded(macKeyFile, fileVariable, access);
  return text.ok ? withKey(clientId, text.value, fileVariable) : text;
}

function withKey(clientId: string, text: string, variable: string): Result<MacCredentials> {
  const macKey = text.replace(/\r?\n$/, '');
  if (macKey === '') {
    return err(credentialsError('credentials.unreadable', variable, 'empty'));
  }
  return macKeyForm.test(macKey)
    ? ok({ clientId, macKey })
    : err(credentialsError('credentials.unreadable', variable, 'not one line of printable signs without spaces'));
}
