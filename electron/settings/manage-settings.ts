import path from 'node:path';
import { z } from 'zod';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { loadSettings, readSources } from './load-settings.ts';
import { readSettingsFile, type SettingsFile } from './read-settings-file.ts';
import {
  findSetting,
  type LoadSettingsOptions,
  readSetting,
  type SettingLayer,
  type SettingSources,
  settingsFileName,
} from './setting-layers.ts';
import { type SettingName, type SettingRow, settingNames, settingRows } from './setting-rows.ts';
import { settableHere, stationFolderOf, stationSettingsFileName, withChanges } from './station-settings.ts';
import { whyNotStarted } from './why-not-started.ts';
import { replaceSettingsFile } from './write-settings.ts';

// `till settings`: what is in force and why, one value changed, a station copied to the next.

export interface ShownSetting {
  readonly name: SettingName;
  /** As a file would hold it; null too where what stands there is not allowed, because it may be a secret gone astray. */
  readonly value: unknown;
  readonly layer: SettingLayer;
  readonly variable: string;
  /** What is wrong with it, and what is allowed; null for nothing. */
  readonly problem: string | null;
}

const exportFormat = 'wallet-till-settings';
/** What is this station's alone. The data folder is no setting and stands in no file. */
const identity: readonly SettingName[] = ['stationName'];
const pathSettings: readonly SettingName[] = ['macKeyFile', 'clientCertFile', 'clientCertKeyFile', 'caCertFile'];

const exportedNames = settingNames.filter((name) => !identity.includes(name));

/** The command line's own answer may be kept as it is. */
const Answered = z.strictObject({ ok: z.literal(true), value: z.unknown() }).transform(({ value }) => value);

const ExportDocument = z.strictObject({
  format: z.literal(exportFormat),
  version: z.literal(1),
  settings: z.record(z.string(), z.unknown()),
});
export type ExportDocument = z.infer<typeof ExportDocument>;

/** Every setting with its value and the layer that it is from. Errors: `settings.unreadable`, `settings.cut-off`. */
export function showSettings(options: LoadSettingsOptions): Result<readonly ShownSetting[]> {
  const sources = readSources(options);
  return sources.ok ? ok(settingNames.map((name) => shownOf(name, sources.value))) : sources;
}

function shownOf(name: SettingName, sources: SettingSources): ShownSetting {
  const value = readSetting(name, sources);
  const { layer } = findSetting(name, sources);
  const { variable } = settingRows[name];
  return value.ok
    ? { name, value: writtenForm(name, sources), layer, variable, problem: null }
    : { name, value: null, layer, variable, problem: value.error };
}

/** As a file would hold it: a path that is relative to somewhere else is made whole. */
function writtenForm(name: SettingName, sources: SettingSources): unknown {
  const { raw } = findSetting(name, sources);
  const value = readSetting(name, sources);
  if (raw === undefined || pathSettings.includes(name)) {
    return value.ok ? value.value : null;
  }
  return raw;
}

/**
 * Everything that is not built in, for the next station: no secret (a file with one is named only) and nothing that is this
 * station's alone. Errors: those of `loadSettings`, because half a station is not worth copying.
 */
export function exportSettings(options: LoadSettingsOptions): Result<ExportDocument> {
  const whole = loadSettings(options);
  if (!whole.ok) {
    return whole;
  }
  const sources = readSources(options);
  if (!sources.ok) {
    return sources;
  }
  const given = exportedNames
    .filter((name) => findSetting(name, sources.value).layer !== 'built-in')
    .map((name) => [name, portable(name, sources.value)] as const);
  return ok({ format: exportFormat, version: 1, settings: Object.fromEntries(given) });
}

/** A file in this station's folder is, at the next station, in that one's. */
function portable(name: SettingName, sources: SettingSources): unknown {
  const value = writtenForm(name, sources);
  if (!pathSettings.includes(name) || typeof value !== 'string') {
    return value;
  }
  const relative = path.relative(sources.dataDir, value);
  return relative.startsWith('..') || path.isAbsolute(relative) ? value : relative;
}

export interface SetAnswer {
  /** Where it stands now. */
  readonly file: string;
  /** The layer in force after it: the environment still wins over `settings.json`. */
  readonly layer: SettingLayer;
}

/**
 * Sets one value, given as text; null takes it back. Nothing is written unless the station would start with it.
 * Errors: `settings.*`, `credentials.missing`.
 */
