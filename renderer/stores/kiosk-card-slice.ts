import type { KioskCallOutput, KioskEventPayload } from '../../shared/contract/kiosk.ts';
import type { CardIssuer } from '../../shared/domain/identifier.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { Result } from '../../shared/errors/result.ts';
import type { KioskCard, NewCard, PadKind } from './kiosk-card-flow.ts';
import type { Task } from './kiosk-flows.ts';
import { type KioskData, type KioskDeps, type KioskSlice, servedCustomer, withTask } from './kiosk-state.ts';

export interface KioskCardSlice {
  /** From here on a scan is the new card. */
  presentNewCard(): void;
  takeScannedCard(scanned: KioskEventPayload<'card/card-scanned'>): void;
  takeCardRefusal(refusal: KioskEventPayload<'card/scan-refused'>): void;
  takeCardSettling(): void;
  chooseIssuer(issuer: CardIssuer): void;
  /** Relates the scanned card; asked for again only where nothing was sent. */
  relateCard(): Promise<void>;
  lookUpCard(): Promise<void>;
  /** The card was related earlier, or a code came although the answer was lost. */
  findRelatedCard(): Promise<void>;
  askForCode(): void;
  choosePad(pad: PadKind): void;
  /** By ear: letter after letter, for a keyboard that has none. */
  spellCode(spelling: boolean): void;
  typeCode(sign: string): void;
  deleteCodeSign(): void;
  submitCode(): Promise<void>;
  openNotArrived(): void;
  /** Ends without a code: the customer confirms by the instructions in the e-mail. */
  confirmCardLater(): void;
}

const mostSigns = 64;
const waits = new Set<AppError['code']>(['card.code-wait', 'card.attempts-exhausted']);

type Of<Kind extends KioskCard['kind']> = Extract<KioskCard, { kind: Kind }>;

export function cardOf(state: Pick<KioskData, 'served'>): KioskCard | null {
  const task = servedCustomer(state)?.task;
  return task?.kind === 'card' ? task.card : null;
}

function cardIn<Kind extends KioskCard['kind']>(state: KioskData, ...kinds: readonly Kind[]): Of<Kind> | null {
  const card = cardOf(state);
  return card !== null && (kinds as readonly string[]).includes(card.kind) ? (card as Of<Kind>) : null;
}

const newCode = (card: NewCard, error: AppError | null = null): KioskCard => ({
  kind: 'code',
  card,
  signs: 0,
  pad: 'capitals',
  spelling: false,
  error,
});

