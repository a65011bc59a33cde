import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import type { KnownData } from './data.ts';
import { explain } from './load-data.ts';
import { WorldState } from './state.ts';

/** Tells one set of data from another. */
export function digestOf(data: KnownData): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex');
}

/**
 * Reads a state that was kept; null where there is no file yet.
 * Errors: `settings.invalid` for a damaged file and for one that belongs to other data.
 */
export function readStateFile(file: string, dataDigest: string): Result<WorldState | null> {
  const refuse = (reason: string) => err(appError('settings.invalid', { setting: '--state', file, reason }));
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code === 'ENOENT') return ok(null);
    return refuse(code ?? 'the file is not JSON: it is damaged; delete it to begin anew');
  }
  const parsed = WorldState.safeParse(value);
  if (!parsed.success) return refuse(`the file is damaged; delete it to begin anew: ${explain(parsed.error)}`);
  if (parsed.data.dataDigest !== dataDigest) {
    return refuse('the file belongs to other data; delete it to begin anew with these');
  }
  return ok(parsed.data);
}

/**
 * Keeps a state: written beside the file, forced to the disk and renamed, so that the file is the old state or the new
 * one and never half of either. Mode 0600: it holds codes and passwords. Throws the system's error.
 */
export function writeStateFile(file: string, state: WorldState): void {
  const beside = `${file}.new`;
  const handle = openSync(beside, 'w', 0o600);
  try {
    writeSync(handle, `${JSON.stringify(state, null, 1)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(beside, file);
}
