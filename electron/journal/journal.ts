import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { findTrouble, inTransaction, type StoreTrouble, saysDamaged } from '../database/open-database.ts';
import {
  type Actor,
  type EntryContent,
  EntryContentSchema,
  type Happening,
  nobody,
  type Outcome,
  type Subject,
} from './entry.ts';
import { fitEntry, refusedOperation } from './fit-entry.ts';
import type { JournalStore } from './journal-store.ts';
import type { JournalKeys } from './keys.ts';
import { type LeftOpen, readLeftOpen } from './left-open.ts';
import { type OpenedJournal, openJournalFile } from './open-journal-file.ts';

/** Why nothing can be written just now. `no-key`: the station's key, which masks and signs, cannot be read. */
export type JournalTrouble = Exclude<StoreTrouble, 'newer'> | 'no-key';

export interface JournalState {
  readonly kind: 'writing' | 'failing';
  readonly reason: JournalTrouble | null;
  /** Name of a file that was found damaged, or signed by another key, and put aside. */
  readonly setAside: string | null;
  /** Changes and prints of which nobody knows what became; somebody must look. */
  readonly unsettled: number;
}

export interface Journal {
  readonly state: JournalState;
  onStateChanged(listener: (state: JournalState) => void): () => void;
  /**
   * Says what is about to be done; it is on the disk when this returns. `kept` is what looking it up later needs, sealed.
   * Errors: `journal.not-writable`; then it must not be done.
   */
  begin(intent: Happening, kept: string | null): Result<number>;
  /**
   * Says what became of it. Where nothing can be written just now it is written later. `by`: who says so, where that is
   * somebody else than who began it.
   */
  complete(intent: number, outcome: Outcome, by?: Actor): void;
  /** Says what happened and changed nothing; on the disk a moment later, or with the next intent. */
  note(happening: Happening, outcome: Outcome | null): void;
  /** What an earlier run left open and what nobody knows the outcome of. */
  readLeftOpen(): readonly LeftOpen[];
  /** Null while there is no key. */
  subjectOf(kind: string, text: string): Subject | null;
  walletKeyOf(walletId: number): string | null;
  flush(): void;
  /** Writes within the transaction of an audit that is under way. `about`: a close's number of the report. */
  enterNow(happening: Happening, outcome: Outcome | null, about?: number): void;
  /** Looks at the file itself, after all that waited is in it; null while nothing can be written. */
  audit<T>(work: (store: JournalStore, keys: JournalKeys) => T): T | null;
  close(): void;
}

export interface JournalOptions {
  readonly folder: string;
  /** Asked again while it has none. */
  readonly readKeys: () => JournalKeys | null;
  /** Eight hexadecimal digits, never the same twice. */
  readonly run: string;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Milliseconds that never go back. */
  readonly monotonic: () => number;
  /** Runs `action` once after `delayMs`; answers with the function that calls it off. */
  readonly schedule: (action: () => void, delayMs: number) => () => void;
}

const flushAfterMs = 60;
const checkpointAfterMs = 1_000;
const retryAfterMs = 5_000;
const mostWaiting = 5_000;
/** A clock that gains or loses that much against the monotonic one was set. */
const clockStepMs = 5_000;

type Write =
  | { readonly kind: 'note'; readonly content: EntryContent }
  | {
      readonly kind: 'complete';
      readonly intent: number;
      readonly outcome: Outcome;
      readonly by: Actor | null;
      readonly atMs: number;
    };

/** Opens the station's journal. Errors: `journal.newer-version`; whatever else is in the way is a state of it. */
export function openJournal(options: JournalOptions): Result<Journal> {
  const journal = new FileJournal(options);
  return journal.isNewer ? err(appError('journal.newer-version')) : ok(journal);
}

class FileJournal implements Journal {
  readonly #options: JournalOptions;
  readonly #listeners = new Set<(state: JournalState) => void>();
  #keys: JournalKeys | null = null;
  #opened: OpenedJournal | null = null;
  #state: JournalState = { kind: 'writing', reason: null, setAside: null, unsettled: 0 };
  #waiting: Write[] = [];
  #clockAhead: number;
  #callOffFlush: (() => void) | null = null;
  #callOffCheckpoint: (() => void) | null = null;
  #callOffRetry: (() => void) | null = null;
  #isDamaged = false;
  isNewer = false;

  constructor(options: JournalOptions) {
    this.#options = options;
    this.#clockAhead = options.clock() - options.monotonic();
    this.#open();
  }

  get state(): JournalState {
    return this.#state;
  }

