import type { ChosenCard, RelatedCard } from '../../shared/contract/card.ts';
import type { EventPayload } from '../../shared/contract/live.ts';
import { type CardIssuer, CardNumber } from '../../shared/domain/identifier.ts';
import { type SessionId, WalletId } from '../../shared/domain/ids.ts';
import {
  type CardFlow,
  type CardFoundBy,
  type CardPurpose,
  canConfirmLater,
  unconfirmedAfter,
  waitUntilOf,
} from './card-flow.ts';
import { codeAfter, hasCustomerDisplay } from './customer-side.ts';
import type { DeskDeps, DeskSlice, DeskState } from './desk-state.ts';

export type { CardFlow, CardFoundBy, CardPurpose, CardStep, ScannedCard } from './card-flow.ts';
export { stepOf, steps as cardSteps } from './card-flow.ts';

export interface CardSlice {
  openCard(): void;
  chooseCardPurpose(purpose: CardPurpose): Promise<void>;
  takeScannedCard(scanned: EventPayload<'card/card-scanned'>): void;
  takeCardRefusal(refusal: EventPayload<'card/scan-refused'>): void;
  takeCardSettling(): void;
  chooseCardIssuer(issuer: CardIssuer): void;
  chooseCardFoundBy(by: CardFoundBy): void;
  /** Sends the typed number, or the scanned card when nothing is typed. The number is in no state. */
  submitCard(typed: string): Promise<void>;
  lookUpRelation(): Promise<void>;
  /** The customer got a code after all: where the answer is lost, that proves it. */
  askForCodeOf(walletId: WalletId): void;
  /** What the customer does with the code on their display, or what came of it. */
  takeCodeEntry(event: EventPayload<'customer-display/code-entry-changed'>): void;
  /** The code has not come, or has after all. */
  showCodeNotArrived(shown: boolean): void;
  /** The code that the customer was to type on their display is typed at the desk. */
  takeCodeOver(): void;
  /** The code is in no state: it goes straight to main. */
  submitCardCode(code: string): Promise<void>;
  /** Our own wait is over. */
  endCodeWait(): void;
  /** Ends without a code: the customer confirms by the instructions in the e-mail. */
  confirmCardLater(): void;
  /** The operator says of an unclear answer that the card works. */
  settleCardCode(): void;
  /** One step back: to the choice, and from there to the customer. */
  stepBackFromCard(): void;
  leaveCard(): void;
}

type In<Kind extends CardFlow['kind']> = Extract<CardFlow, { kind: Kind }>;

const off: CardFlow = { kind: 'off' };

function sessionOf({ customer }: DeskState): SessionId | null {
  return customer.kind === 'identified' ? customer.session : null;
}

type Presenting = Extract<CardFlow, { kind: 'presenting' }>;

/** What is to be sent for what was typed, or for the scanned card where nothing was; null where it is neither. */
export function chosenBy({ by, issuer, scanned }: Presenting, typed: string): RelatedCard | null {
  const text = typed.trim();
  if (by === 'wallet') {
    const walletId = WalletId.safeParse(/^\d{1,15}$/.test(text) ? Number(text) : null);
    return walletId.success ? { kind: 'wallet', walletId: walletId.data } : null;
  }
  if (text === '') {
    return scanned === null ? null : { kind: 'scanned' };
  }
  const number = CardNumber.safeParse(text);
  return number.success ? { kind: 'typed', issuer, number: number.data } : null;
}