export function setSetting(options: LoadSettingsOptions, name: string, text: string | null): Result<SetAnswer> {
  const known = settingNames.find((candidate) => candidate === name);
  if (known === undefined) {
    return err(
      appError('settings.invalid', { problems: [`no setting has that name; allowed: ${settingNames.join(', ')}`] }),
    );
  }
  const sources = readSources(options);
  if (!sources.ok) {
    return sources;
  }
  const row = settingRows[known] as SettingRow;
  const change = { [known]: text === null ? null : (row.fromText?.(text) ?? text) };
  const isHere = settableHere.includes(known);
  const changed: SettingsChange = (before) => withChanges(before, change);
  const written = changeSettings(options, sources.value.dataDir, isHere ? { setHere: changed } : { file: changed });
  if (!written.ok) {
    return written;
  }
  const after = readSources(options);
  return after.ok
    ? ok({ file: isHere ? stationSettingsFileName : settingsFileName, layer: findSetting(known, after.value).layer })
    : after;
}

/**
 * Takes over what another station exported, in the place of all that was set or written here but this station's identity.
 * Validated whole before anything is written. Errors: `settings.*`, `credentials.missing`.
 */
export function importSettings(options: LoadSettingsOptions, text: string): Result<{ readonly settings: number }> {
  const content = readExport(text);
  if (!content.ok) {
    return content;
  }
  const sources = readSources(options);
  if (!sources.ok) {
    return sources;
  }
  const given = Object.entries(content.value);
  const isHere = ([name]: readonly [string, unknown]) => (settableHere as readonly string[]).includes(name);
  const written = changeSettings(options, sources.value.dataDir, {
    file: (before) => ({ ...own(before), ...Object.fromEntries(given.filter((entry) => !isHere(entry))) }),
    setHere: (before) => ({ ...own(before), ...Object.fromEntries(given.filter(isHere)) }),
  });
  return written.ok ? ok({ settings: given.length }) : written;
}

function readExport(text: string): Result<SettingsFile> {
  const problem = (sentence: string) => err(appError('settings.invalid', { problems: [sentence] }));
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return problem('standard input is no JSON; allowed: what till settings export wrote');
  }
  const answered = Answered.safeParse(parsed);
  const document = ExportDocument.safeParse(answered.success ? answered.data : parsed);
  if (!document.success) {
    return problem(`standard input is no export; allowed: format "${exportFormat}", version 1 and settings`);
  }
  const names = Object.keys(document.data.settings);
  const strange = names.filter((name) => !(exportedNames as readonly string[]).includes(name));
  return strange.length === 0
    ? ok(document.data.settings)
    : problem(`a setting in it is not taken over; allowed: ${exportedNames.join(', ')}`);
}

function own(file: SettingsFile): SettingsFile {
  return Object.fromEntries(Object.entries(file).filter(([name]) => (identity as readonly string[]).includes(name)));
}

export type SettingsChange = (before: SettingsFile) => SettingsFile;

/**
 * Holds both files against all rules as they would stand together, then writes them; the one with the mode comes last.
 * Errors: those of `loadSettings`; `settings.not-written`.
 */
export function changeSettings(
  options: LoadSettingsOptions,
  dataDir: string,
  changes: { readonly file?: SettingsChange; readonly setHere?: SettingsChange },
): Result<null> {
  const settingsFile = path.join(dataDir, settingsFileName);
  const file = changed(settingsFile, changes.file, options);
  if (!file.ok) {
    return file;
  }
  const mode = options.env.TILL_MODE || file.value.mode;
  const stationFile = path.join(
    stationFolderOf(dataDir, mode === 'live' ? 'live' : 'training'),
    stationSettingsFileName,
  );
  const setHere = changed(stationFile, changes.setHere, options);
  if (!setHere.ok) {
    return setHere;
  }
  const texts = new Map([
    [settingsFile, JSON.stringify(file.value)],
    [stationFile, JSON.stringify(setHere.value)],
  ]);
  const readFile = (name: string) => texts.get(name) ?? options.readFile(name);
  const asIfWritten = loadSettings({ ...options, dataDir, readFile });
  if (!asIfWritten.ok) {
    return asIfWritten;
  }
  const refusal = whyNotStarted(asIfWritten.value, { ...options, readFile });
  if (refusal !== null) {
    return err(refusal);
  }
  const station = write(stationFile, changes.setHere, options);
  return station.ok ? write(settingsFile, changes.file, options) : station;
}

function changed(
  file: string,
  change: SettingsChange = (before) => before,
  options: LoadSettingsOptions,
): Result<SettingsFile> {
  const before = readSettingsFile(file, options.readFile);
  return before.ok ? ok(change(before.value)) : before;
}

/** The change is made again on what stands there by then: another program may have written in between. */
function write(file: string, change: SettingsChange | undefined, options: LoadSettingsOptions): Result<null> {
  return change === undefined ? ok(null) : replaceSettingsFile(file, () => changed(file, change, options));
}
