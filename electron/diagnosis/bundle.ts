import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { CheckResult } from '../../shared/domain/station-findings.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { allowedLine } from '../log/log-fields.ts';
import { logFileNames, logFolderName } from '../log/log-files.ts';
import type { Settings } from '../settings/settings.ts';
import type { ListedDevice } from './device-list.ts';
import type { JournalStatistics } from './journal-look.ts';
import { findMark, type KnownMarks } from './marks.ts';
import { settingsShown } from './settings-shown.ts';

/** What a diagnosis is made of; each is a part of the archive. */
export interface Diagnosis {
  readonly about: Readonly<Record<string, string>>;
  readonly settings: Result<Settings>;
  readonly checks: readonly CheckResult[];
  readonly devices: readonly ListedDevice[];
  /** Null where there is no journal, or it cannot be read. */
  readonly journal: JournalStatistics | null;
  /** The station's folder, for its logs; null without one. */
  readonly folder: string | null;
}

export interface Part {
  readonly name: string;
  readonly text: string;
}

export interface SavedBundle {
  /** The whole path. */
  readonly file: string;
  readonly bytes: number;
  readonly parts: readonly string[];
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The parts as text, in the order in which they are checked and written. */
export function partsOf({ about, settings, checks, devices, journal, folder }: Diagnosis): readonly Part[] {
  return [
    { name: 'about.json', text: json(about) },
    { name: 'settings.json', text: json(settings.ok ? settingsShown(settings.value) : { error: settings.error.code }) },
    { name: 'checks.json', text: json(checks) },
    { name: 'devices.json', text: json(devices) },
    { name: 'journal.json', text: json(journal) },
    ...(folder === null ? [] : logParts(path.join(folder, logFolderName))),
  ];
}

function logParts(folder: string): readonly Part[] {
  return logFileNames().flatMap((name) => {
    try {
      const lines = readFileSync(path.join(folder, name), 'utf8').split('\n').filter(Boolean);
      return [{ name: `logs/${name}`, text: lines.map((line) => `${allowedLine(line)}\n`).join('') }];
    } catch {
      return []; // there are not so many yet
    }
  });
}

/**
 * Looks at every part for what must not be in it, and only then writes the archive, for this user alone.
 * Errors: `bundle.marked` with `part` and `mark`, the kind of what was found and never itself; then nothing is written.
 * `bundle.not-written` with `reason`: the file is there already, or the disk takes nothing.
 */
export function saveBundle(file: string, parts: readonly Part[], known: KnownMarks): Result<SavedBundle> {
  for (const { name, text } of parts) {
    const mark = findMark(text, known);
    if (mark !== null) {
      return err(appError('bundle.marked', { part: name, mark }));
    }
  }
  const archive = zipSync(Object.fromEntries(parts.map(({ name, text }) => [name, strToU8(text)])));
  let isOurs = false;
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, '', { flag: 'wx', mode: 0o600 });
    isOurs = true;
    writeFileSync(file, archive);
    return ok({ file, bytes: archive.byteLength, parts: parts.map(({ name }) => name) });
  } catch (thrown) {
    if (isOurs) {
      rmSync(file, { force: true }); // half an archive tells nobody anything
    }
    const reason = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown';
    return err(appError('bundle.not-written', { reason }));
  }
}

const bundleName = /^wallet-till-[0-9-]{15}\.zip$/;
const mostKept = 5;

/** Where the running till puts one: in its own folder, which may be the only one that it can write to. */
export function bundleFileIn(folder: string, atMs: number): string {
  const stamp = new Date(atMs).toISOString().slice(0, 16).replace(/[-:]/g, '').replace('T', '-');
  const second = new Date(atMs).toISOString().slice(17, 19);
  return path.join(folder, 'diagnosis', `wallet-till-${stamp}${second}.zip`);
}

/** Lets the oldest go, so that a button pressed every day fills no disk. */
export function pruneBundles(folder: string): void {
  const own = path.join(folder, 'diagnosis');
  try {
    const names = readdirSync(own).filter((name) => bundleName.test(name));
    for (const name of names.sort().slice(0, -mostKept)) {
      rmSync(path.join(own, name), { force: true });
    }
  } catch {
    // There is none yet.
  }
}
