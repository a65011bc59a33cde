import type { CardIssuer } from '../../shared/domain/identifier.ts';
import type { WalletId } from '../../shared/domain/ids.ts';
import type { ReaderName } from '../../shared/domain/reading.ts';
import type { AppError } from '../../shared/errors/app-error.ts';

/** A card that was scanned while one was awaited; its number is in main. */
export interface ScannedCard {
  readonly issuer: CardIssuer;
  readonly masked: string;
  readonly from: ReaderName;
}

export type CardPurpose = 'new' | 'earlier';

/** How a card that was related earlier is found: by itself, or by its own wallet's number where the API hides it. */
export type CardFoundBy = 'card' | 'wallet';

/**
 * Relating a card, step by step. Nothing of it is repeated by itself: after a restart the flow is gone, and "related
 * earlier" leads back to the code.
 */
export type CardFlow =
  | { readonly kind: 'off' }
  /** A new card, or the code of one that was related before. */
  | { readonly kind: 'choosing' }
  /** Scans are the card now. The number that is typed stays in its field until it is sent. */
  | {
      readonly kind: 'presenting';
      readonly purpose: CardPurpose;
      readonly by: CardFoundBy;
      readonly scanned: ScannedCard | null;
      readonly issuer: CardIssuer;
      /** What is typed is no number of a card, or of a wallet. */
      readonly isMalformed: boolean;
      readonly error: AppError | null;
    }
  /** Sent. `settling`: the answer was lost and is being looked up; never sent again. */
  | { readonly kind: 'relating'; readonly purpose: CardPurpose; readonly settling: boolean }
  /** Sent, not answered, not to be found: only the customer's SMS or e-mail can tell. */
  | { readonly kind: 'relation-unknown'; readonly looking: boolean }
  /** The customer types the code. `unclear`: an answer to it was lost, and nothing can be read of it. */
  | {
      readonly kind: 'code';
      readonly walletId: WalletId;
      /** On the customer's own display where there is one, until the desk takes it over. */
      readonly where: 'desk' | 'display';
      readonly sending: boolean;
      readonly unclear: boolean;
      /** The customer has no code: what else there is to do. One that is typed on their display meanwhile counts. */
      readonly notArrived: boolean;
      readonly error: AppError | null;
      /** Until when our own limit lets no code go out, in milliseconds since the epoch. */
      readonly waitUntil: number | null;
    }
  | { readonly kind: 'done'; readonly how: 'confirmed' | 'later'; readonly walletId: WalletId | null };

/** When our own wait is over, where the error says that there is one; `now` in milliseconds since the epoch. */
export function waitUntilOf({ details }: AppError, now: number): number | null {
  return details?.ours === true && typeof details.waitMs === 'number' ? now + details.waitMs : null;
}

/** A card of the served customer whose code is still missing; `walletId` is null where the answer was lost. */
export interface UnconfirmedCard {
  readonly walletId: WalletId | null;
}

/** What is known of such a card after a step. It outlives the flow: whoever leaves it must find the number again. */
export function unconfirmedAfter(flow: CardFlow, before: UnconfirmedCard | null): UnconfirmedCard | null {
  switch (flow.kind) {
    case 'relation-unknown':
      return { walletId: null };
    case 'code':
      return { walletId: flow.walletId };
    case 'done':
      return flow.how === 'confirmed' ? null : before;
    default:
      return before;
  }
}

/** Whether the flow may end here without a code: one was sent for this customer's card, or may have been. */
export function canConfirmLater({ card, unconfirmed }: CardFlows): boolean {
  return (
    unconfirmed !== null && card.kind !== 'off' && card.kind !== 'relating' && card.kind !== 'done' && !isNew(card)
  );
}

/** A card that is only now being presented was sent no code. */
function isNew(card: CardFlow): boolean {
  return card.kind === 'presenting' && card.purpose === 'new';
}

export interface CardFlows {
  readonly card: CardFlow;
  readonly unconfirmed: UnconfirmedCard | null;
}

export const steps = ['choose', 'present', 'code', 'done'] as const;
export type CardStep = (typeof steps)[number];

export function stepOf(flow: CardFlow): CardStep {
  switch (flow.kind) {
    case 'off':
    case 'choosing':
      return 'choose';
    case 'presenting':
    case 'relating':
    case 'relation-unknown':
      return 'present';
    case 'code':
      return 'code';
    case 'done':
      return 'done';
  }
}
