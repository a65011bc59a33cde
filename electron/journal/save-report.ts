import path from 'node:path';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { troubleOf } from '../database/open-database.ts';
import { writeWhole } from '../files/write-whole.ts';

/** Writes a report into the station's `reports` folder, whole or not at all; answers with its path. Errors: `report.not-saved`. */
export function saveReport(folder: string, name: string, text: string): Result<string> {
  const file = path.join(folder, 'reports', name);
  try {
    writeWhole(file, text);
    return ok(file);
  } catch (thrown) {
    return err(appError('report.not-saved', { reason: troubleOf(thrown) }));
  }
}
