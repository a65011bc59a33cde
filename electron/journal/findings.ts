import { type Anchor, type AnchorFound, isAnchorSigned } from './anchor-file.ts';
import type { JournalStore } from './journal-store.ts';
import type { JournalKeys } from './keys.ts';

/** Something to be said of the file that was found; it becomes the first entry of this run. */
export interface Finding {
  readonly operation:
    | 'journal.set-aside'
    | 'journal.tail-missing'
    | 'journal.end-replaced'
    | 'journal.anchor-missing'
    | 'journal.file-missing'
    | 'clock.set-back';
  /** The last entry that there had been, where it is known. */
  readonly about: number | null;
}

export interface FoundFile {
  readonly anchor: AnchorFound;
  /** Name of the file that was put aside for this one. */
  readonly setAside: string | null;
  /** There was none, or it was put aside. */
  readonly isNew: boolean;
  readonly nowMs: number;
}

/** What a file that is opened for writing has lost: afterwards the next signature would hide it. */
export function findingsOf(store: JournalStore, keys: JournalKeys, found: FoundFile): readonly Finding[] {
  const { anchor, setAside, isNew, nowMs } = found;
  const last = store.readLast();
  const known = anchor.kind === 'found' ? anchor.anchor : null;
  const lost: Finding | null =
    setAside !== null
      ? { operation: 'journal.set-aside', about: known?.seq ?? null }
      : isNew
        ? missingFile(anchor)
        : missingEnd(store, known !== null && isAnchorSigned(known, keys) ? known : null);
  const lastEntry = store.read(last.seq);
  const isAhead = lastEntry !== null && lastEntry.atMs > nowMs + 1_000;
  return [
    ...(lost === null ? [] : [lost]),
    ...(isAhead ? [{ operation: 'clock.set-back', about: last.seq } as const] : []),
  ];
}

/** An anchor without its journal: something was here. One of no entries is left by a first start that broke off. */
function missingFile(anchor: AnchorFound): Finding | null {
  if (anchor.kind === 'found') {
    return anchor.anchor.seq === 0 ? null : { operation: 'journal.file-missing', about: anchor.anchor.seq };
  }
  return anchor.kind === 'none' ? null : { operation: 'journal.file-missing', about: null };
}

function missingEnd(store: JournalStore, anchor: Anchor | null): Finding | null {
  const last = store.readLast();
  if (anchor === null) {
    // It is written with the file, so that it was taken away or changed.
    return last.seq === 0 ? null : { operation: 'journal.anchor-missing', about: null };
  }
  const about = anchor.seq;
  if (anchor.journal !== store.id) {
    return about === 0 ? null : { operation: 'journal.file-missing', about };
  }
  if (about > last.seq) {
    return { operation: 'journal.tail-missing', about };
  }
  const hash = store.read(about)?.hash;
  const isOther = hash !== undefined && !Buffer.from(hash).equals(Buffer.from(anchor.hash, 'hex'));
  return isOther ? { operation: 'journal.end-replaced', about } : null;
}
