import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TrainingBridge } from '../../shared/contract/training.ts';
import type {
  CredentialsTestView,
  SetupAddress,
  SetupChoices,
  SetupCredentials,
} from '../../shared/contract/training-setup.ts';
import type { AppError } from '../../shared/errors/app-error.ts';

export type { SetupChoices } from '../../shared/contract/training-setup.ts';

export type CredentialsKind = SetupCredentials['kind'];
export const setupSteps = ['credentials', 'station', 'summary'] as const;
export type SetupStep = (typeof setupSteps)[number];

export type Trial =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'answered'; readonly answer: CredentialsTestView }
  /** Nothing was sent: what was given cannot be used. */
  | { readonly kind: 'failed'; readonly error: AppError };

export type GoingLive =
  | { readonly kind: 'idle' }
  | { readonly kind: 'writing' }
  | { readonly kind: 'restarting' }
  | { readonly kind: 'failed'; readonly error: AppError };

export interface SetupDesk {
  readonly isOpen: boolean;
  readonly step: SetupStep;
  readonly by: CredentialsKind;
  readonly trial: Trial;
  /** Null until main told what the station is now. */
  readonly choices: SetupChoices | null;
  readonly going: GoingLive;
  open(): Promise<void>;
  close(): void;
  choose(by: CredentialsKind): void;
  /** The secret passes through and stays in no state. */
  test(credentials: SetupCredentials, address: SetupAddress): Promise<void>;
  change(choices: Partial<SetupChoices>): void;
  show(step: SetupStep): void;
  goLive(): Promise<void>;
}

export type SetupStore = StoreApi<SetupDesk>;

const closed = {
  isOpen: false,
  step: 'credentials',
  by: 'mac',
  trial: { kind: 'idle' },
  choices: null,
  going: { kind: 'idle' },
} as const satisfies Partial<SetupDesk>;

/** Whether the service took the credentials: only then the next steps are open. */
export function isAccepted({ trial }: Pick<SetupDesk, 'trial'>): boolean {
  return trial.kind === 'answered' && trial.answer.kind === 'accepted';
}

/** State of "Set up this station": three steps, and what the service said of the credentials. */
export function createSetupStore(training: TrainingBridge): SetupStore {
  return createStore<SetupDesk>()((set, get) => ({
    ...closed,

    async open() {
      set({ ...closed, isOpen: true });
      const choices = await training.call('setup/read', {});
      if (choices.ok && get().choices === null) {
        set({ choices: choices.value });
      }
    },

    close() {
      set(closed);
      void training.call('setup/forget', {});
    },

    choose: (by) => set({ by, trial: { kind: 'idle' } }),

    async test(credentials, address) {
      if (get().trial.kind === 'asking') {
        return;
      }
      const asked = { kind: 'asking' } as const;
      set({ trial: asked });
      const answer = await training.call('setup/test-credentials', { credentials, address });
      // Closed meanwhile, or the other kind was chosen: nobody waits for this answer.
      if (get().trial === asked) {
        set({
          trial: answer.ok ? { kind: 'answered', answer: answer.value } : { kind: 'failed', error: answer.error },
        });
      }
    },

    change(changes) {
      const { choices } = get();
      if (choices !== null) {
        set({ choices: { ...choices, ...changes }, going: { kind: 'idle' } });
      }
    },

    show(step) {
      if (step === 'credentials' || isAccepted(get())) {
        set({ step, going: { kind: 'idle' } });
      }
    },

    async goLive() {
      const { choices, going } = get();
      if (choices === null || going.kind === 'writing' || going.kind === 'restarting' || !isAccepted(get())) {
        return;
      }
      set({ going: { kind: 'writing' } });
      const answer = await training.call('setup/go-live', { choices });
      set({ going: answer.ok ? { kind: 'restarting' } : { kind: 'failed', error: answer.error } });
    },
  }));
}
