import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { troubleOf } from '../database/open-database.ts';

/** Writes a report into the station's `reports` folder, whole or not at all; answers with its path. Errors: `report.not-saved`. */
export function saveReport(folder: string, name: string, text: string): Result<string> {
  const file = path.join(folder, 'reports', name);
  const beside = `${file}.${process.pid}.new`;
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const descriptor = openSync(beside, 'w', 0o600);
    try {
      writeSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(beside, file);
    return ok(file);
  } catch (thrown) {
    return err(appError('report.not-saved', { reason: troubleOf(thrown) }));
  }
}
