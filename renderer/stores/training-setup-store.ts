import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TrainingBridge } from '../../shared/contract/training.ts';
import type {
  CredentialsTestView,
  SetupAddress,
  SetupChoices,
  SetupCredentials,
  SetupReader,
  SetupView,
} from '../../shared/contract/training-setup.ts';
import type { GivenTextName } from '../../shared/domain/given-text.ts';
import type { AppError } from '../../shared/errors/app-error.ts';

export type { SetupChoices, SetupReader } from '../../shared/contract/training-setup.ts';

type CredentialsKind = SetupCredentials['kind'];
export type SecretPlace = SetupCredentials['store'];
export const setupSteps = ['credentials', 'printer', 'readers', 'station', 'people', 'summary'] as const;
export type SetupStep = (typeof setupSteps)[number];

export type Trial =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'answered'; readonly answer: CredentialsTestView }
  /** Nothing was sent: what was given cannot be used. */
  | { readonly kind: 'failed'; readonly error: AppError };

export type Supervisor =
  | { readonly kind: 'unnamed' }
  | { readonly kind: 'named'; readonly name: string }
  /** Knowingly without: the station has no lock. */
  | { readonly kind: 'nobody' }
  | { readonly kind: 'failed'; readonly error: AppError };

type GoingLive =
  | { readonly kind: 'idle' }
  | { readonly kind: 'writing' }
  | { readonly kind: 'restarting' }
  | { readonly kind: 'failed'; readonly error: AppError };

export interface SetupDesk {
  readonly isOpen: boolean;
  readonly step: SetupStep;
  readonly by: CredentialsKind;
  /** Where the key will be kept; null until somebody chose. A file is chosen knowingly, never by default. */
  readonly place: SecretPlace | null;
  readonly trial: Trial;
  /** What this computer has; null until main told. */
  readonly view: Omit<SetupView, 'choices'> | null;
  /** Null until main told what the station is now. */
  readonly choices: SetupChoices | null;
  /** Why the serial scanner that was typed cannot be opened. */
  readonly readersProblem: AppError | null;
  readonly supervisor: Supervisor;
  readonly going: GoingLive;
  open(): Promise<void>;
  close(): void;
  choose(by: CredentialsKind): void;
  keepIn(place: SecretPlace): void;
  chooseFile(what: GivenTextName): Promise<string | null>;
  /** The secret passes through and stays in no state. */
  test(credentials: SetupCredentials, address: SetupAddress): Promise<void>;
  change(choices: Partial<SetupChoices>): void;
  /** Looks for real readers, the typed serial one among them; those that are there are taken into use. */
  openReaders(): Promise<void>;
  useReader(reader: SetupReader, wanted: boolean): void;
  /** The PIN passes through; null for nobody. True when the next step may come. */
  nameSupervisor(supervisor: { readonly name: string; readonly pin: string } | null): Promise<boolean>;
  show(step: SetupStep): void;
  goLive(): Promise<void>;
}

export type SetupStore = StoreApi<SetupDesk>;

const closed = {
  isOpen: false,
  step: 'credentials',
  by: 'mac',
  place: null,
  trial: { kind: 'idle' },
  view: null,
  choices: null,
  readersProblem: null,
  supervisor: { kind: 'unnamed' },
  going: { kind: 'idle' },
} as const satisfies Partial<SetupDesk>;

const selfFound: readonly string[] = ['hid-scanner', 'stripe-reader', 'contactless-reader'] satisfies SetupReader[];

/** Whether the service took the credentials: only then the next steps are open. */
export function isAccepted({ trial }: Pick<SetupDesk, 'trial'>): boolean {
  return trial.kind === 'answered' && trial.answer.kind === 'accepted';
}

/** State of "Set up this station": six steps, and what the service said of the credentials. */
export function createSetupStore(training: TrainingBridge): SetupStore {
  const store = createStore<SetupDesk>()((set, get) => ({
    ...closed,

    async open() {
      set({ ...closed, isOpen: true });
      const read = await training.call('setup/read', {});
      if (read.ok && get().view === null) {
        const { choices, ...view } = read.value;
        set({ choices, view, place: view.stores.find((store) => store !== 'file') ?? null });
      }
    },

    close() {
      set(closed);
      void training.call('setup/forget', {});
      void training.call('setup-devices/close-readers', {});
    },

    choose: (by) => set({ by, trial: { kind: 'idle' } }),

    keepIn: (place) => set({ place, trial: { kind: 'idle' } }),

    async chooseFile(what) {
      const chosen = await training.call('setup/choose-file', { what });
      return chosen.ok ? chosen.value.name : null;
    },

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

    async openReaders() {
      const { choices } = get();
      const opened = await training.call('setup-devices/open-readers', {
        serialScanner: choices?.serialScanner ?? null,
      });
      set({ readersProblem: opened.ok ? null : opened.error });
      if (opened.ok) {
        takeFound(opened.value.readers);
      }
    },

    useReader(reader, wanted) {
      const { choices } = get();
      const others = (choices?.readers ?? []).filter((name) => name !== reader);
      get().change({ readers: wanted ? [...others, reader] : others });
    },

    async nameSupervisor(supervisor) {
      const answer = await training.call('setup/name-supervisor', { supervisor });
      if (!answer.ok) {
        set({ supervisor: { kind: 'failed', error: answer.error } });
        return false;
      }
      set({ supervisor: supervisor === null ? { kind: 'nobody' } : { kind: 'named', name: supervisor.name.trim() } });
      return true;
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

  /** What is plugged in is meant to be used; whoever takes it away keeps it so until it is plugged in again. */
  function takeFound(readers: readonly { readonly name: string; readonly state: string }[]): void {
    for (const { name, state } of readers) {
      if (state === 'listening' && selfFound.includes(name)) {
        store.getState().useReader(name as SetupReader, true);
      }
    }
  }

  const known = new Map<string, string>();
  training.on('setup-devices/status-changed', ({ readers }) => {
    takeFound(readers.filter(({ name, state }) => known.get(name) !== state));
    for (const { name, state } of readers) {
      known.set(name, state);
    }
  });
  return store;
}
