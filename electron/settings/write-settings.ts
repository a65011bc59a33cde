import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';

/** A write takes milliseconds; what has lain about for longer was left by a program that died over it. */
const longestWriteMs = 10_000;

/**
 * Replaces a file of settings: whole or not at all, so that a till that loses power here comes up with the old settings
 * or with the new ones. `compose` is called while no other program of the station can write, so that two at once lose
 * nothing of each other. Errors: what `compose` answers with; `settings.not-written`.
 */
export function replaceSettingsFile(
  file: string,
  compose: () => Result<object>,
  nowMs: () => number = Date.now,
): Result<null> {
  const beside = `${file}.new`;
  let handle: number;
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    handle = openBeside(beside, nowMs);
  } catch (fault) {
    return notWritten(file, fault);
  }
  let isOurs = true;
  try {
    const content = compose();
    if (!content.ok) {
      return content;
    }
    writeSync(handle, `${JSON.stringify(content.value, null, 2)}\n`);
    fsyncSync(handle);
    renameSync(beside, file);
    isOurs = false;
    return ok(null);
  } catch (fault) {
    return notWritten(file, fault);
  } finally {
    closeSync(handle);
    if (isOurs) {
      rmSync(beside, { force: true });
    }
  }
}

/** The file beside is the lock as well: it exists only while somebody writes. */
function openBeside(beside: string, nowMs: () => number): number {
  try {
    return openSync(beside, 'wx', 0o600);
  } catch (fault) {
    const isStale = (fault as NodeJS.ErrnoException).code === 'EEXIST' && nowMs() - timeOf(beside) > longestWriteMs;
    if (!isStale) {
      throw fault;
    }
    rmSync(beside, { force: true });
    return openSync(beside, 'wx', 0o600);
  }
}

function timeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function notWritten(file: string, fault: unknown): Result<never> {
  const code = (fault as NodeJS.ErrnoException).code ?? 'unknown';
  const reason = code === 'EEXIST' ? 'another program of this station is writing it' : code;
  const name = path.basename(file);
  return err(appError('settings.not-written', { file: name, reason, problems: [`${name}: ${reason}`] }));
}
