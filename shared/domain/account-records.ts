import type { CurrencyCode } from './wallet.ts';

// Rows of an account's lists, with the API's own field names. A field or a type that came later passes through.

/** Who stands on the other side of a statement; every field is there only if the API knows it. */
export interface OtherParty {
  readonly display_name?: string;
  readonly wallet_id?: number;
  readonly user_id?: number;
  readonly code?: string;
  readonly account_number?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly bic?: string;
}

/** Money that came or went (seed 001, "Statement data structure"). `date` in Unix seconds. */
export interface Statement {
  readonly id: number;
  readonly amount: number;
  readonly currency: string;
  readonly amount_decimal: string;
  /** `in` or `out`. */
  readonly direction: string;
  readonly date: number;
  readonly details?: string;
  readonly reference_number?: string;
  readonly other_party?: OtherParty;
  readonly type?: string;
  readonly transfer_id?: number;
}

/** Money held back (seed 001, "Reservation statement data structure"). `date` in Unix seconds. */
export interface ReservationStatement {
  readonly type: string;
  /** Absent where the API gave a decimal in a currency whose cents nobody defined. */
  readonly amount?: number;
  /** Absent where the API gave an integer in such a currency. */
  readonly amount_decimal?: string;
  readonly currency: string;
  readonly date: number;
  readonly details?: string;
  readonly reference_number?: string;
  readonly other_party?: OtherParty;
  readonly transfer_id?: number;
}

/** A payment on its way (seed 001, "Pending payment data structure"); its password is nobody's business at a till. */
export interface PendingPayment {
  readonly id: number;
  readonly amount: number;
  readonly currency: string;
  readonly amount_decimal: string;
  readonly details: string;
  /** `password`, `beneficiary`, `transaction_request` or what comes later. */
  readonly type: string;
  /** `in` or `out`. */
  readonly direction: string;
  readonly cancelable: boolean;
  readonly other_party?: OtherParty;
  /** Unix seconds. */
  readonly date?: number;
  /** Unix seconds. */
  readonly valid_until?: number;
  readonly transfer_id?: number;
  readonly transaction_key?: string;
}

/** Somebody whom the user pays often (seed 001, "Favourite data structure"). */
export interface Favourite {
  readonly payment_count: number;
  readonly user_info: {
    readonly wallet_id: number;
    readonly account_number: string;
    readonly user_id: number;
    readonly display_name?: string;
    readonly phone?: string;
    readonly email?: string;
  };
}

/** Which part of a list an answer holds (seed 001, "Metadata information structure"). */
export interface PageMetadata {
  readonly total: number;
  readonly offset: number;
  readonly limit: number;
}

export interface StatementPage {
  readonly statements: readonly Statement[];
  readonly _metadata: PageMetadata;
}

export interface ReservationStatements {
  readonly reservation_statements: readonly ReservationStatement[];
  readonly _metadata: PageMetadata;
}

export interface PendingPaymentPage {
  readonly pending_payments: readonly PendingPayment[];
  readonly _metadata: PageMetadata;
}

export interface FavouritePage {
  readonly favourites: readonly Favourite[];
  readonly _metadata: PageMetadata;
}

/** Which statements are wanted. `from` and `to` in Unix seconds. */
export interface StatementFilter {
  readonly currency?: readonly CurrencyCode[];
  readonly direction?: 'in' | 'out';
  /** Found in details or other information. */
  readonly text?: string;
  readonly from?: number;
  readonly to?: number;
}
