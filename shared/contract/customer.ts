import { z } from 'zod';
import { WalletIdentifier } from '../domain/identifier.ts';
import { ScanId, SessionId, WalletId } from '../domain/ids.ts';
import { Locale } from '../domain/locale.ts';
import { readerNames } from '../domain/reading.ts';
import { CurrencyCode } from '../domain/wallet.ts';
import { AppErrorSchema } from './app-error.ts';
import type { Contract, EventContract } from './contract.ts';

/** How the customer was found, with what was read masked: the page never receives a raw scan. */
export const Ticket = z.strictObject({
  scan: ScanId,
  by: z.enum([
    'card',
    'barcode',
    'wallet',
    'phone',
    'email',
    'account-number',
    'person-code',
    'company-code',
    'licence-plate',
    'user',
    'unknown',
  ]),
  /** The last four signs at most, behind four dots; empty when nothing was legible. */
  masked: z.string().max(32),
  from: z.enum([...readerNames, 'typed']),
  at: z.number(),
});
export type Ticket = z.infer<typeof Ticket>;

/** A wallet as the desk may show it. Names are masked in main: initials and three dots. */
export const WalletSummary = z.strictObject({
  walletId: WalletId,
  /** True when a card's own wallet was found: it has its own limits, apart from the account's other wallets. */
  ownedByCard: z.boolean(),
  maskedName: z.string().nullable(),
  maskedAccount: z.string().nullable(),
  description: z.string().nullable(),
});
export type WalletSummary = z.infer<typeof WalletSummary>;

export const AmountsView = z.strictObject({
  /** The API's decimal strings: what people see. */
  atDisposal: z.string(),
  reserved: z.string(),
});
export type AmountsView = z.infer<typeof AmountsView>;

export const BalanceRow = z.strictObject({
  currency: CurrencyCode,
  amounts: AmountsView,
  converted: AmountsView.nullable(),
});
export type BalanceRow = z.infer<typeof BalanceRow>;

export const BalanceView = z.strictObject({
  rows: z.array(BalanceRow),
  convertedTo: CurrencyCode.nullable(),
  /** Sum of the converted amounts at disposal and reserved, as decimal strings; null unless all rows were converted. */
  total: AmountsView.nullable(),
  readAt: z.number(),
});
export type BalanceView = z.infer<typeof BalanceView>;

export const Amount = z.strictObject({ cents: z.int().positive(), currency: CurrencyCode });
export type Amount = z.infer<typeof Amount>;

const session = z.strictObject({ session: SessionId });

export const customerCalls = {
  /**
   * Starts to look for the wallet behind a typed identifier and answers at once;
   * what comes of it arrives as events, exactly as after a scan.
   */
  'customer/identify': {
    input: z.strictObject({ identifier: WalletIdentifier }),
    output: z.strictObject({ scan: ScanId }),
    errors: [],
  },
  /** The same look-up again, by the number that only main holds. */
  'customer/retry-identify': {
    input: z.strictObject({ scan: ScanId }),
    output: z.strictObject({ scan: ScanId }),
    errors: ['session.closed'],
  },
  /** Reads the balance anew, converted when a currency is given. Waits up to 10 s. */
  'customer/read-balance': {
    input: z.strictObject({ session: SessionId, convertTo: CurrencyCode.nullable() }),
    output: BalanceView,
    errors: ['session.closed', 'wallet.access-revoked', 'api.timed-out', 'api.no-network'],
  },
  /** Is the amount covered? Nothing is reserved or taken. Waits up to 10 s. */
  'customer/check-sufficient-amount': {
    input: z.strictObject({ session: SessionId, amount: Amount }),
    output: z.strictObject({ isSufficient: z.boolean(), answeredAt: z.number() }),
    errors: ['session.closed', 'amount.currency-not-in-cents', 'wallet.access-revoked', 'api.timed-out'],
  },
  /** Fetches the receipt's text and prints it; the text stays in main. Waits up to 30 s. */
  'customer/print-receipt': {
    input: z.strictObject({ session: SessionId, locale: Locale, width: z.int().min(8).max(96) }),
    output: z.strictObject({ printedAt: z.number() }),
    errors: [
      'session.closed',
      'receipt.width-exceeds-printer',
      'receipt.not-enabled',
      'print.outcome-unknown',
      'printer.absent',
      'printer.paper-out',
      'printer.cover-open',
      'printer.in-use',
      'printer.silent',
      'printer.printing',
    ],
  },
  /** Ends the session, or gives up a look-up: nothing of the customer is kept. Harmless when already closed. */
  'customer/finish': {
    input: z.strictObject({ reason: z.enum(['done', 'idle']) }),
    output: z.strictObject({}),
    errors: [],
  },
} as const satisfies Contract;

/** Order: scan-received, then identified or identify-failed, then balance-read or balance-failed; or closed at any time. */
export const customerEvents = {
  /** A later scan makes every earlier one void: what still comes for that one is to be dropped. */
  'customer/scan-received': Ticket,
  /** Refused by a local rule before any request. A product's barcode leaves the customer; what is unreadable hides them. */
  'customer/scan-rejected': z.strictObject({ ticket: Ticket, error: AppErrorSchema, keepsCustomer: z.boolean() }),
  'customer/identified': z.strictObject({ scan: ScanId, session: SessionId, wallet: WalletSummary }),
  'customer/identify-failed': z.strictObject({ scan: ScanId, error: AppErrorSchema }),
  'customer/balance-read': session.extend({ balance: BalanceView }),
  'customer/balance-failed': session.extend({ error: AppErrorSchema }),
  /** Nobody is served. A next scan closes without it: its own event stands in the place of two screens drawn. */
  'customer/closed': z.strictObject({ reason: z.enum(['done', 'idle']) }),
} as const satisfies EventContract;
