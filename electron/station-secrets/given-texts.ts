import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { GivenText, GivenTextName } from '../../shared/domain/given-text.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { credentialsError } from '../credentials/guarded-file.ts';

/** What the page gives, made into text in main: the content of a file never passes through the page. */
export interface GivenTexts {
  readonly canChoose: boolean;
  /** The chosen file's name; null when none was. */
  choose(what: GivenTextName): Promise<string | null>;
  /** Errors: `credentials.missing` for nothing, `credentials.unreadable`. */
  read(what: GivenTextName, given: GivenText): Result<string>;
  forget(): void;
}

/** Chains of certificates have some kilobytes; more is another file. */
const mostBytes = 65_536;

/** `choose` opens the host's dialog; null where it has none. */
export function createGivenTexts(choose: (() => Promise<string | null>) | null): GivenTexts {
  const chosen = new Map<GivenTextName, string>();
  return {
    canChoose: choose !== null,
    async choose(what) {
      const file = (await choose?.()) ?? null;
      if (file !== null) {
        chosen.set(what, file);
      }
      return file === null ? null : path.basename(file);
    },
    read(what, given) {
      switch (given.from) {
        case 'typed':
          return given.text.trim() === ''
            ? err(credentialsError('credentials.missing', what, 'nothing was given'))
            : ok(given.text.trim());
        case 'path':
          return readGiven(what, given.path);
        case 'chosen': {
          const file = chosen.get(what);
          return file === undefined
            ? err(credentialsError('credentials.missing', what, 'no file was chosen'))
            : readGiven(what, file);
        }
      }
    },
    forget: () => chosen.clear(),
  };
}

/** A file as a provider hands it out: on a stick, readable by all; it is copied into the station's own store. */
function readGiven(what: GivenTextName, file: string): Result<string> {
  const unreadable = (reason: string) => err(credentialsError('credentials.unreadable', what, reason));
  try {
    const found = statSync(file);
    if (!found.isFile()) {
      return unreadable('not a regular file');
    }
    return found.size > mostBytes ? unreadable('too large for a key') : ok(readFileSync(file, 'utf8').trim());
  } catch (fault) {
    return unreadable((fault as NodeJS.ErrnoException).code ?? 'unknown');
  }
}
