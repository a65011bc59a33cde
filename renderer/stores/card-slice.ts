import type { ChosenCard } from '../../shared/contract/card.ts';
import type { EventPayload } from '../../shared/contract/live.ts';
import { type CardIssuer, CardNumber } from '../../shared/domain/identifier.ts';
import type { SessionId, WalletId } from '../../shared/domain/ids.ts';
import type { CardFlow, CardPurpose } from './card-flow.ts';
import type { DeskDeps, DeskSlice, DeskState } from './desk-state.ts';

export type { CardFlow, CardPurpose, CardStep, ScannedCard } from './card-flow.ts';
export { stepOf, steps as cardSteps } from './card-flow.ts';

export interface CardSlice {
  openCard(): void;
  chooseCardPurpose(purpose: CardPurpose): Promise<void>;
  takeScannedCard(scanned: EventPayload<'card/card-scanned'>): void;
  takeCardRefusal(refusal: EventPayload<'card/scan-refused'>): void;
  takeCardSettling(): void;
  chooseCardIssuer(issuer: CardIssuer): void;
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
  leaveCard(): void;
}

const off: CardFlow = { kind: 'off' };

function sessionOf({ customer }: DeskState): SessionId | null {
  return customer.kind === 'identified' ? customer.session : null;
}

export const createCardSlice =
  (deps: DeskDeps): DeskSlice<CardSlice> =>
  (set, get) => {
    const go = (card: CardFlow) => set({ card });

    function present(purpose: CardPurpose, more: Partial<Extract<CardFlow, { kind: 'presenting' }>> = {}): void {
      go({ kind: 'presenting', purpose, scanned: null, issuer: 'paysera', isMalformed: false, error: null, ...more });
      const session = sessionOf(get());
      if (session !== null) {
        void deps.till.call('card/await-card', { session });
      }
    }

    function askCode(walletId: WalletId): void {
      go({ kind: 'code', walletId, sending: false, unclear: false, error: null });
    }

    async function relate(session: SessionId, card: ChosenCard, before: Extract<CardFlow, { kind: 'presenting' }>) {
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

    async function findEarlier(
      session: SessionId,
      card: ChosenCard,
      before: Extract<CardFlow, { kind: 'presenting' }>,
    ) {
      go({ kind: 'relating', purpose: 'earlier', settling: false });
      const answer = await deps.till.call('card/find-related', { session, card });
      if (get().card.kind !== 'relating' || sessionOf(get()) !== session) {
        return;
      }
      if (answer.ok) {
        askCode(answer.value.walletId);
      } else {
        present('earlier', { issuer: before.issuer, error: answer.error });
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
          go({ ...card, scanned, issuer: scanned.issuer, isMalformed: false, error: null });
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

      async submitCard(typed) {
        const { card } = get();
        const session = sessionOf(get());
        if (card.kind !== 'presenting' || session === null) {
          return;
        }
        const text = typed.trim();
        const number = CardNumber.safeParse(text);
        if (text === '' ? card.scanned === null : !number.success) {
          go({ ...card, isMalformed: true });
          return;
        }
        const chosen: ChosenCard =
          text !== '' && number.success
            ? { kind: 'typed', issuer: card.issuer, number: number.data }
            : { kind: 'scanned' };
        await (card.purpose === 'new' ? relate(session, chosen, card) : findEarlier(session, chosen, card));
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
          go({ ...sending, sending: false, error: answer.error });
        } else if (answer.value.kind === 'confirmed') {
          go({ kind: 'done', how: 'confirmed', walletId });
        } else {
          go({ ...sending, sending: false, unclear: true });
        }
      },

      confirmCardLater() {
        const { card } = get();
        if (card.kind === 'code' || card.kind === 'relation-unknown') {
          go({ kind: 'done', how: 'later', walletId: card.kind === 'code' ? card.walletId : null });
        }
      },

      settleCardCode() {
        const { card } = get();
        if (card.kind === 'code' && card.unclear) {
          go({ kind: 'done', how: 'confirmed', walletId: card.walletId });
        }
      },

      leaveCard: () => set({ panel: 'none', card: off }),
    };
  };
