import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeWhole } from '../files/write-whole.ts';
import { type ChainPoint, checkpointMessage } from './chain.ts';
import type { JournalKeys } from './keys.ts';

/** The latest checkpoint once more, outside the database: what is cut from the end of the one is missed by the other. */
export const Anchor = z.strictObject({
  journal: z.string(),
  seq: z.int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  atMs: z.int(),
  /** Number of the latest Z report: it is not given again after a file that was lost. Earlier programs wrote none. */
  reports: z.int().min(0).optional(),
  signature: z.string().regex(/^[0-9a-f]+$/),
});
export type Anchor = z.infer<typeof Anchor>;

/** What lies in its place: nothing, something that is no anchor, or one, whoever signed it. */
export type AnchorFound =
  | { readonly kind: 'none' | 'unreadable' }
  | { readonly kind: 'found'; readonly anchor: Anchor };

export function findAnchor(file: string): AnchorFound {
  try {
    return { kind: 'found', anchor: Anchor.parse(JSON.parse(readFileSync(file, 'utf8'))) };
  } catch (thrown) {
    return { kind: thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT' ? 'none' : 'unreadable' };
  }
}

/** Null when there is none, or what lies there is none. */
export function readAnchor(file: string): Anchor | null {
  const found = findAnchor(file);
  return found.kind === 'found' ? found.anchor : null;
}

export function pointOf(anchor: Anchor): ChainPoint {
  return { seq: anchor.seq, hash: Buffer.from(anchor.hash, 'hex') };
}

/** Whether this key signed it. */
export function isAnchorSigned(anchor: Anchor, keys: JournalKeys): boolean {
  return keys.isSigned(messageOf(anchor), Buffer.from(anchor.signature, 'hex'));
}

export function signAnchor(said: Omit<Anchor, 'signature'>, keys: JournalKeys): Anchor {
  return { ...said, signature: Buffer.from(keys.sign(messageOf(said))).toString('hex') };
}

function messageOf(said: Omit<Anchor, 'signature'>): string {
  const { journal, seq, hash, atMs, reports } = said;
  const message = checkpointMessage(journal, { seq, hash: Buffer.from(hash, 'hex') }, atMs);
  return reports === undefined ? message : `${message}\nreports ${reports}`;
}

/** Whole or not at all. Throws as `node:fs` does. */
export function writeAnchor(file: string, anchor: Anchor): void {
  writeWhole(file, `${JSON.stringify(anchor)}\n`);
}
