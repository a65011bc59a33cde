import { readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { writeWhole } from '../files/write-whole.ts';

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

/** Whole or not at all. Throws as `node:fs` does. */
export function writePeopleAnchor(file: string, key: string, nowMs: number): void {
  writeWhole(file, `${JSON.stringify({ key, sinceMs: nowMs })}\n`);
}

export function removePeopleAnchor(file: string): void {
  rmSync(file, { force: true });
}
