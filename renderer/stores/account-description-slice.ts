import type { Describing, DescriptionChange } from './account-flows.ts';
import type { DeskDeps, DeskSlice } from './desk-state.ts';

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

const isUnderWay = ({ kind }: DescriptionChange) => kind === 'sending' || kind === 'checking';

export const createDescriptionSlice =
  (deps: DeskDeps): DeskSlice<DescriptionSlice> =>
  (set, get) => {
    const change = (part: Partial<Describing>) => set((state) => ({ describing: { ...state.describing, ...part } }));

    async function perform(
      wanted: string | null,
      call: 'account/set-description' | 'account/look-up-description',
    ): Promise<void> {
      const { customer, describing } = get();
      if (customer.kind !== 'identified' || isUnderWay(describing.change)) {
        return;
      }
      const { session } = customer;
      change({ change: { kind: call === 'account/set-description' ? 'sending' : 'checking', wanted } });
      const answer = await deps.till.call(call, { session, description: wanted });
      const now = get().customer;
      if (now.kind !== 'identified' || now.session !== session || !isUnderWay(get().describing.change)) {
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
          isUnderWay(state.describing.change)
            ? state
            : { describing: { text: text.slice(0, 4_000), change: { kind: 'editing' } } },
        ),

      async saveDescription() {
        const text = get().describing.text.trim();
        const { customer } = get();
        const current = customer.kind === 'identified' ? customer.wallet.description : null;
        if (text !== '' && text !== current) {
          await perform(text, 'account/set-description');
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
        if (!isUnderWay(get().describing.change)) {
          change({ change: { kind: 'editing' } });
        }
      },
    };
  };
