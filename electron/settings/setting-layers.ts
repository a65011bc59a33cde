import { err, ok, type Result } from '../../shared/errors/result.ts';
import type { SettingsFile } from './read-settings-file.ts';
import { pathsOf, type SettingName, type SettingRow, type SettingsPlace, settingRows } from './setting-rows.ts';
import type { LineOf } from './settings.ts';
import { stationSettingsFileName } from './station-settings.ts';

export interface LoadSettingsOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly homeDir: string;
  /** Text of a file; throws as `node:fs` does. */
  readonly readFile: (file: string) => string;
  /** Ids of the printer models that the wiring's adapters know. */
  readonly knownPrinterModels: readonly string[];
  /** Names of the operations that the client declares. */
  readonly knownOperations: readonly string[];
  /** What a printer prints in one line; absent where nothing is changed. */
  readonly lineOf?: LineOf;
  /** Folder of the station's data, where it is not `TILL_DATA_DIR` or the system's usual place. */
  readonly dataDir?: string;
}

export const settingsFileName = 'settings.json';

/** Where a value comes from; a later one wins. */
export type SettingLayer = 'built-in' | 'file' | 'environment' | 'set-here';

export interface SettingSources {
  readonly options: LoadSettingsOptions;
  readonly dataDir: string;
  readonly file: SettingsFile;
  /** Set at the station itself: wins over all else. */
  readonly setHere: SettingsFile;
}

export interface FoundSetting {
  readonly layer: SettingLayer;
  /** As the file would hold it; undefined for what is built in. */
  readonly raw: unknown;
  /** What errors call the place: a variable, or a file with the key. */
  readonly where: string;
  readonly place: SettingsPlace;
}

/** Where a setting is said, and what is said there; nothing is checked yet. */
export function findSetting(name: SettingName, { options, dataDir, file, setHere }: SettingSources): FoundSetting {
  const row = settingRows[name] as SettingRow;
  const { platform, knownPrinterModels, knownOperations } = options;
  const text = options.env[row.variable];
  const found = (layer: SettingLayer, raw: unknown, where: string, baseDir: string): FoundSetting => ({
    layer: raw === undefined || (raw === null && row.fallback === null) ? 'built-in' : layer,
    raw: raw === null && row.fallback === null ? undefined : raw,
    where,
    place: { platform, knownPrinterModels, knownOperations, baseDir },
  });
  if (setHere[name] !== undefined) {
    return found('set-here', setHere[name], `${stationSettingsFileName}: ${name}`, dataDir);
  }
  if (text !== undefined && text !== '') {
    return found('environment', row.fromText?.(text) ?? text, row.variable, pathsOf(platform).resolve('.'));
  }
  return found('file', file[name], `${settingsFileName}: ${name}`, dataDir);
}

/** Set here over environment over file over default. The error is a sentence that says where, and what is allowed. */
export function readSetting(name: SettingName, sources: SettingSources): Result<unknown, string> {
  const row = settingRows[name] as SettingRow;
  const { raw, where, place } = findSetting(name, sources);
  if (raw === undefined) {
    return ok(row.fallback);
  }
  const value = row.schema(place).safeParse(raw);
  return value.success
    ? ok(value.data)
    : err(`${where} has a value that is not allowed; allowed: ${row.allowed(place)}`);
}
