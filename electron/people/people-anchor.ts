import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const AnchorFile = z.strictObject({ key: z.string(), sinceMs: z.int() });

/**
 * What lies beside the list of operators and outlasts it: that this station has operators, and which of the station's
 * keys their PINs were made with. `unreadable` counts as there: what nobody can read must not unlock a station.
 */
export type PeopleAnchor =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'there'; readonly key: string };

export function readPeopleAnchor(file: string): PeopleAnchor {
  try {
    return { kind: 'there', key: AnchorFile.parse(JSON.parse(readFileSync(file, 'utf8'))).key };
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
    return { kind: code === 'ENOENT' || code === 'ENOTDIR' ? 'absent' : 'unreadable' };
  }
}

/** Whole or not at all: written beside it, forced to the disk, renamed. Throws as `node:fs` does. */
export function writePeopleAnchor(file: string, key: string, nowMs: number): void {
  const beside = `${file}.${process.pid}.new`;
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const descriptor = openSync(beside, 'w', 0o600);
  try {
    writeSync(descriptor, `${JSON.stringify({ key, sinceMs: nowMs })}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(beside, file);
}

export function removePeopleAnchor(file: string): void {
  rmSync(file, { force: true });
}
