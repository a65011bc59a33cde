import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Credentials } from '../credentials/read-credentials.ts';
import type { SecretName, SecretStore } from '../credentials/secret-store.ts';
import { ownFileNames } from '../credentials/secrets-in-files.ts';
import { leftPlace } from '../credentials/secrets-in-keyring.ts';
import { stationKeyFileName } from '../credentials/station-key.ts';
import type { Settings } from '../settings/settings.ts';

const secretNames = Object.keys(ownFileNames) as SecretName[];

export interface SecretFiles {
  /** Only this user may read them: those of the folders, and those that the settings name. */
  readonly own: readonly string[];
  /** systemd's, which are root's and are shared by it. */
  readonly given: readonly string[];
}

/** Where secrets of a station may lie; `credentialsDirectory` is systemd's, if this process has one. */
export function secretFilesOf(
  settings: Settings,
  stationFolder: string,
  credentialsDirectory: string | undefined,
): SecretFiles {
  const below = (folder: string, names: readonly string[]) => names.map((name) => path.join(folder, name));
  const folders = [...new Set([settings.dataDir, stationFolder])];
  // What was given for the keyring lies in clear until a till starts.
  const ownNames = [stationKeyFileName, ...secretNames.flatMap((name) => [ownFileNames[name], leftPlace(name)])];
  const named = [settings.macKeyFile, settings.clientCertKeyFile].filter((file) => file !== null);
  return {
    own: [...folders.flatMap((folder) => below(folder, ownNames)), ...named],
    given: credentialsDirectory ? below(credentialsDirectory, [stationKeyFileName, ...secretNames]) : [],
  };
}

/** Strings of a JSON value at any depth. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

const shortestInFile = 8;

/** What is secret in the text of such a file: a line of it, or a string of its JSON. */
export function secretsInText(text: string): readonly string[] {
  let strings: readonly string[];
  try {
    strings = stringsIn(JSON.parse(text));
  } catch {
    strings = text.split(/\r?\n/).map((line) => line.trim());
  }
  return strings.filter((secret) => secret.length >= shortestInFile && !secret.startsWith('-----'));
}

/** Secrets of this station, to be looked for in what leaves it. What cannot be read cannot have got into it either. */
export function readKnownSecrets(
  { own, given }: SecretFiles,
  { proxyUrl }: Pick<Settings, 'proxyUrl'>,
): readonly string[] {
  const inFiles = [...own, ...given].flatMap((file) => {
    try {
      return secretsInText(readFileSync(file, 'utf8'));
    } catch {
      return [];
    }
  });
  const password = proxyUrl === null ? '' : decodeURIComponent(new URL(proxyUrl).password);
  return [...new Set(password === '' ? inFiles : [...inFiles, password])];
}

/**
 * Secrets of a running station: every key that signed since its start, as one that was replaced may still stand in a log,
 * and what its store holds now. What cannot be read there cannot have been used.
 */
export function secretsInUse(signedWith: readonly Credentials[], store: Pick<SecretStore, 'read'>): readonly string[] {
  const keys = signedWith.map((credentials) => ('macKey' in credentials ? credentials.macKey : credentials.key));
  const kept = secretNames.flatMap((name) => {
    const read = store.read(name);
    return read.ok && read.value !== null ? [read.value] : [];
  });
  return [...new Set([...keys, ...kept].flatMap(secretsInText))];
}