  onStateChanged(listener: (state: JournalState) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  begin(intent: Happening, kept: string | null): Result<number> {
    // A bug throws here, while nothing is done yet and nothing waits for it.
    const content = EntryContentSchema.parse(this.#contentOf('intent', null, intent, null));
    const enter = (store: OpenedJournal['store']): number => {
      const number = store.append(content);
      const sealed = kept === null ? null : (this.#keys?.seal(kept, intent.operation) ?? null);
      store.openIntent(number, content.run, content.operation, sealed);
      return number;
    };
    // A damaged file was put aside meanwhile, and another one is open.
    const seq = this.#write(enter) ?? (this.#opened === null ? null : this.#write(enter));
    return seq === null ? err(appError('journal.not-writable', { reason: this.#reason, sent: false })) : ok(seq);
  }

  complete(intent: number, outcome: Outcome, by: Actor | null = null): void {
    this.#push({ kind: 'complete', intent, outcome, by, atMs: this.#options.clock() });
    this.flush();
  }

  note(happening: Happening, outcome: Outcome | null): void {
    this.#push({ kind: 'note', content: this.#contentOf('note', null, happening, outcome) });
    this.#callOffFlush ??= this.#options.schedule(() => this.flush(), flushAfterMs);
  }

  readLeftOpen(): readonly LeftOpen[] {
    const { run } = this.#options;
    const opened = this.#opened;
    return opened === null || this.#keys === null ? [] : readLeftOpen(opened.store, this.#keys, run);
  }

  subjectOf(kind: string, text: string): Subject | null {
    return this.#keys === null ? null : { kind, key: this.#keys.maskOf(kind, text) };
  }

  walletKeyOf(walletId: number): string | null {
    return this.#keys?.maskOf('wallet', String(walletId)) ?? null;
  }

  flush(): void {
    this.#callOffFlush?.();
    this.#callOffFlush = null;
    if (this.#waiting.length > 0) {
      this.#write(() => null);
    }
  }

  close(): void {
    this.flush();
    for (const callOff of [this.#callOffCheckpoint, this.#callOffRetry]) {
      callOff?.();
    }
    this.#checkpoint();
    this.#opened?.store.database.close();
    this.#opened = null;
  }

  audit<T>(work: (store: JournalStore, keys: JournalKeys) => T): T | null {
    this.flush();
    const [opened, keys] = [this.#opened, this.#keys];
    if (opened === null || keys === null) {
      return null;
    }
    try {
      return work(opened.store, keys);
    } catch (thrown) {
      if (findTrouble(thrown) === null) {
        throw thrown; // a bug of the work; the file is as it was
      }
      this.#fail(thrown);
      return null;
    }
  }

  enterNow(happening: Happening, outcome: Outcome | null, about: number | null = null): void {
    this.#opened?.store.append(this.#contentOf('note', about, happening, outcome));
  }

  get #reason(): string {
    return this.#state.reason ?? 'unavailable';
  }

  #push(write: Write): void {
    this.#waiting.push(write);
    if (this.#waiting.length > mostWaiting) {
      // Nobody's mutation or print: those are not begun without a place for them.
      const oldest = this.#waiting.findIndex(({ kind }) => kind === 'note');
      this.#waiting.splice(Math.max(0, oldest), 1);
    }
  }

  #contentOf(
    kind: EntryContent['kind'],
    about: number | null,
    happening: Happening,
    outcome: Outcome | null,
  ): EntryContent {
    const { operator, approver, device, operation, subject } = happening;
    return {
      atMs: this.#options.clock(),
      run: this.#options.run,
      kind,
      about,
      operation,
      ...outcomeFields(outcome),
      ...{ operator, approver, device },
      subjectKind: subject?.kind ?? null,
      subjectKey: subject?.key ?? null,
      walletKey: outcome?.wallet ?? happening.wallet,
    };
  }

  /** All that waits, then `work`, in one transaction; null when nothing could be written, and then it goes on waiting. */
  #write<T>(work: (store: OpenedJournal['store']) => T): T | null {
    if (this.#opened === null && !this.#open()) {
      return null;
    }
    const opened = this.#opened as OpenedJournal;
    let entering: Write | null = null;
    try {
      this.#noticeClock();
      const value = inTransaction(opened.store.database, () => {
        for (entering of this.#waiting) {
          this.#enter(entering, opened.store);
        }
        entering = null;
        return work(opened.store);
      });
      this.#waiting = [];
      this.#become({ kind: 'writing', reason: null, unsettled: countUnsettled(opened.store) });
      this.#callOffCheckpoint ??= this.#options.schedule(() => this.#checkpoint(), checkpointAfterMs);
      return value;
    } catch (thrown) {
      if (findTrouble(thrown) !== null) {
        this.#fail(thrown);
        return null;
      }
      if (entering === null) {
        throw thrown; // a bug of the work; what waits goes on waiting
      }
      this.#leaveOut(entering);
      return this.#write(work);
    }
  }

  /** One that can never be written would keep back all that waits behind it. */
  #leaveOut(write: Write): void {
    const place = this.#waiting.indexOf(write);
    const isNoteOfIt = write.kind === 'note' && write.content.operation === refusedOperation;
    this.#waiting.splice(place, 1, ...(isNoteOfIt ? [] : [this.#noteOf(refusedOperation)]));
  }

  #noteOf(operation: string, about: number | null = null): Write {
    const happening = { ...nobody, operation, subject: null, wallet: null };
    return { kind: 'note', content: this.#contentOf('note', about, happening, null) };
  }

  #enter(write: Write, store: OpenedJournal['store']): void {
    if (write.kind === 'note') {
      this.#append(write.content, store);
      return;
    }
    const { intent, outcome, atMs, by } = write;
    const begun = store.read(intent);
    if (begun === null || !store.closeIntent(intent, outcome.outcome)) {
      return; // settled before, or of a file that was set aside since
    }
    const { hash: _hash, seq: _seq, ...of } = begun;
    const wallet = outcome.wallet ?? begun.walletKey;
    const { run } = this.#options;
    const told = { atMs, run, kind: 'outcome', about: intent } as const;
    this.#append({ ...of, ...by, ...told, ...outcomeFields(outcome), walletKey: wallet }, store);
  }

  #append(happened: EntryContent, store: OpenedJournal['store']): void {
    const { content, isWhole } = fitEntry(happened);
    const seq = store.append(content);
    if (!isWhole) {
      this.#enter(this.#noteOf(refusedOperation, seq), store);
    }
  }

  #noticeClock(): void {
    const ahead = this.#options.clock() - this.#options.monotonic();
    const step = ahead - this.#clockAhead;
    if (Math.abs(step) >= clockStepMs) {
      this.#clockAhead = ahead;
      const operation = step < 0 ? 'clock.set-back' : 'clock.set-forward';
      const outcome = { ...noOutcome, durationMs: Math.round(Math.abs(step)) };
      const happening = { ...nobody, operation, subject: null, wallet: null };
      this.#waiting.push({ kind: 'note', content: { ...this.#contentOf('note', null, happening, null), ...outcome } });
    }
  }

