import { z } from 'zod';

/** Who did it and with what. Names are the station's own people's, never a customer's. */
export interface Actor {
  readonly operator: string | null;
  /** The supervisor who allowed this one action; null when nobody had to. */
  readonly approver: string | null;
  /** The reader, `typed` or `command-line`. */
  readonly device: string | null;
}

export const nobody: Actor = { operator: null, approver: null, device: null };

/** Something or somebody by a keyed hash: only who holds the card, or the number, finds its entries again. */
export interface Subject {
  readonly kind: string;
  readonly key: string;
}

export interface Happening extends Actor {
  /** `noun.verb`: an operation of the API, `receipt.print`, or what else a till does. */
  readonly operation: string;
  readonly subject: Subject | null;
  /** Keyed hash of the wallet's number. */
  readonly wallet: string | null;
}

export const outcomes = [
  'done',
  'refused',
  'failed',
  'abandoned',
  'unknown',
  'not-settled',
  'not-done',
  'printed',
  'not-printed',
] as const;
export type OutcomeKind = (typeof outcomes)[number];

export interface Outcome {
  readonly outcome: OutcomeKind;
  readonly settledBy: 'answer' | 'read' | 'operator' | null;
  /** Our code. */
  readonly error: string | null;
  readonly apiCode: string | null;
  readonly apiStatus: number | null;
  readonly durationMs: number | null;
  /** The wallet that an identifier led to, where the happening could not know it yet. */
  readonly wallet?: string | null;
}

export const plainDone: Outcome = {
  outcome: 'done',
  settledBy: null,
  error: null,
  apiCode: null,
  apiStatus: null,
  durationMs: null,
};

/** Done, or refused for that reason. */
export function outcomeOf(error: string | null): Outcome {
  return error === null ? plainDone : { ...plainDone, outcome: 'refused', error };
}

export type EntryKind = 'intent' | 'outcome' | 'note';

/** One line of the journal as it is stored, without its place in the chain. */
export interface EntryContent {
  readonly atMs: number;
  readonly run: string;
  readonly kind: EntryKind;
  /** The intent that an outcome is of; the number of a report that was closed; the last entry that is missed. */
  readonly about: number | null;
  readonly operation: string;
  readonly outcome: OutcomeKind | null;
  readonly settledBy: Outcome['settledBy'];
  readonly error: string | null;
  readonly apiCode: string | null;
  readonly apiStatus: number | null;
  readonly durationMs: number | null;
  readonly operator: string | null;
  readonly approver: string | null;
  readonly device: string | null;
  readonly subjectKind: string | null;
  readonly subjectKey: string | null;
  readonly walletKey: string | null;
}

export interface Entry extends EntryContent {
  readonly seq: number;
  readonly hash: Uint8Array;
}

const word = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const key = z.string().regex(/^[0-9a-f]{32}$/);
const person = z.string().regex(/^[^\p{C}]{1,40}$/u);

/** What may stand in a line: words of ours, keyed hashes and numbers. */
export const EntryContentSchema = z.strictObject({
  atMs: z.int(),
  run: z.string().regex(/^[0-9a-f]{8}$/),
  kind: z.enum(['intent', 'outcome', 'note']),
  about: z.int().nullable(),
  operation: z.string().regex(/^[a-z-]{1,32}\.[a-z-]{1,32}$/),
  outcome: z.enum(outcomes).nullable(),
  settledBy: z.enum(['answer', 'read', 'operator']).nullable(),
  error: z
    .string()
    .regex(/^[a-z-]{1,32}\.[a-z-]{1,40}$/)
    .nullable(),
  apiCode: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .nullable(),
  apiStatus: z.int().min(100).max(599).nullable(),
  durationMs: z.int().min(0).nullable(),
  operator: person.nullable(),
  approver: person.nullable(),
  device: word.nullable(),
  subjectKind: word.nullable(),
  subjectKey: key.nullable(),
  walletKey: key.nullable(),
});
