import { createHash } from 'node:crypto';
import type { EntryContent } from './entry.ts';

/** A place in the chain: the entry with that number and all before it are what they were. */
export interface ChainPoint {
  readonly seq: number;
  readonly hash: Uint8Array;
}

/** Before the first entry; no two journals begin alike. */
export function beginningOf(journalId: string): ChainPoint {
  return { seq: 0, hash: createHash('sha256').update(`wallet-till journal ${journalId}`).digest() };
}

/** SHA-256 over the hash of the entry before and every field, in the order of the table. */
export function hashOf(before: ChainPoint, content: EntryContent): Uint8Array {
  const c = content;
  const fields = [
    ...[before.seq + 1, c.atMs, c.run, c.kind, c.about, c.operation, c.outcome, c.settledBy, c.error],
    ...[c.apiCode, c.apiStatus, c.durationMs, c.operator, c.approver, c.device],
    ...[c.subjectKind, c.subjectKey, c.walletKey],
  ];
  return createHash('sha256').update(before.hash).update(JSON.stringify(fields)).digest();
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** What a checkpoint signs. */
export function checkpointMessage(journalId: string, point: ChainPoint, atMs: number): string {
  return `wallet-till checkpoint\n${journalId}\n${point.seq}\n${hex(point.hash)}\n${atMs}`;
}

/** What compaction signs: another message, or any checkpoint would allow taking away all that is before it. */
export function compactionMessage(journalId: string, point: ChainPoint, atMs: number): string {
  return `wallet-till compaction\n${journalId}\n${point.seq}\n${hex(point.hash)}\n${atMs}`;
}
