import type {
  ChangeOutcome,
  FavouriteRow,
  FoundPerson,
  PaymentRow,
  ReservationRow,
  RevealedData,
  RevealSubject,
  StatementRow,
} from '../../shared/contract/account.ts';
import type { SessionId } from '../../shared/domain/ids.ts';
import type { CurrencyCode } from '../../shared/domain/wallet.ts';
import type { AppError } from '../../shared/errors/app-error.ts';

export type {
  FavouriteRow,
  FoundPerson,
  PartyView,
  PaymentRow,
  ReservationRow,
  RevealedData,
  RevealSubject,
  StatementRow,
} from '../../shared/contract/account.ts';

// One union per flow, as in flows.ts: what is known of a customer's account while they are served.

/** What comes after the rows that are there. */
type MoreRows =
  | { readonly kind: 'idle' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: AppError };

export interface ReadList<Row> {
  readonly kind: 'read';
  readonly rows: readonly Row[];
  /** How many there are by the service's latest count. */
  readonly total: number;
  /** Offset of the next page; null after the last one. */
  readonly next: number | null;
  readonly more: MoreRows;
}

export type AccountList<Row> =
  | { readonly kind: 'unread' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: AppError }
  | ReadList<Row>;

export const periods = ['today', 'week', 'month', 'range'] as const;
export type Period = (typeof periods)[number];
export type DirectionChoice = 'all' | 'in' | 'out';

export interface StatementFilter {
  readonly period: Period;
  /** First and last day of a range, as `2026-11-20`; null while it is not chosen. */
  readonly from: string | null;
  readonly to: string | null;
  readonly direction: DirectionChoice;
  /** None chosen means all of them. */
  readonly currencies: readonly CurrencyCode[];
  /** What was searched for; empty for everything. */
  readonly text: string;
}

export interface Statements {
  readonly filter: StatementFilter;
  /** As typed, before it is searched for. */
  readonly typed: string;
  readonly list: AccountList<StatementRow>;
  readonly selected: number | null;
  /** Unix seconds at which the list ends: fixed by its first page. */
  readonly to: number | null;
  /** The range chosen ends before it begins, or is not whole. */
  readonly rangeProblem: boolean;
}

/** What is being changed about one pending payment. Its password is in no state. */
export type PaymentChange =
  | { readonly kind: 'none' }
  /** The customer is asked whether they agree; the row is shown whole. */
  | { readonly kind: 'consenting'; readonly payment: PaymentRow }
  | { readonly kind: 'sending'; readonly action: PaymentAction; readonly payment: PaymentRow }
  /** Sent, and the answer is lost: it is being looked up. */
  | { readonly kind: 'checking'; readonly action: PaymentAction; readonly payment: PaymentRow }
  | { readonly kind: 'refused'; readonly action: PaymentAction; readonly payment: PaymentRow; readonly error: AppError }
  | {
      readonly kind: 'settled';
      readonly action: PaymentAction;
      readonly payment: PaymentRow;
      readonly outcome: ChangeOutcome;
    };
export type PaymentAction = 'cancel' | 'accept';

export interface Payments {
  readonly direction: DirectionChoice;
  readonly list: AccountList<PaymentRow>;
  readonly selected: number | null;
  readonly change: PaymentChange;
}

interface SimpleList<Row> {
  readonly list: AccountList<Row>;
  readonly selected: number | null;
}

export type DescriptionChange =
  | { readonly kind: 'editing' }
  | { readonly kind: 'sending'; readonly wanted: string | null }
  | { readonly kind: 'checking'; readonly wanted: string | null }
  | { readonly kind: 'refused'; readonly wanted: string | null; readonly error: AppError }
  | { readonly kind: 'settled'; readonly wanted: string | null; readonly outcome: ChangeOutcome };

export interface Describing {
  readonly text: string;
  readonly change: DescriptionChange;
}

export type SeveralResult =
  | { readonly kind: 'none' }
  | { readonly kind: 'searching' }
  | { readonly kind: 'failed'; readonly error: AppError }
  | {
      readonly kind: 'found';
      readonly people: readonly FoundPerson[];
      /** What was asked for, in the order of the answer's places. */
      readonly emails: readonly string[];
      readonly phones: readonly string[];
    };

/** A line that is neither an e-mail nor a phone: which one, and the rule that it breaks. */
interface LineProblem {
  readonly line: number;
  readonly rule: string;
}

export interface Several {
  readonly text: string;
  readonly problem: LineProblem | 'too-many' | null;
  readonly result: SeveralResult;
}

export type Reveal =
  | { readonly kind: 'hidden' }
  | { readonly kind: 'asking'; readonly session: SessionId; readonly subject: RevealSubject }
  | { readonly kind: 'shown'; readonly subject: RevealSubject; readonly data: RevealedData; readonly until: number }
  | { readonly kind: 'failed'; readonly error: AppError };

export interface AccountFlows {
  readonly statements: Statements;
  readonly payments: Payments;
  readonly reservations: SimpleList<ReservationRow>;
  readonly favourites: SimpleList<FavouriteRow>;
  readonly describing: Describing;
  readonly several: Several;
  readonly reveal: Reveal;
}

const unread = { kind: 'unread' } as const;

export const noAccountFlows: AccountFlows = {
  statements: {
    filter: { period: 'week', from: null, to: null, direction: 'all', currencies: [], text: '' },
    typed: '',
    list: unread,
    selected: null,
    to: null,
    rangeProblem: false,
  },
  payments: { direction: 'all', list: unread, selected: null, change: { kind: 'none' } },
  reservations: { list: unread, selected: null },
  favourites: { list: unread, selected: null },
  describing: { text: '', change: { kind: 'editing' } },
  several: { text: '', problem: null, result: { kind: 'none' } },
  reveal: { kind: 'hidden' },
};
