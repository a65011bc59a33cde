import { readFileSync } from 'node:fs';
import path from 'node:path';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { readSettingsFile } from './read-settings-file.ts';
import { type SettingName, type SettingRow, type SettingsPlace, settingNames, settingRows } from './setting-rows.ts';
import { replaceSettingsFile } from './write-settings.ts';

/** What was set at the station itself, over the environment and `settings.json` (docs/decisions, "Settings set here"). */
export const stationSettingsFileName = 'station-settings.json';

/** What decides whom the till talks to is not changed in passing at a counter. */
const notSetHere: readonly SettingName[] = [
  'mode',
  'apiUrl',
  'clientId',
  'macKeyFile',
  'clientCertFile',
  'clientCertKeyFile',
  'caCertFile',
  'secretStore',
  'proxy',
];

export const settableHere: readonly SettingName[] = settingNames.filter((name) => !notSetHere.includes(name));

export type StationSettings = Readonly<Partial<Record<SettingName, unknown>>>;

/** Training keeps what was set while training apart: it must not follow the station into live. */
export function stationFolderOf(dataDir: string, mode: 'training' | 'live', paths: path.PlatformPath = path): string {
  return mode === 'training' ? paths.join(dataDir, 'training') : dataDir;
}

export interface WriteStationSettingsOptions {
  /** The station's folder, as `stationFolderOf` names it. */
  readonly folder: string;
  readonly place: SettingsPlace;
}

/**
 * Sets values at this station, besides those set here before; null takes one back. Nothing is written unless all of them
 * are allowed. Errors: `settings.invalid` with the names and what is allowed; `settings.unreadable`; `settings.not-written`.
 */
export function writeStationSettings(changes: StationSettings, options: WriteStationSettingsOptions): Result<null> {
  const names = Object.keys(changes) as SettingName[];
  const problems = names.flatMap((name) => {
    if (!settableHere.includes(name)) {
      return [`${name} is not set here; allowed: ${settableHere.join(', ')}`];
    }
    const row = settingRows[name] as SettingRow;
    const value = changes[name];
    const isAllowed = value === null || row.schema(options.place).safeParse(value).success;
    return isAllowed ? [] : [`${name} has a value that is not allowed; allowed: ${row.allowed(options.place)}`];
  });
  if (problems.length > 0) {
    return err(appError('settings.invalid', { problems }));
  }
  const file = path.join(options.folder, stationSettingsFileName);
  return replaceSettingsFile(file, () => {
    const before = readSettingsFile(file, (name) => readFileSync(name, 'utf8'));
    return before.ok ? ok(withChanges(before.value, changes)) : before;
  });
}

/** Null takes a value back. */
export function withChanges(before: StationSettings, changes: StationSettings): StationSettings {
  return Object.fromEntries(Object.entries({ ...before, ...changes }).filter(([, value]) => value !== null));
}