export const createCardSlice =
  (deps: DeskDeps): DeskSlice<CardSlice> =>
  (set, get) => {
    const go = (card: CardFlow) =>
      set(({ unconfirmed }) => ({ card, unconfirmed: unconfirmedAfter(card, unconfirmed) }));

    function present(purpose: CardPurpose, more: Partial<Presenting> = {}): void {
      const nothing = { by: 'card', scanned: null, issuer: 'paysera', isMalformed: false, error: null } as const;
      go({ kind: 'presenting', purpose, ...nothing, ...more });
      const session = sessionOf(get());
      if (session !== null) {
        void deps.till.call('card/await-card', { session });
      }
    }

    function askCode(walletId: WalletId): void {
      const where = hasCustomerDisplay(get()) ? 'display' : 'desk';
      const begun = { sending: false, unclear: false, notArrived: false, error: null, waitUntil: null } as const;
      const asking: In<'code'> = { kind: 'code', walletId, where, ...begun };
      go(asking);
      const session = sessionOf(get());
      if (where === 'display' && session !== null) {
        void askOnDisplay(session, walletId, asking);
      }
    }

    /** The display may have gone meanwhile: then the code is typed here. */
    async function askOnDisplay(session: SessionId, walletId: WalletId, asking: In<'code'>) {
      const begun = await deps.till.call('customer-display/begin-code-entry', { session, walletId });
      if ((!begun.ok || begun.value.on === 'desk') && get().card === asking) {
        go({ ...asking, where: 'desk' });
      }
    }

    async function relate(session: SessionId, card: ChosenCard, before: Presenting) {
      const relating: CardFlow = { kind: 'relating', purpose: 'new', settling: false };
      go(relating);
      const answer = await deps.till.call('card/relate', { session, card });
      // The flow may be somebody else's by now, or have been left.
      if (get().card.kind !== 'relating' || sessionOf(get()) !== session) {
        return;
      }
      if (!answer.ok) {
        present('new', { issuer: before.issuer, error: answer.error });
      } else if (answer.value.kind === 'related') {
        askCode(answer.value.walletId);
      } else {
        go({ kind: 'relation-unknown', looking: false });
      }
    }

    async function findEarlier(session: SessionId, card: RelatedCard, before: Presenting) {
      go({ kind: 'relating', purpose: 'earlier', settling: false });
      const answer = await deps.till.call('card/find-related', { session, card });
      if (get().card.kind !== 'relating' || sessionOf(get()) !== session) {
        return;
      }
      if (answer.ok) {
        askCode(answer.value.walletId);
      } else {
        present('earlier', { issuer: before.issuer, by: before.by, error: answer.error });
      }
    }

    return {
      openCard: () => set({ panel: 'card', card: { kind: 'choosing' } }),

      async chooseCardPurpose(purpose) {
        present(purpose);
      },

      takeScannedCard(scanned) {
        const { card } = get();
        if (card.kind === 'presenting') {
          go({ ...card, by: 'card', scanned, issuer: scanned.issuer, isMalformed: false, error: null });
        }
      },

      takeCardRefusal({ error }) {
        const { card } = get();
        if (card.kind === 'presenting') {
          go({ ...card, scanned: null, error });
        }
      },

      takeCardSettling() {
        const { card } = get();
        if (card.kind === 'relating') {
          go({ ...card, settling: true });
        }
      },

      chooseCardIssuer(issuer) {
        const { card } = get();
        if (card.kind === 'presenting') {
          go({ ...card, issuer });
        }
      },

      chooseCardFoundBy(by) {
        const { card } = get();
        if (card.kind === 'presenting') {
          go({ ...card, by, scanned: null, isMalformed: false, error: null });
        }
      },

      async submitCard(typed) {
        const { card } = get();
        const session = sessionOf(get());
        if (card.kind !== 'presenting' || session === null) {
          return;
        }
        const chosen = chosenBy(card, typed);
        if (chosen === null) {
          go({ ...card, isMalformed: true });
        } else if (card.purpose === 'new' && chosen.kind !== 'wallet') {
          await relate(session, chosen, card);
        } else {
          await findEarlier(session, chosen, card);
        }
      },

      async lookUpRelation() {
        const session = sessionOf(get());
        if (get().card.kind !== 'relation-unknown' || session === null) {
          return;
        }
        go({ kind: 'relation-unknown', looking: true });
        const answer = await deps.till.call('card/look-up', { session });
        if (get().card.kind !== 'relation-unknown' || sessionOf(get()) !== session) {
          return;
        }
        if (answer.ok && answer.value.kind === 'related') {
          askCode(answer.value.walletId);
        } else {
          go({ kind: 'relation-unknown', looking: false });
        }
      },

      askForCodeOf: (walletId) => askCode(walletId),

      takeCodeEntry(event) {
        const { card } = get();
        if (card.kind === 'code' && sessionOf(get()) === event.session) {
          go(codeAfter(card, event, deps.now()));
        }
      },

      showCodeNotArrived(shown) {
        const { card } = get();
        if (card.kind === 'code' && !card.sending && !card.unclear) {
          go({ ...card, notArrived: shown });
        }
      },

      endCodeWait() {
        const { card } = get();
        if (card.kind === 'code' && card.waitUntil !== null && card.waitUntil <= deps.now()) {
          go({ ...card, error: null, waitUntil: null });
        }
      },

      takeCodeOver() {
        const { card } = get();
        // What is on its way was typed there, and what comes of it is told.
        if (card.kind === 'code' && !card.sending) {
          go({ ...card, where: 'desk' });
        }
      },

      async submitCardCode(code) {
        const { card } = get();
        const session = sessionOf(get());
        if (card.kind !== 'code' || card.sending || card.waitUntil !== null || session === null || code.trim() === '') {
          return;
        }
        const { walletId } = card;
        const sending: CardFlow = { ...card, sending: true, error: null };
        go(sending);
        const answer = await deps.till.call('card/confirm', { session, walletId, code: code.trim() });
        if (get().card !== sending) {
          return;
        }
        if (!answer.ok) {
          go({ ...sending, sending: false, error: answer.error, waitUntil: waitUntilOf(answer.error, deps.now()) });
        } else if (answer.value.kind === 'confirmed') {
          go({ kind: 'done', how: 'confirmed', walletId });
        } else {
          go({ ...sending, sending: false, unclear: true });
        }
      },

      confirmCardLater() {
        const { unconfirmed } = get();
        if (canConfirmLater(get())) {
          go({ kind: 'done', how: 'later', walletId: unconfirmed?.walletId ?? null });
        }
      },

      settleCardCode() {
        const { card } = get();
        if (card.kind === 'code' && card.unclear) {
          go({ kind: 'done', how: 'confirmed', walletId: card.walletId });
        }
      },

      stepBackFromCard() {
        const { card } = get();
        const { kind } = card;
        if (kind === 'code' && card.notArrived) {
          go({ ...card, notArrived: false });
        } else if (kind === 'presenting' || kind === 'code' || kind === 'relation-unknown') {
          go({ kind: 'choosing' });
        } else {
          get().leaveCard();
        }
      },

      leaveCard: () => set({ panel: 'none', card: off }),
    };
  };
