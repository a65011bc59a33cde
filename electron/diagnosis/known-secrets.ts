import { readFileSync } from 'node:fs';
import path from 'node:path';
import { stationKeyFileName } from '../credentials/station-key.ts';
import type { Settings } from '../settings/settings.ts';

/** Under these names secrets may lie in the data folder. */
const ownNames = [stationKeyFileName, 'access-token.json', 'mac-key', 'client-certificate-key'];

/** Files that only this user may read: those of the folders, and those that the settings name. */
export function secretFilesOf(settings: Settings, stationFolder: string): readonly string[] {
  const folders = [...new Set([settings.dataDir, stationFolder])];
  const named = [settings.macKeyFile, settings.clientCertKeyFile].filter((file) => file !== null);
  return [...folders.flatMap((folder) => ownNames.map((name) => path.join(folder, name))), ...named];
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
  files: readonly string[],
  { proxyUrl }: Pick<Settings, 'proxyUrl'>,
): readonly string[] {
  const inFiles = files.flatMap((file) => {
    try {
      return secretsInText(readFileSync(file, 'utf8'));
    } catch {
      return [];
    }
  });
  const password = proxyUrl === null ? '' : decodeURIComponent(new URL(proxyUrl).password);
  return [...new Set(password === '' ? inFiles : [...inFiles, password])];
}
