import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../files/write-whole.ts';

const fileName = 'wrong-codes.json';

const Kept = z.strictObject({
  key: z.string().regex(/^[0-9a-f]{64}$/),
  guesses: z.record(z.string(), z.strictObject({ wrong: z.int().positive(), waitUntilMs: z.number().nullable() })),
});
type Kept = z.infer<typeof Kept>;

interface Guesses {
  readonly wrong: number;
  readonly waitUntilMs: number | null;
}

/** Wrong confirmation codes of a station, by a keyed hash of what they are about. */
export interface WrongGuessFile {
  read(): ReadonlyMap<string, Guesses>;
  /** What `about` is called in what was read last. */
  nameOf(about: string): string;
  keep(all: ReadonlyMap<string, Guesses>): void;
}

/**
 * Remembers wrong guesses in the data folder: every command is a process of its own, and the API counts them all. How
 * many for which wallet, and until when it waits: never a code, and of the wallet a keyed hash, so that the file, for
 * this user alone as it is, names no customer. A file that cannot be read or written is no reason to send nothing: then
 * this process remembers alone.
 */
export function createWrongGuessFile(dataDir: string): WrongGuessFile {
  const file = path.join(dataDir, fileName);
  let latest: Kept = { key: randomBytes(32).toString('hex'), guesses: {} };
  let isKept = true;
  return {
    nameOf: (about) => createHmac('sha256', latest.key).update(about).digest('hex').slice(0, 32),
    read() {
      // Another process may have begun the file meanwhile: its key counts.
      latest = (isKept ? readOrNull(file) : null) ?? latest;
      return new Map(Object.entries(latest.guesses));
    },
    keep(all: ReadonlyMap<string, Guesses>) {
      latest = { ...latest, guesses: Object.fromEntries(all) };
      isKept = write(file, `${JSON.stringify(latest)}\n`);
    },
  };
}

function readOrNull(file: string): Kept | null {
  try {
    const kept = Kept.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return kept.success ? kept.data : null;
  } catch {
    return null;
  }
}

function write(file: string, text: string): boolean {
  try {
    writeWhole(file, text);
    return true;
  } catch {
    return false;
  }
}
