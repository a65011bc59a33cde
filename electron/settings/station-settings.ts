import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { type SettingName, type SettingRow, type SettingsPlace, settingNames, settingRows } from './setting-rows.ts';

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

function readWritten(file: string): Result<Record<string, unknown>> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'ENOENT'
      ? ok({})
      : err(appError('settings.unreadable', { file: stationSettingsFileName }));
  }
  try {
    const content: unknown = JSON.parse(text);
    return typeof content === 'object' && content !== null && !Array.isArray(content)
      ? ok(content as Record<string, unknown>)
      : err(appError('settings.unreadable', { file: stationSettingsFileName }));
  } catch {
    return err(appError('settings.unreadable', { file: stationSettingsFileName }));
  }
}

/** Whole or not at all: a till that loses power here comes up with the old settings or with the new ones. */
function replaceFile(file: string, text: string): void {
  const written = `${file}.new`;
  const handle = openSync(written, 'w', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(written, file);
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
  const before = readWritten(file);
  if (!before.ok) {
    return before;
  }
  const merged = Object.entries({ ...before.value, ...changes }).filter(([, value]) => value !== null);
  try {
    mkdirSync(options.folder, { recursive: true, mode: 0o700 });
    replaceFile(file, `${JSON.stringify(Object.fromEntries(merged), null, 2)}\n`);
    return ok(null);
  } catch (fault) {
    const reason = (fault as NodeJS.ErrnoException).code ?? 'unknown';
    return err(appError('settings.not-written', { file: stationSettingsFileName, reason }));
  }
}
