import type { Describing, DescriptionChange } from './account-flows.ts';
import type { DeskDeps, DeskSlice, DeskState } from './desk-state.ts';

export interface DescriptionSlice {
  /** Opens the panel with the description that there is. */
  openDescription(): void;
  writeDescription(text: string): void;
  /** Sets what is written; nothing written clears it. */
  saveDescription(): Promise<void>;
  clearDescription(): Promise<void>;
  lookUpDescription(): Promise<void>;
  leaveDescriptionChange(): void;
}

export const isDescribing = ({ kind }: DescriptionChange): boolean => kind === 'sending' || kind === 'checking';

/** Whether what is written is another description than the account has. */
export function isNewDescription({ describing, customer }: DeskState): boolean {
  const text = describing.text.trim();
  const current = customer.kind === 'identified' ? customer.wallet.description : null;
  return text !== '' && text !== current;
}

export const createDescriptionSlice =
  (deps: DeskDeps): DeskSlice<DescriptionSlice> =>
  (set, get) => {
    const change = (part: Partial<Describing>) => set((state) => ({ describing: { ...state.describing, ...part } }));

    async function perform(
      wanted: string | null,
      call: 'account/set-description' | 'account/look-up-description',
    ): Promise<void> {
      const { customer, describing } = get();
      if (customer.kind !== 'identified' || isDescribing(describing.change)) {
        return;
      }
      const { session } = customer;
      change({ change: { kind: call === 'account/set-description' ? 'sending' : 'checking', wanted } });
      const answer = await deps.till.call(call, { session, description: wanted });
      const now = get().customer;
      if (now.kind !== 'identified' || now.session !== session || !isDescribing(get().describing.change)) {
        return;
      }
      if (!answer.ok) {
        change({ change: { kind: 'refused', wanted, error: answer.error } });
        return;
      }
      const { outcome, description } = answer.value;
      change({ change: { kind: 'settled', wanted, outcome } });
      if (outcome.kind === 'done') {
        set({ customer: { ...now, wallet: { ...now.wallet, description } } });
      }
    }

    return {
      openDescription() {
        const { customer } = get();
        if (customer.kind === 'identified') {
          change({ text: customer.wallet.description ?? '', change: { kind: 'editing' } });
          get().openPanel('description');
        }
      },

      writeDescription: (text) =>
        set((state) =>
          isDescribing(state.describing.change)
            ? state
            : { describing: { text: text.slice(0, 4_000), change: { kind: 'editing' } } },
        ),

      async saveDescription() {
        if (isNewDescription(get())) {
          await perform(get().describing.text.trim(), 'account/set-description');
        }
      },

      clearDescription: () => perform(null, 'account/set-description'),

      async lookUpDescription() {
        const { change: current } = get().describing;
        if (current.kind === 'settled' && current.outcome.kind === 'unknown') {
          await perform(current.wanted, 'account/look-up-description');
        }
      },

      leaveDescriptionChange() {
        if (!isDescribing(get().describing.change)) {
          change({ change: { kind: 'editing' } });
        }
      },
    };
  };
