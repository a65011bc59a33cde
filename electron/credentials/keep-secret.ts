import path from 'node:path';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { writeWhole } from '../files/write-whole.ts';
import { credentialsError, reasonOfSystem } from './guarded-file.ts';

/**
 * Writes a secret into a file that only the till's user reads (mode 0600), whole or not at all.
 * Errors: `credentials.not-kept` with the system's reason.
 */
export function keepSecret(file: string, secret: string): Result<null> {
  try {
    writeWhole(file, `${secret}\n`);
    return ok(null);
  } catch (fault) {
    return err(credentialsError('credentials.not-kept', path.basename(file), reasonOfSystem(fault)));
  }
}
