import type { CallInput, CallName, CallOutput } from '../../shared/contract/live.ts';

/** Calls that only go on with another one, and what all of them must be about. */
interface Continuation<C extends CallName> {
  readonly by: readonly CallName[];
  /** What it was about, where only its answer tells. */
  readonly aboutAnswer?: (answer: CallOutput<C>) => unknown;
}

const code = ['customer-display/begin-code-entry', 'card/confirm'] as const;
/** The card's own wallet; null while nobody knows whether there is one. */
const cardOf = (answer: CallOutput<'card/relate' | 'card/find-related'>): unknown =>
  'walletId' in answer ? answer.walletId : null;

/**
 * What needs no second word of a supervisor, because it is the same action still: the next page of the list, looking a
 * lost answer up, the code of the card just related, paper and table of the report just read, what was just learnt of a
 * scanner. Only about the same thing (`aboutOf`): another list, another report, another payment wants its own word.
 */
const continuations: { readonly [C in CallName]?: Continuation<C> } = {
  'account/read-statements': { by: ['account/read-statements'] },
  'account/read-payments': { by: ['account/read-payments'] },
  'account/read-reservations': { by: ['account/read-reservations'] },
  'account/read-favourites': { by: ['account/read-favourites'] },
  'account/cancel-payment': { by: ['account/look-up-payment'] },
  'account/accept-payment': { by: ['account/look-up-payment'] },
  'account/look-up-payment': { by: ['account/look-up-payment'] },
  'account/set-description': { by: ['account/look-up-description'] },
  'account/look-up-description': { by: ['account/look-up-description'] },
  'card/relate': { by: ['card/look-up', 'card/find-related', ...code], aboutAnswer: cardOf },
  'card/look-up': { by: ['card/look-up', 'card/find-related', ...code], aboutAnswer: cardOf },
  'card/find-related': { by: code, aboutAnswer: cardOf },
  'customer-display/begin-code-entry': { by: code },
  'card/confirm': { by: code },
  'credentials/choose-file': { by: ['credentials/choose-file', 'credentials/replace'] },
  'devices/start-listening': { by: ['devices/keep-learnt'] },
  'reports/read': { by: ['reports/print', 'reports/save-csv'] },
  'reports/print': { by: ['reports/print', 'reports/save-csv'] },
  'reports/save-csv': { by: ['reports/print', 'reports/save-csv'] },
  'reports/close-day': {
    by: ['reports/print', 'reports/save-csv'],
    aboutAnswer: ({ report }) => report.number,
  },
  'staff/await-card': { by: ['staff/add', 'staff/change'] },
};

/** What a call is about, beside the customer: two with the same say go on with each other. */
const aboutOf: { readonly [C in CallName]?: (input: CallInput<C>) => unknown } = {
  // Later pages repeat the moment that the first one's answer named.
  'account/read-statements': ({ query: { to: _, ...query } }) => query,
  'account/read-payments': ({ direction }) => direction,
  'account/cancel-payment': ({ paymentId }) => paymentId,
  'account/accept-payment': ({ paymentId }) => paymentId,
  'account/look-up-payment': ({ paymentId }) => paymentId,
  'customer-display/begin-code-entry': ({ walletId }) => walletId,
  'card/confirm': ({ walletId }) => walletId,
  'account/set-description': ({ description }) => description,
  'account/look-up-description': ({ description }) => description,
  'reports/read': ({ number }) => number,
  'reports/print': ({ number }) => number,
  'reports/save-csv': ({ number }) => number,
};

export function whatIsAbout(call: CallName, input: unknown): unknown {
  return (aboutOf[call] as ((input: unknown) => unknown) | undefined)?.(input) ?? null;
}

/** What a call turned out to be about; what it was about before where its answer says nothing of that. */
export function whatWasAbout(call: CallName, answer: unknown, before: unknown): unknown {
  const { aboutAnswer } = (continuations[call] ?? {}) as { aboutAnswer?: (answer: unknown) => unknown };
  return aboutAnswer === undefined ? before : aboutAnswer(answer);
}

export const goesOnWith = (before: CallName, call: CallName): boolean =>
  continuations[before]?.by.includes(call) ?? false;
