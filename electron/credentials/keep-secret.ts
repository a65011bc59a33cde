import { closeSync, fchmodSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { credentialsError, reasonOfSystem } from './guarded-file.ts';

/**
 * Writes a secret into a file that only the till's user reads (mode 0600): beside it, forced to disk, renamed, so that a
 * crash leaves the old one or the new one. Errors: `credentials.not-kept` with the system's reason.
 */
export function keepSecret(file: string, secret: string): Result<null> {
  const beside = `${file}.new`;
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    // Whoever had put a file or a link there before would still hold it open.
    rmSync(beside, { force: true });
    const descriptor = openSync(beside, 'wx', 0o600);
    try {
      fchmodSync(descriptor, 0o600);
      writeSync(descriptor, `${secret}\n`);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(beside, file);
    return ok(null);
  } catch (fault) {
    rmSync(beside, { force: true });
    return err(credentialsError('credentials.not-kept', path.basename(file), reasonOfSystem(fault)));
  }
}
