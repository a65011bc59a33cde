import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../../shared/contract/live.ts';
import type { CheckResult, Verdict } from '../../shared/domain/station-findings.ts';
import type { AppError } from '../../shared/errors/app-error.ts';

export type { KeptScreen } from '../../shared/contract/diagnosis.ts';

export type Looking =
  | { readonly kind: 'looking' }
  | { readonly kind: 'looked'; readonly checks: readonly CheckResult[]; readonly at: number }
  | { readonly kind: 'failed'; readonly error: AppError };

export type Saving =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly file: string; readonly parts: readonly string[] }
  | { readonly kind: 'failed'; readonly error: AppError };

export interface DiagnosisState {
  readonly isOpen: boolean;
  readonly looking: Looking;
  readonly saving: Saving;
  open(): Promise<void>;
  close(): void;
  examine(): Promise<void>;
  saveBundle(): Promise<void>;
}

export type DiagnosisStore = StoreApi<DiagnosisState>;

/** The worst of them: what the page says in one word. */
export function worstOf(checks: readonly CheckResult[]): Verdict {
  const has = (verdict: Verdict) => checks.some((check) => check.verdict === verdict);
  return has('bad') ? 'bad' : has('care') ? 'care' : 'well';
}

const rank: Readonly<Record<Verdict, number>> = { bad: 0, care: 1, well: 2, skipped: 3 };

/** What needs a hand first; within that, in the order in which it was checked. */
export function worstFirst(checks: readonly CheckResult[]): readonly CheckResult[] {
  return [...checks].sort((one, other) => rank[one.verdict] - rank[other.verdict]);
}

/** State of the page on which the station is checked; `till` is the same bridge as the desk's. */
export function createDiagnosisStore(till: Bridge): DiagnosisStore {
  const store = createStore<DiagnosisState>()((set, get) => ({
    isOpen: false,
    looking: { kind: 'looking' },
    saving: { kind: 'idle' },

    async open() {
      set({ isOpen: true, saving: { kind: 'idle' } });
      await get().examine();
    },

    close: () => set({ isOpen: false, looking: { kind: 'looking' }, saving: { kind: 'idle' } }),

    async examine() {
      set({ looking: { kind: 'looking' } });
      const answer = await till.call('diagnosis/examine', {});
      if (get().isOpen) {
        set({ looking: answer.ok ? { kind: 'looked', ...answer.value } : { kind: 'failed', error: answer.error } });
      }
    },

    async saveBundle() {
      if (get().saving.kind === 'saving') {
        return;
      }
      set({ saving: { kind: 'saving' } });
      const answer = await till.call('diagnosis/save-bundle', {});
      if (get().isOpen) {
        set({ saving: answer.ok ? { kind: 'saved', ...answer.value } : { kind: 'failed', error: answer.error } });
      }
    },
  }));
  // A customer came: the desk is theirs.
  till.on('customer/scan-received', () => {
    if (store.getState().isOpen) {
      store.getState().close();
    }
  });
  return store;
}
