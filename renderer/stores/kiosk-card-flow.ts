import type { CardIssuer } from '../../shared/domain/identifier.ts';
import type { AppError } from '../../shared/errors/app-error.ts';

/** The card that was held to the reader: its number is in main, its last four signs are here. */
export interface NewCard {
  readonly masked: string;
  readonly issuer: CardIssuer;
}

/** Keys of the pad. Whether capitals matter to the service it does not say, so both can be typed. */
export const padKinds = ['digits', 'capitals', 'small'] as const;
export type PadKind = (typeof padKinds)[number];

/**
 * Relating a card at a kiosk; each is a screen. Nothing is repeated by itself, and neither a card's number nor a code is
 * in here.
 */
export type KioskCard =
  /** A scan is the new card now. `error`: why the last one was none. */
  | { readonly kind: 'presenting'; readonly error: AppError | null }
  /** Read; a scan is still the new card. */
  | { readonly kind: 'chosen'; readonly card: NewCard }
  /** Sent. `settling`: the answer was lost and is being looked up. */
  | { readonly kind: 'relating'; readonly card: NewCard; readonly settling: boolean }
  /** A card that was related earlier is looked for. */
  | { readonly kind: 'finding'; readonly card: NewCard }
  | {
      readonly kind: 'refused';
      readonly card: NewCard;
      readonly error: AppError;
      readonly of: 'relating' | 'finding' | 'confirming';
    }
  /** Sent, not answered, not to be found: only the customer's SMS or e-mail can tell. */
  | { readonly kind: 'unknown'; readonly card: NewCard; readonly looking: boolean }
  | {
      readonly kind: 'code';
      readonly card: NewCard;
      /** How many signs were typed; what they are is in no state. */
      readonly signs: number;
      readonly pad: PadKind;
      readonly spelling: boolean;
      readonly error: AppError | null;
    }
  | { readonly kind: 'not-arrived'; readonly card: NewCard }
  | { readonly kind: 'confirming'; readonly card: NewCard }
  /** No code can be tried for a while: ours, or the service's own. */
  | { readonly kind: 'code-wait'; readonly card: NewCard; readonly error: AppError }
  /** An answer to the code was lost, and nothing can be read of it. */
  | { readonly kind: 'unclear'; readonly card: NewCard }
  | { readonly kind: 'done'; readonly card: NewCard; readonly how: 'confirmed' | 'later' };

/** Whether a scan is the new card, and not the next customer. */
export function isAwaitingCard(card: KioskCard): boolean {
  return card.kind === 'presenting' || card.kind === 'chosen';
}
