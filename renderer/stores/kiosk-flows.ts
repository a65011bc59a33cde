import type { Amount, BalanceView } from '../../shared/contract/customer.ts';
import type { KioskStation, Movement } from '../../shared/contract/kiosk.ts';
import type { ScanId, SessionId, WalletId } from '../../shared/domain/ids.ts';
import type { ScreenLocale } from '../../shared/domain/locale.ts';
import type { Theme } from '../../shared/domain/theme.ts';
import type { CurrencyCode } from '../../shared/domain/wallet.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../shared/errors/error-table.ts';
import type { KioskCard } from './kiosk-card-flow.ts';
import { lettersOn, type TextSize } from './kiosk-letters.ts';

export type { Amount, BalanceRow, BalanceView } from '../../shared/contract/customer.ts';
export type { KioskOffer, KioskStation, Movement } from '../../shared/contract/kiosk.ts';
export { type TextSize, textSizes } from './kiosk-letters.ts';

// One union per flow. All that is known of a customer hangs on `Served`, so that replacing it forgets them.

export type KioskBalance =
  | { readonly kind: 'loading' }
  | { readonly kind: 'read'; readonly view: BalanceView }
  | { readonly kind: 'failed'; readonly error: AppError };

/** The receipt's own text, shown to the customer whose it is. */
export type ReceiptText =
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'failed'; readonly error: AppError };

/** What is being done; one thing a screen. */
export type Task =
  | { readonly kind: 'balance'; readonly hidden: boolean }
  /** Everything that did not fit beside the balance in large letters. */
  | { readonly kind: 'more' }
  | {
      readonly kind: 'amount';
      /** As typed. */
      readonly text: string;
      readonly currency: CurrencyCode;
      readonly problem: ErrorCode | null;
    }
  | { readonly kind: 'asking'; readonly amount: Amount }
  | { readonly kind: 'answer'; readonly amount: Amount; readonly isSufficient: boolean }
  | { readonly kind: 'not-answered'; readonly amount: Amount; readonly error: AppError }
  | { readonly kind: 'printing' }
  | { readonly kind: 'printed'; readonly receipt: ReceiptText }
  | { readonly kind: 'not-printed'; readonly error: AppError }
  /** Sent and not confirmed: only who looks at the paper can say, and nothing is repeated before. */
  | { readonly kind: 'print-unknown' }
  | { readonly kind: 'receipt'; readonly receipt: ReceiptText }
  | { readonly kind: 'movements'; readonly list: MovementList }
  | { readonly kind: 'card'; readonly card: KioskCard };

export type MovementList =
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly rows: readonly Movement[]; readonly total: number }
  | { readonly kind: 'failed'; readonly error: AppError };

export type Served =
  | { readonly kind: 'nobody'; readonly screen: 'attract' | 'present' }
  /** `before` is whose card was there last. */
  | { readonly kind: 'identifying'; readonly scan: ScanId; readonly before: WalletId | null }
  /** The number stays in main, so that the look-up can be tried again. */
  | { readonly kind: 'failed'; readonly scan: ScanId; readonly error: AppError }
  /** Refused by a rule of this station; nobody was looked up. */
  | { readonly kind: 'rejected'; readonly error: AppError }
  | {
      readonly kind: 'served';
      readonly session: SessionId;
      readonly walletId: WalletId;
      readonly balance: KioskBalance;
      readonly task: Task;
      readonly printed: boolean;
    }
  | { readonly kind: 'goodbye'; readonly printed: boolean };

export type Presence = { readonly kind: 'here' } | { readonly kind: 'asked'; readonly until: number };

/** What one customer chose to see and hear better by; goes back with them. */
export interface Access {
  readonly locale: ScreenLocale;
  readonly size: TextSize;
  readonly theme: Theme;
  readonly reach: 'whole' | 'low';
  /** `missing`: asked for, and this machine has no voice of that language. */
  readonly voice: 'off' | 'on' | 'missing';
  /** Steps from the usual speed and loudness. */
  readonly speed: number;
  readonly loudness: number;
  readonly panel: 'none' | 'easier' | 'language';
}

export const usualAccess = ({
  locale,
  theme,
  heightMm,
}: Pick<Access, 'locale' | 'theme'> & Pick<KioskStation, 'heightMm'>): Access => ({
  locale,
  size: lettersOn(heightMm).usual,
  theme,
  reach: 'whole',
  voice: 'off',
  speed: 0,
  loudness: 0,
  panel: 'none',
});

/** What a customer leaves behind. */
export const nobodyServed = {
  served: { kind: 'nobody', screen: 'attract' },
  presence: { kind: 'here' },
} as const satisfies { served: Served; presence: Presence };
