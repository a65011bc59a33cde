import { createStore, type StoreApi } from 'zustand/vanilla';
import type { GivenKey, SecretsView } from '../../shared/contract/credentials.ts';
import type { Bridge } from '../../shared/contract/live.ts';
import type { GivenTextName } from '../../shared/domain/given-text.ts';
import type { AppError } from '../../shared/errors/app-error.ts';

export type { GivenKey, SecretsView } from '../../shared/contract/credentials.ts';

type Replacing =
  | { readonly kind: 'idle' }
  | { readonly kind: 'trying' }
  | { readonly kind: 'done'; readonly latencyMs: number }
  /** The old key holds. */
  | { readonly kind: 'failed'; readonly error: AppError };

/** Another key for the station. The key itself passes through and is in no state. */
export interface KeyDeskState {
  readonly view: SecretsView | null;
  readonly replacing: Replacing;
  /** How often another key was taken. */
  readonly replaced: number;
  read(): Promise<void>;
  chooseFile(what: GivenTextName): Promise<string | null>;
  replace(given: GivenKey): Promise<void>;
  leave(): void;
}

export type KeyStore = StoreApi<KeyDeskState>;

export function createKeyStore(till: Pick<Bridge, 'call'>): KeyStore {
  return createStore<KeyDeskState>()((set, get) => ({
    view: null,
    replacing: { kind: 'idle' },
    replaced: 0,

    async read() {
      const view = await till.call('credentials/read', {});
      if (view.ok) {
        set({ view: view.value });
      }
    },

    async chooseFile(what) {
      const chosen = await till.call('credentials/choose-file', { what });
      return chosen.ok ? chosen.value.name : null;
    },

    async replace(given) {
      if (get().replacing.kind === 'trying') {
        return;
      }
      const trying = { kind: 'trying' } as const;
      set({ replacing: trying });
      const answer = await till.call('credentials/replace', { given });
      if (get().replacing === trying) {
        set(
          answer.ok
            ? { replacing: { kind: 'done', latencyMs: answer.value.latencyMs }, replaced: get().replaced + 1 }
            : { replacing: { kind: 'failed', error: answer.error } },
        );
      }
    },

    leave: () => set({ replacing: { kind: 'idle' } }),
  }));
}
