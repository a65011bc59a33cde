import { z } from 'zod';
import type { WalletId } from './ids.ts';

/** ISO 4217 code. */
export const CurrencyCode = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .brand<'CurrencyCode'>();
export type CurrencyCode = z.infer<typeof CurrencyCode>;

/** The account behind a wallet; what a grant does not cover is absent (seed 001, "Account data structure"). */
export interface Account {
  readonly number: string;
  readonly owner_display_name?: string;
  readonly owner_title?: string;
  readonly description?: string;
  readonly user_id?: number;
  readonly type?: string;
  readonly ibans?: readonly string[];
}

/** A wallet with the API's own field names (seed 001, "Get wallet information"). */
export interface Wallet {
  readonly id: WalletId;
  readonly owner: number;
  readonly account?: Account;
}

/** Amounts of one currency: integer cents with the API's decimal string beside them, never floats. */
export interface BalanceAmounts {
  readonly at_disposal: number;
  readonly at_disposal_decimal: string;
  readonly reserved: number;
  readonly reserved_decimal: string;
}

export interface BalanceEntry extends BalanceAmounts {
  /** Only when a conversion was asked for. */
  readonly converted?: BalanceAmounts;
}

/** Keyed by currency, in the order of the answer (seed 001, "Get balance of a wallet"). */
export type Balance = Readonly<Record<string, BalanceEntry>>;
