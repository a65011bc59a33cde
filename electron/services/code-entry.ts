import type { SessionId, WalletId } from '../../shared/domain/ids.ts';
import { type AppError, appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import type { ActionScope, Grant } from './action-scope.ts';
import type { CardRelation } from './card-relation.ts';
import type { CodeProblem, CustomerDisplay } from './customer-display.ts';
import type { DeskEvent } from './desk.ts';

/** What the desk hears of a code that is typed on the customer's side. Never the code, and not how much of it is there. */
export type CodeEntryEvent = { readonly session: SessionId } & (
  | { readonly kind: 'sending' | 'unclear' | 'confirmed' | 'later' | 'at-desk' }
  | { readonly kind: 'refused'; readonly error: AppError }
);

export interface CodeEntryOptions {
  readonly cards: Pick<CardRelation, 'confirm'>;
  /** What the desk was allowed when it asked for the code goes with the code: the customer at the display has no role. */
  readonly scope: Pick<ActionScope, 'current' | 'run'>;
  readonly display: Pick<CustomerDisplay, 'showCode' | 'tellCard'>;
  readonly isServed: (session: SessionId) => boolean;
  /** Whether there is a display to type on. */
  readonly isShown: () => boolean;
  /** Who has the keyboard: a pad at the display must not type into the desk. */
  readonly giveKeysTo: (side: 'display' | 'desk') => void;
  readonly newId: () => string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Runs `action` once after `delayMs`; answers with the function that calls it off. */
  readonly schedule: (action: () => void, delayMs: number) => () => void;
  readonly emit: (event: CodeEntryEvent) => void;
}

/**
 * The code of a related card, typed by its customer. It goes from the display through here to the API and nowhere else.
 * Whoever let the desk ask for it let the customer answer: the code is sent on the same word, with the same name.
 */
export interface CodeEntry {
  /** Asks for the code where it can be typed. Errors: `session.closed`. */
  begin(session: SessionId, walletId: WalletId): Result<{ readonly on: 'display' | 'desk' }>;
  /** The desk goes on by itself. */
  end(): void;
  /** Errors: `session.closed` for a code that nobody waits for. What came of it is shown and emitted. */
  submit(entry: string, code: string): Promise<Result<null>>;
  /** The customer confirms by the e-mail. Errors: `session.closed`. */
  confirmLater(entry: string): Result<null>;
  /** Somebody else, or nobody, is served now. */
  noticeDesk(event: DeskEvent): void;
  /** The display came or went. */
  noticeDisplay(): void;
}

interface Entry {
  readonly id: string;
  readonly session: SessionId;
  readonly walletId: WalletId;
  readonly grant: Grant | null;
  readonly sending: boolean;
}

/**
 * What the customer may know of it: their own tries and the wait, and of the rest that it did not work. The last wrong
 * code begins our wait, and is told as one.
 */
function problemFor({ code, details }: AppError, now: number): CodeProblem {
  const waitMs = typeof details?.waitMs === 'number' ? details.waitMs : null;
  const wait: CodeProblem = {
    kind: 'wait',
    until: waitMs === null ? null : now + waitMs,
    ours: details?.ours === true,
  };
  switch (code) {
    case 'card.invalid-code': {
      if (waitMs !== null) {
        return wait;
      }
      const left = details?.attemptsLeft;
      return { kind: 'wrong', attemptsLeft: typeof left === 'number' ? left : null };
    }
    case 'card.code-wait':
    case 'card.attempts-exhausted':
      return wait;
    default:
      return { kind: 'trouble' };
  }
}

export function createCodeEntry(options: CodeEntryOptions): CodeEntry {
  const { cards, display, scope, emit } = options;
  let entry: Entry | null = null;
  let stopWaiting: () => void = () => undefined;

  function show(next: Entry, problem: CodeProblem | null): void {
    stopWaiting();
    entry = next;
    display.showCode(next.session, { entry: next.id, sending: next.sending, problem });
    if (problem?.kind === 'wait' && problem.until !== null) {
      stopWaiting = options.schedule(() => show(next, null), Math.max(0, problem.until - options.now()));
    }
  }

  function stop(): Entry | null {
    const ended = entry;
    stopWaiting();
    entry = null;
    if (ended !== null) {
      options.giveKeysTo('desk');
    }
    return ended;
  }

  /** Where there is no display any more the desk goes on; what is on its way is waited for. */
  function leaveIfGone(): void {
    if (entry === null || entry.sending || options.isShown()) {
      return;
    }
    const { session } = entry;
    stop();
    display.showCode(session, null);
    emit({ kind: 'at-desk', session });
  }

  function named(id: string): Entry | null {
    return entry?.id === id && !entry.sending && options.isServed(entry.session) ? entry : null;
  }

  return {
    begin(session, walletId) {
      if (!options.isServed(session)) {
        return err(appError('session.closed'));
      }
      if (!options.isShown()) {
        return ok({ on: 'desk' });
      }
      show({ id: options.newId(), session, walletId, grant: scope.current(), sending: false }, null);
      options.giveKeysTo('display');
      return ok({ on: 'display' });
    },

    end() {
      const ended = stop();
      if (ended !== null) {
        display.showCode(ended.session, null);
      }
    },

    async submit(id, code) {
      const typed = named(id);
      if (typed === null) {
        return err(appError('session.closed'));
      }
      const { session, walletId, grant } = typed;
      const sending: Entry = { ...typed, sending: true };
      show(sending, null);
      emit({ kind: 'sending', session });
      const confirm = () => cards.confirm(session, walletId, code);
      const answer = await (grant === null ? confirm() : scope.run(grant, confirm));
      // The desk went on without it, or whoever typed it has gone.
      if (entry !== sending) {
        return ok(null);
      }
      if (!answer.ok) {
        show({ ...typed }, problemFor(answer.error, options.now()));
        emit({ kind: 'refused', session, error: answer.error });
        leaveIfGone();
      } else if (answer.value.kind === 'confirmed') {
        stop();
        display.tellCard(session, 'card-confirmed');
        emit({ kind: 'confirmed', session });
      } else {
        stop();
        display.showCode(session, null);
        emit({ kind: 'unclear', session });
      }
      return ok(null);
    },

    confirmLater(id) {
      const typed = named(id);
      if (typed === null) {
        return err(appError('session.closed'));
      }
      stop();
      display.tellCard(typed.session, 'card-later');
      emit({ kind: 'later', session: typed.session });
      return ok(null);
    },

    noticeDesk(event) {
      if (event.kind === 'closed' || event.kind === 'scan-received' || event.kind === 'identified') {
        stop();
      }
    },

    noticeDisplay: leaveIfGone,
  };
}
