import type { Reveal, RevealSubject } from './account-flows.ts';
import type { DeskDeps, DeskSlice, DeskState } from './desk-state.ts';
import type { Timers } from './idle.ts';

export interface RevealSlice {
  /** Shows the personal data of whoever the screen is about, or hides them again. Each time is recorded in main. */
  toggleReveal(): Promise<void>;
  hideRevealed(): void;
}

/** How long personal data stand in clear, in milliseconds. */
export const revealMs = 10_000;

/** Whose data F4 shows now; null where there is nobody. */
export function revealSubject(state: DeskState): RevealSubject | null {
  const row = (kind: 'statement' | 'reservation' | 'payment' | 'favourite', id: number | null) =>
    id === null ? null : ({ kind, id } as const);
  if (state.customer.kind !== 'identified') {
    return null;
  }
  switch (state.panel) {
    case 'statements':
      return row('statement', state.statements.selected);
    case 'payments':
      return row('payment', state.payments.selected);
    case 'reservations':
      return row('reservation', state.reservations.selected);
    case 'favourites':
      return row('favourite', state.favourites.selected);
    default:
      return { kind: 'customer' };
  }
}

const hidden: Reveal = { kind: 'hidden' };

export const createRevealSlice =
  (deps: DeskDeps): DeskSlice<RevealSlice> =>
  (set, get) => ({
    async toggleReveal() {
      const { reveal, customer } = get();
      const subject = revealSubject(get());
      if (reveal.kind === 'shown' || reveal.kind === 'asking') {
        set({ reveal: hidden });
        return;
      }
      if (customer.kind !== 'identified' || subject === null) {
        return;
      }
      const asking: Reveal = { kind: 'asking', session: customer.session, subject };
      set({ reveal: asking });
      const answer = await deps.till.call('account/reveal', { session: customer.session, subject });
      // Hidden meanwhile, another row, another customer: what came is dropped unseen.
      if (get().reveal === asking) {
        set({
          reveal: answer.ok
            ? { kind: 'shown', subject, data: answer.value, until: deps.now() + revealMs }
            : { kind: 'failed', error: answer.error },
        });
      }
    },

    hideRevealed: () => set((state) => (state.reveal.kind === 'hidden' ? state : { reveal: hidden })),
  });

interface Store {
  getState(): DeskState;
  subscribe(listener: (state: DeskState, before: DeskState) => void): () => void;
}

/** Takes revealed data away when their time is over, whatever the screen does meanwhile. */
export function watchReveal(store: Store, timers: Timers): () => void {
  let timer: unknown = null;
  return store.subscribe((state, before) => {
    if (state.reveal === before.reveal) {
      return;
    }
    if (timer !== null) {
      timers.clearTimeout(timer);
      timer = null;
    }
    if (state.reveal.kind === 'shown') {
      timer = timers.setTimeout(() => store.getState().hideRevealed(), revealMs);
    }
  });
}
