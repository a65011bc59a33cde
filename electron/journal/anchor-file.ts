import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeWhole } from '../files/write-whole.ts';

/** The latest checkpoint once more, outside the database: what is cut from the end of the one is missed by the other. */
export const Anchor = z.strictObject({
  journal: z.string(),
  seq: z.int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  atMs: z.int(),
  signature: z.string().regex(/^[0-9a-f]+$/),
});
export type Anchor = z.infer<typeof Anchor>;

/** Null when there is none, or what lies there is none. */
export function readAnchor(file: string): Anchor | null {
  try {
    return Anchor.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Whole or not at all. Throws as `node:fs` does. */
export function writeAnchor(file: string, anchor: Anchor): void {
  writeWhole(file, `${JSON.stringify(anchor)}\n`);
}