  #checkpoint(): void {
    this.#callOffCheckpoint?.();
    this.#callOffCheckpoint = null;
    const opened = this.#opened;
    if (opened === null) {
      return;
    }
    try {
      inTransaction(opened.store.database, () => opened.store.checkpoint(this.#options.clock()));
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  #open(): boolean {
    this.#keys ??= this.#options.readKeys();
    if (this.#keys === null) {
      this.#becomeFailing('no-key');
      return false;
    }
    const { folder, run, clock } = this.#options;
    const opened = openJournalFile({ folder, run, clock, keys: this.#keys, isDamaged: this.#isDamaged });
    this.#isDamaged = false;
    if (!opened.ok) {
      this.isNewer = opened.error === 'newer';
      this.#becomeFailing(opened.error === 'newer' ? 'unavailable' : opened.error);
      return false;
    }
    this.#opened = opened.value;
    const { findings, setAside, store } = opened.value;
    this.#waiting.unshift(...findings.map(({ operation, about }) => this.#noteOf(operation, about)));
    const aside = setAside ?? this.#state.setAside;
    this.#become({ kind: 'writing', reason: null, setAside: aside, unsettled: countUnsettled(store) });
    return true;
  }

  #fail(thrown: unknown): void {
    this.#isDamaged = saysDamaged(thrown);
    // Called by timers, too, where nobody would catch what is no trouble that we know.
    const reason = this.#isDamaged ? 'unavailable' : (findTrouble(thrown) ?? 'unavailable');
    this.#opened?.store.database.close();
    this.#opened = null;
    // A damaged file is put aside at once: a till that ended before would leave the next one none the wiser. All else is
    // tried again later: a disk that came back is found then.
    if (this.#isDamaged && this.#open()) {
      return;
    }
    this.#becomeFailing(reason);
  }

  #becomeFailing(reason: JournalTrouble): void {
    this.#become({ kind: 'failing', reason });
    this.#callOffRetry?.();
    this.#callOffRetry = this.#options.schedule(() => void this.#write(() => null), retryAfterMs);
  }

  #become(next: Partial<JournalState>): void {
    const state = { ...this.#state, ...next };
    if (JSON.stringify(state) === JSON.stringify(this.#state)) {
      return;
    }
    this.#state = state;
    if (state.kind === 'writing') {
      this.#callOffRetry?.();
      this.#callOffRetry = null;
    }
    for (const listener of [...this.#listeners]) {
      listener(state);
    }
  }
}

const noOutcome = {
  outcome: null,
  settledBy: null,
  error: null,
  apiCode: null,
  apiStatus: null,
  durationMs: null,
} as const;

function outcomeFields(outcome: Outcome | null) {
  if (outcome === null) {
    return noOutcome;
  }
  const { outcome: kind, settledBy, error, apiCode, apiStatus, durationMs } = outcome;
  return { outcome: kind, settledBy, error, apiCode, apiStatus, durationMs };
}

function countUnsettled(store: OpenedJournal['store']): number {
  const row = store.database.prepare("SELECT count(*) AS n FROM open_intent WHERE state = 'unknown'").get();
  return Number(row?.n ?? 0);
}
