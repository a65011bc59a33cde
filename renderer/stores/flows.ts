import type { Amount, BalanceView, Ticket, WalletSummary } from '../../shared/contract/customer.ts';
import type { CardIssuer, IdentifierKind } from '../../shared/domain/identifier.ts';
import type { SessionId } from '../../shared/domain/ids.ts';
import type { Locale } from '../../shared/domain/locale.ts';
import type { CurrencyCode } from '../../shared/domain/wallet.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../shared/errors/error-table.ts';
import { type AccountFlows, noAccountFlows } from './account-flows.ts';
import type { CardFlows } from './card-flow.ts';

export type { BalanceView } from '../../shared/contract/customer.ts';

// One union per flow. All that is known of a customer is below, so that `noFlows` is all it takes to forget them.

export type Conversion =
  | { readonly kind: 'off' }
  | { readonly kind: 'asking'; readonly to: CurrencyCode }
  | { readonly kind: 'on'; readonly to: CurrencyCode }
  | { readonly kind: 'failed'; readonly error: AppError };

export type CustomerBalance =
  | { readonly kind: 'loading' }
  | { readonly kind: 'read'; readonly view: BalanceView; readonly conversion: Conversion }
  | { readonly kind: 'failed'; readonly error: AppError };

export type Customer =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'identifying'; readonly ticket: Ticket; readonly replaced: boolean }
  | {
      readonly kind: 'identified';
      readonly ticket: Ticket;
      readonly replaced: boolean;
      readonly session: SessionId;
      readonly wallet: WalletSummary;
      readonly balance: CustomerBalance;
    }
  /** The number stays in main, so that the look-up can be tried again. */
  | { readonly kind: 'failed'; readonly ticket: Ticket; readonly error: AppError }
  /** Refused by a rule of this station; nobody was looked up. */
  | { readonly kind: 'rejected'; readonly ticket: Ticket; readonly error: AppError };

/** A scan that said nothing about the customer who is being served: they stay. */
export interface Notice {
  readonly ticket: Ticket;
  readonly error: AppError;
}

/** "Is it enough?" */
export type Question =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking'; readonly amount: Amount }
  | {
      readonly kind: 'answered';
      readonly amount: Amount;
      readonly isSufficient: boolean;
      readonly answeredAt: number;
    }
  | { readonly kind: 'failed'; readonly amount: Amount; readonly error: AppError };

interface AmountEntry {
  /** As typed. */
  readonly text: string;
  /** Null for the station's own currency, or the first one that the customer has. */
  readonly currency: CurrencyCode | null;
  readonly problem: ErrorCode | null;
  /** Left over from the customer before, because the shop wants it: the first sign typed begins anew. */
  readonly kept: boolean;
}

export interface PrintChoice {
  readonly locale: Locale;
  /** Symbols a line. */
  readonly width: number;
}

/** What is printed: fetched or composed in main, never here. */
export type PrintJob = { readonly kind: 'receipt' } | { readonly kind: 'statements'; readonly ids: readonly number[] };

export type Print =
  | { readonly kind: 'idle' }
  | { readonly kind: 'printing'; readonly job: PrintJob; readonly choice: PrintChoice; readonly startedAt: number }
  | { readonly kind: 'printed'; readonly job: PrintJob; readonly by: 'printer' | 'operator'; readonly at: number }
  /** `sawTrouble`: the printer was seen not ready since, so that "ready" is news and the print may be resumed. */
  | {
      readonly kind: 'not-printed';
      readonly job: PrintJob;
      readonly error: AppError;
      readonly sawTrouble: boolean;
    }
  /** Sent and not confirmed: only the operator can say, and nothing is repeated before. */
  | { readonly kind: 'unknown'; readonly job: PrintJob; readonly error: AppError }
  /** There was nothing to print: the text could not be had. */
  | { readonly kind: 'failed'; readonly job: PrintJob; readonly error: AppError };

/** What the cashier chose for this customer's receipt; null for the station's own choice. */
interface ReceiptEntry {
  readonly locale: Locale | null;
  /** As typed; may be no number yet. */
  readonly widthText: string | null;
  /** Why the print key is off for this customer. */
  readonly refusal: AppError | null;
}

export interface FindEntry {
  readonly kind: IdentifierKind;
  readonly text: string;
  readonly issuer: CardIssuer;
  /** Whose code it is, as ISO 3166-1 writes it; of a person's or a company's code. */
  readonly country: string;
  /** The rule of its kind that the text breaks (`shared/domain`). */
  readonly problem: string | null;
  /** Main could not even begin to look. */
  readonly error: AppError | null;
  readonly sending: boolean;
}

/** Lists take the place of the customer; what they are about stays the customer's. */
const listPanels = ['statements', 'payments', 'reservations', 'favourites'] as const;
export type ListPanel = (typeof listPanels)[number];
export type Panel = 'none' | 'find' | 'receipt' | 'more' | 'description' | 'several' | 'card' | ListPanel;

export function isListPanel(panel: Panel): panel is ListPanel {
  return listPanels.some((name) => name === panel);
}

export interface Flows extends AccountFlows, CardFlows {
  readonly customer: Customer;
  readonly notice: Notice | null;
  readonly amount: AmountEntry;
  readonly question: Question;
  readonly print: Print;
  readonly receipt: ReceiptEntry;
  readonly find: FindEntry;
  readonly panel: Panel;
}

/** Nobody is served, nothing was typed: what a customer leaves behind. */
export const noFlows: Flows = {
  ...noAccountFlows,
  customer: { kind: 'waiting' },
  notice: null,
  amount: { text: '', currency: null, problem: null, kept: false },
  question: { kind: 'idle' },
  print: { kind: 'idle' },
  receipt: { locale: null, widthText: null, refusal: null },
  find: { kind: 'phone', text: '', issuer: 'paysera', country: 'lt', problem: null, error: null, sending: false },
  panel: 'none',
  card: { kind: 'off' },
  unconfirmed: null,
};

/** What the next customer finds: nothing, but the amount where the shop keeps it. The amount is no customer's. */
export function flowsForNext({ amount, keepAmount }: Pick<Flows, 'amount'> & { readonly keepAmount: boolean }): Flows {
  return keepAmount && amount.text !== '' ? { ...noFlows, amount: { ...amount, problem: null, kept: true } } : noFlows;
}
