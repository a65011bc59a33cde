import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { credentialsError } from '../credentials/guarded-file.ts';
import { openSecretStore, openTokenFile } from '../credentials/open-secret-store.ts';
import { readCredentials } from '../credentials/read-credentials.ts';
import type { SecretName, SecretStore } from '../credentials/secret-store.ts';
import { leaveForKeyring, leftPlace } from '../credentials/secrets-in-keyring.ts';
import { runTokenCommand, type TokenAction } from '../credentials/token-commands.ts';
import type { Settings } from '../settings/settings.ts';
import type { TillRequest } from '../station-secrets/answer-commands.ts';
import { openStationClient } from '../station-secrets/open-client.ts';
import { type GivenSecret, replaceSecret } from '../station-secrets/replace-secret.ts';
import { askTill } from '../till-socket/ask-till.ts';
import { needsRunningTill } from './open-live-till.ts';

/** What is asked about this station's secrets, understood. */
export type SecretCommand =
  /** The key comes from standard input; a certificate's stands in the file of that name. */
  { readonly action: 'set'; readonly certificateFile: string | null } | { readonly action: 'show' | 'reload' };

export interface SecretPlace {
  readonly settings: Settings;
  readonly env: Record<string, string | undefined>;
  readonly userAgent: string;
  /** All of standard input. */
  readonly readAll: () => Promise<string>;
}

/** Carries it out; nothing that it answers with is a secret. Errors: `credentials.*`, `settings.*`, `api.*`. */
export async function runSecretCommand(command: SecretCommand, place: SecretPlace): Promise<Result<unknown>> {
  switch (command.action) {
    case 'show':
      return show(place);
    case 'reload':
      return reload(place);
    case 'set': {
      const given = await readGiven(command, place);
      return given.ok ? set(given.value, place) : given;
    }
  }
}

async function readGiven(
  { certificateFile }: Extract<SecretCommand, { action: 'set' }>,
  { readAll }: SecretPlace,
): Promise<Result<GivenSecret>> {
  const text = (await readAll()).trim();
  if (certificateFile === null) {
    return ok({ kind: 'mac', macKey: text });
  }
  try {
    return ok({ kind: 'certificate', cert: readFileSync(certificateFile, 'utf8'), key: text });
  } catch (fault) {
    const reason = (fault as NodeJS.ErrnoException).code ?? 'unknown';
    return err(credentialsError('credentials.unreadable', 'the certificate', reason));
  }
}

/** The running till tries it, keeps it and signs with it from then on; where none runs, the same is done here. */
async function set(given: GivenSecret, place: SecretPlace): Promise<Result<unknown>> {
  const { settings } = place;
  const answer = await ask(settings, { kind: 'replace-secret', given });
  if (answer.ok || answer.error.code !== 'credentials.till-not-running') {
    return asked(answer, settings);
  }
  const client = openStationClient({ ...place, keyring: null });
  if (!client.ok) {
    return client;
  }
  const secrets = forNextStart(client.value.secrets, settings);
  const replaced = await replaceSecret(given, { settings, secrets, open: client.value.open, clock: Date.now });
  if (!replaced.ok) {
    return replaced;
  }
  await replaced.value.api.close();
  return ok({
    store: settings.secretStore,
    used_from: 'next-start',
    latency_ms: Math.round(replaced.value.latencyMs),
    ...(secrets.kind === 'keyring' ? { waits_in_clear: leftPlace(keyNameOf(settings)) } : {}),
  });
}

const keyNameOf = ({ clientId }: Settings): SecretName => (clientId === null ? 'client-certificate-key' : 'mac-key');

/** The running till reads them again; where none runs, the next one reads what lies there, if it can be read. */
async function reload({ settings, env }: SecretPlace): Promise<Result<unknown>> {
  const answer = await ask(settings, { kind: 'reload-secrets' });
  const nobodyRuns = !answer.ok && answer.error.code === 'credentials.till-not-running';
  if (!nobodyRuns || needsRunningTill(settings, env)) {
    return asked(answer, settings);
  }
  const secrets = openSecretStore({ settings, env, keyring: null });
  const read = readCredentials({ settings, secrets, env: { ...env } });
  return read.ok ? ok({ store: settings.secretStore, used_from: 'next-start' }) : read;
}

/** A keyring is the window's: what it is to hold waits in a file of mode 0600 for the next start. */
function forNextStart(secrets: SecretStore, settings: Settings): SecretStore {
  return secrets.kind === 'keyring'
    ? {
        ...secrets,
        read: () => ok(null),
        keep: (name, secret) => leaveForKeyring(settings.dataDir, name, secret),
      }
    : secrets;
}

function asked(answer: Result<unknown>, { secretStore }: Settings): Result<unknown> {
  if (!answer.ok) {
    return answer;
  }
  const { latencyMs } = answer.value as { readonly latencyMs: number };
  return ok({ store: secretStore, used_from: 'now', latency_ms: Math.round(latencyMs) });
}

async function ask({ dataDir }: Settings, request: TillRequest): Promise<Result<unknown>> {
  const till = await askTill({ dataDir });
  if (!till.ok) {
    return till;
  }
  try {
    return await till.value.ask(request);
  } finally {
    till.value.close();
  }
}

/** Where they are and whether they are there. */
async function show({ settings, env }: SecretPlace): Promise<Result<unknown>> {
  const { secretStore, clientId, dataDir } = settings;
  const till = await askTill({ dataDir });
  if (till.ok) {
    till.value.close();
  }
  const secrets = openSecretStore({ settings, env, keyring: null });
  const isThere = (place: string): boolean => existsSync(path.join(dataDir, place));
  const name = keyNameOf(settings);
  const [place, waits] = [secrets.placeOf(name), leftPlace(name)];
  const read = needsRunningTill(settings, env) ? null : readCredentials({ settings, secrets, env: { ...env } });
  const isNowhere = read === null && secretStore === 'keyring' && !till.ok && !isThere(place) && !isThere(waits);
  const unread = isNowhere ? 'credentials.missing' : null;
  return ok({
    store: secretStore,
    by: clientId === null ? 'certificate' : 'mac',
    place,
    /** Null where only the running till could tell. */
    problem: read === null || read.ok ? unread : read.error.code,
    till_running: till.ok,
    ...(secretStore === 'keyring' ? { waits_in_clear: isThere(waits) ? waits : null } : {}),
  });
}

/** A token is kept where the other secrets are. Errors: `credentials.*`, `identifier.malformed`. */
export async function runTokenHere(action: TokenAction, place: SecretPlace): Promise<Result<unknown>> {
  const { settings, env, readAll } = place;
  if (settings.secretStore === 'keyring') {
    return ask(settings, { kind: 'token', action, text: action === 'import' ? await readAll() : '' });
  }
  const secrets = openSecretStore({ settings, env, keyring: null });
  return runTokenCommand(action, { file: openTokenFile(secrets, settings.dataDir), readAll, clock: Date.now });
}

/** Errors: `settings.mode-conflict` for a training station, which has none. */
export function ofLiveStation(settings: Settings, what: string): Result<Settings> {
  const problems = [`${what} belongs to a live station, and this one is in training; set TILL_MODE=live`];
  return settings.mode === 'live' ? ok(settings) : err(appError('settings.mode-conflict', { problems }));
}