export const createKioskCardSlice =
  (deps: KioskDeps): KioskSlice<KioskCardSlice> =>
  (set, get, api) => {
    /** The code as typed so far. Not in the state: a picture of the state must not show it. */
    let typed: string[] = [];
    // Whatever leads away from typing, be it the next customer, forgets it.
    api.subscribe((state, before) => {
      if (state.served !== before.served && (cardIn(state, 'code')?.signs ?? 0) === 0) {
        typed = [];
      }
    });

    const go = (card: KioskCard) => set((state) => withTask(state, { kind: 'card', card }));

    /** Asks main as long as this very step stands; a late answer finds nobody. */
    async function ask<T>(
      step: KioskCard,
      question: (session: NonNullable<ReturnType<typeof servedCustomer>>['session']) => Promise<Result<T>>,
      take: (answer: Result<T>) => KioskCard,
    ): Promise<void> {
      const customer = servedCustomer(get());
      if (customer === null) {
        return;
      }
      const { session } = customer;
      go(step);
      const answer = await question(session);
      const now = servedCustomer(get());
      // "Settling" is the same step, said more exactly.
      if (now?.session === session && cardOf(get())?.kind === step.kind) {
        go(take(answer));
      }
    }

    const takeRelation =
      (card: NewCard) =>
      (answer: Result<KioskCallOutput<'kiosk/relate-card'>>): KioskCard => {
        if (!answer.ok) {
          return { kind: 'refused', card, error: answer.error, of: 'relating' };
        }
        return answer.value.kind === 'related' ? newCode(card) : { kind: 'unknown', card, looking: false };
      };

    return {
      presentNewCard: () => go({ kind: 'presenting', error: null }),

      takeScannedCard({ masked, issuer }) {
        if (cardIn(get(), 'presenting', 'chosen') !== null && get().presence.kind === 'here') {
          go({ kind: 'chosen', card: { masked, issuer } });
        }
      },

      takeCardRefusal({ error }) {
        if (cardIn(get(), 'presenting', 'chosen') !== null) {
          go({ kind: 'presenting', error });
        }
      },

      takeCardSettling() {
        const card = cardIn(get(), 'relating');
        if (card !== null) {
          go({ ...card, settling: true });
        }
      },

      chooseIssuer(issuer) {
        const step = cardIn(get(), 'chosen');
        if (step !== null) {
          go({ kind: 'chosen', card: { ...step.card, issuer } });
        }
      },

      async relateCard() {
        const step = cardIn(get(), 'chosen', 'refused');
        if (step !== null) {
          const { card } = step;
          await ask(
            { kind: 'relating', card, settling: false },
            (session) => deps.till.call('kiosk/relate-card', { session, issuer: card.issuer }),
            takeRelation(card),
          );
        }
      },

      async lookUpCard() {
        const step = cardIn(get(), 'unknown');
        if (step !== null && !step.looking) {
          await ask(
            { ...step, looking: true },
            (session) => deps.till.call('kiosk/look-up-card', { session }),
            (answer) =>
              answer.ok && answer.value.kind === 'related' ? newCode(step.card) : { ...step, looking: false },
          );
        }
      },

      async findRelatedCard() {
        const step = cardIn(get(), 'refused', 'unknown', 'chosen');
        if (step !== null) {
          const { card } = step;
          await ask(
            { kind: 'finding', card },
            (session) => deps.till.call('kiosk/find-related-card', { session, issuer: card.issuer }),
            (answer) => (answer.ok ? newCode(card) : { kind: 'refused', card, error: answer.error, of: 'finding' }),
          );
        }
      },

      askForCode() {
        const step = cardIn(get(), 'not-arrived', 'unclear', 'code-wait');
        if (step !== null) {
          go(newCode(step.card));
        }
      },

      choosePad(pad) {
        const step = cardIn(get(), 'code');
        if (step !== null) {
          go({ ...step, pad });
        }
      },

      spellCode(spelling) {
        const step = cardIn(get(), 'code');
        if (step !== null) {
          go({ ...step, spelling });
        }
      },

      typeCode(sign) {
        const step = cardIn(get(), 'code');
        if (step !== null && /^[0-9A-Za-z]$/.test(sign) && typed.length < mostSigns) {
          typed.push(sign);
          go({ ...step, signs: typed.length, error: null });
        }
      },

      deleteCodeSign() {
        const step = cardIn(get(), 'code');
        if (step !== null) {
          typed.pop();
          go({ ...step, signs: typed.length, error: null });
        }
      },

      async submitCode() {
        const step = cardIn(get(), 'code');
        if (step === null || typed.length === 0) {
          return;
        }
        const code = typed.join('');
        const { card } = step;
        await ask(
          { kind: 'confirming', card },
          (session) => deps.till.call('kiosk/confirm-card', { session, code }),
          (answer) => {
            if (answer.ok) {
              return answer.value.kind === 'confirmed'
                ? { kind: 'done', card, how: 'confirmed' }
                : { kind: 'unclear', card };
            }
            const { error } = answer;
            if (error.code === 'card.nothing-to-confirm') {
              return { kind: 'refused', card, error, of: 'confirming' };
            }
            return waits.has(error.code) ? { kind: 'code-wait', card, error } : newCode(card, error);
          },
        );
      },

      openNotArrived() {
        const step = cardIn(get(), 'code');
        if (step !== null) {
          go({ kind: 'not-arrived', card: step.card });
        }
      },

      confirmCardLater() {
        const step = cardIn(get(), 'code', 'not-arrived', 'code-wait', 'unclear', 'unknown');
        if (step !== null) {
          go({ kind: 'done', card: step.card, how: 'later' });
        }
      },
    };
  };

/** What a veil leaves of a task: a code that was begun goes, and a card that was read is shown again. */
export function veiledTask(task: Task): Task {
  if (task.kind !== 'card') {
    return task;
  }
  const { card } = task;
  if (card.kind === 'chosen') {
    return { kind: 'card', card: { kind: 'presenting', error: null } };
  }
  return card.kind === 'code' ? { kind: 'card', card: { ...card, signs: 0 } } : task;
}
