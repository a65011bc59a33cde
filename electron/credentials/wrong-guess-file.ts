import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../files/write-whole.ts';

const fileName = 'wrong-codes.json';

const Kept = z.record(z.string(), z.strictObject({ wrong: z.int().positive(), waitUntilMs: z.number().nullable() }));

interface Guesses {
  readonly wrong: number;
  readonly waitUntilMs: number | null;
}

/** Wrong confirmation codes of a station: how many for which wallet, and until when it waits. Never the codes. */
export interface WrongGuessFile {
  read(): ReadonlyMap<string, Guesses>;
  keep(all: ReadonlyMap<string, Guesses>): void;
}

/**
 * Remembers wrong guesses in the data folder: every command is a process of its own, and the API counts them all.
 * A file that cannot be read or written is no reason to send nothing: then this process remembers alone.
 */
export function createWrongGuessFile(dataDir: string): WrongGuessFile {
  const file = path.join(dataDir, fileName);
  let own: ReadonlyMap<string, Guesses> = new Map();
  let isKept = true;
  return {
    read: () => (isKept ? readOrNull(file) : null) ?? own,
    keep(all) {
      own = all;
      isKept = write(file, `${JSON.stringify(Object.fromEntries(all))}\n`);
    },
  };
}

function readOrNull(file: string): ReadonlyMap<string, Guesses> | null {
  try {
    const kept = Kept.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return kept.success ? new Map(Object.entries(kept.data)) : null;
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
