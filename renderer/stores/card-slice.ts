import type { ChosenCard, RelatedCard } from '../../shared/contract/card.ts';
import type { EventPayload } from '../../shared/contract/live.ts';
import { type CardIssuer, CardNumber } from '../../shared/domain/identifier.ts';
import { type SessionId, WalletId } from '../../shared/domain/ids.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import { type CardFlow, type CardFoundBy, type CardPurpose, canConfirmLater } from './card-flow.ts';
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
  /** The code is in no state: it goes straight to main. */
  submitCardCode(code: string): Promise<void>;
  /** Ends without a code: the customer confirms by the instructions in the e-mail. */
  confirmCardLater(): void;
  /** The operator says of an unclear answer that the card works. */
  settleCardCode(): void;
  /** One step back: to the choice, and from there to the customer. */
  stepBackFromCard(): void;
  leaveCard(): void;
}

const off: CardFlow = { kind: 'off' };

function sessionOf({ customer }: DeskState): SessionId | null {
  return customer.kind === 'identified' ? customer.session : null;
}

type Presenting = Extract<CardFlow, { kind: 'presenting' }>;

/** What is to be sent for what was typed, or for the scanned card where nothing was; null where it is neither. */
function chosenBy({ by, issuer, scanned }: Presenting, typed: string): RelatedCard | null {
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
    const go = (card: CardFlow) => set({ card });

    function present(purpose: CardPurpose, more: Partial<Presenting> = {}): void {
      const nothing = { by: 'card', scanned: null, issuer: 'paysera', isMalformed: false, error: null } as const;
      go({ kind: 'presenting', purpose, ...nothing, ...more });
      const session = sessionOf(get());
      if (session !== null) {
        void deps.till.call('card/await-card', { session });
      }
    }

    function askCode(walletId: WalletId): void {
      go({ kind: 'code', walletId, sending: false, unclear: false, error: null, waitUntil: null });
    }

    /** When our own wait is over, where the error says that there is one. */
    function waitUntil({ details }: AppError): number | null {
      return details?.ours === true && typeof details.waitMs === 'number' ? deps.now() + details.waitMs : null;
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

      async submitCardCode(code) {
        const { card } = get();
        const session = sessionOf(get());
        if (card.kind !== 'code' || card.sending || session === null || code.trim() === '') {
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
          go({ ...sending, sending: false, error: answer.error, waitUntil: waitUntil(answer.error) });
        } else if (answer.value.kind === 'confirmed') {
          go({ kind: 'done', how: 'confirmed', walletId });
        } else {
          go({ ...sending, sending: false, unclear: true });
        }
      },

      confirmCardLater() {
        const { card } = get();
        if (canConfirmLater(card)) {
          go({ kind: 'done', how: 'later', walletId: card.kind === 'code' ? card.walletId : null });
        }
      },

      settleCardCode() {
        const { card } = get();
        if (card.kind === 'code' && card.unclear) {
          go({ kind: 'done', how: 'confirmed', walletId: card.walletId });
        }
      },

      stepBackFromCard() {
        const { kind } = get().card;
        if (kind === 'presenting' || kind === 'code' || kind === 'relation-unknown') {
          go({ kind: 'choosing' });
        } else {
          get().leaveCard();
        }
      },

      leaveCard: () => set({ panel: 'none', card: off }),
    };
  };
